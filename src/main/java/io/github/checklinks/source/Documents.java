// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import io.github.checklinks.source.reference.Syntax;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the documents that a page was made from, by the directories and endings that Doxia gives its formats. */
final class Documents {

    /** A source of a page. */
    record Document(Path file, Syntax syntax) {}

    private record Format(String directory, List<String> endings, Syntax syntax) {}

    private static final List<Format> FORMATS = List.of(
            new Format("markdown", List.of("md", "markdown"), Syntax.MARKDOWN),
            new Format("apt", List.of("apt"), Syntax.APT),
            new Format("asciidoc", List.of("adoc", "asciidoc", "asc", "ad"), Syntax.ASCIIDOC),
            new Format("xdoc", List.of("xml"), Syntax.MARKUP),
            new Format("fml", List.of("fml"), Syntax.MARKUP),
            new Format("xhtml", List.of("xhtml"), Syntax.MARKUP),
            new Format("xhtml5", List.of("xhtml5", "xhtml"), Syntax.MARKUP),
            new Format("docbook", List.of("xml"), Syntax.OTHER),
            new Format("rst", List.of("rst"), Syntax.OTHER),
            new Format("twiki", List.of("twiki"), Syntax.OTHER),
            new Format("confluence", List.of("confluence"), Syntax.OTHER));

    private final SourceFiles files;

    Documents(SourceFiles files) {
        this.files = files;
    }

    /** The documents that would be rendered to that page; more than one when it cannot be told which one was. */
    Collection<Document> rendered(List<Path> sites, String page) {
        Map<Path, Document> found = new LinkedHashMap<>();
        if (page.endsWith(".html")) {
            for (Path site : places(sites, page)) {
                for (Format format : FORMATS) {
                    String name = name(site, sites, page);
                    for (String ending : format.endings) {
                        add(found, site, format, name + "." + ending);
                        add(found, site, format, name + "." + ending + ".vm");
                    }
                }
            }
        }
        return found.values();
    }

    /** The files that are copied to that page. */
    Collection<Path> copied(List<Path> sites, String page) {
        Set<Path> found = new LinkedHashSet<>();
        for (Path site : places(sites, page)) {
            Path file = files.find(site.resolve("resources"), whole(site, sites, page));
            if (file != null) {
                found.add(file);
            }
        }
        return found;
    }

    private void add(Map<Path, Document> found, Path site, Format format, String name) {
        Path file = files.find(site.resolve(format.directory), name);
        if (file != null) {
            found.put(file, new Document(file, format.syntax));
        }
    }

    /** The sites' directories, and those of the language that the page's first directory names. */
    private static List<Path> places(List<Path> sites, String page) {
        List<Path> places = new ArrayList<>(sites);
        int slash = page.indexOf('/');
        if (slash > 0 && isLanguage(page.substring(0, slash))) {
            sites.forEach(site -> places.add(site.resolve(page.substring(0, slash))));
        }
        return places;
    }

    /** As Java writes a locale: {@code fr}, {@code pt_BR}. */
    static boolean isLanguage(String name) {
        return name.matches("[a-z]{2,3}(_[A-Z]{2}|_[A-Z][a-z]{3})?(_\\w+)?");
    }

    private static String whole(Path site, List<Path> sites, String page) {
        return sites.contains(site) ? page : page.substring(page.indexOf('/') + 1);
    }

    private static String name(Path site, List<Path> sites, String page) {
        String whole = whole(site, sites, page);
        return whole.substring(0, whole.length() - ".html".length());
    }
}
