// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import io.github.checklinks.source.file.SourceFiles;
import io.github.checklinks.source.reference.Syntax;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the documents from which a page was rendered, by the directories and file extensions of Doxia's formats. */
final class Documents {

    /** A document from which a page may have been rendered. */
    record Document(Path file, Syntax syntax) {}

    private record Format(String directory, List<String> extensions, Syntax syntax) {}

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

    /** Returns the documents that would be rendered to a page; more than one if it is ambiguous which one was. */
    Collection<Document> rendered(List<Path> sites, String page) {
        Map<Path, Document> found = new LinkedHashMap<>();
        if (page.endsWith(".html")) {
            for (Path site : directories(sites, page)) {
                for (Format format : FORMATS) {
                    String name = name(site, sites, page);
                    for (String extension : format.extensions) {
                        add(found, site, format, name + "." + extension);
                        add(found, site, format, name + "." + extension + ".vm");
                    }
                }
            }
        }
        return found.values();
    }

    /** Returns the resource files that would be copied to a page. */
    Collection<Path> copied(List<Path> sites, String page) {
        Set<Path> found = new LinkedHashSet<>();
        for (Path site : directories(sites, page)) {
            Path file = files.find(site.resolve("resources"), ownPath(site, sites, page));
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

    /** Returns the directories of the sites, followed by their subdirectories for the locale if the first directory of the page names one. */
    private static List<Path> directories(List<Path> sites, String page) {
        List<Path> directories = new ArrayList<>(sites);
        int slash = page.indexOf('/');
        if (slash > 0 && isLocale(page.substring(0, slash))) {
            sites.forEach(site -> directories.add(site.resolve(page.substring(0, slash))));
        }
        return directories;
    }

    /** Returns whether a name has the form of a Java locale: {@code fr}, {@code pt_BR}. */
    static boolean isLocale(String name) {
        return name.matches("[a-z]{2,3}(_[A-Z]{2}|_[A-Z][a-z]{3})?(_\\w+)?");
    }

    private static String ownPath(Path site, List<Path> sites, String page) {
        return sites.contains(site) ? page : page.substring(page.indexOf('/') + 1);
    }

    private static String name(Path site, List<Path> sites, String page) {
        String ownPath = ownPath(site, sites, page);
        return ownPath.substring(0, ownPath.length() - ".html".length());
    }
}
