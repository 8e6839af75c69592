// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import io.github.checklinks.model.Link;
import io.github.checklinks.model.Position;
import io.github.checklinks.model.Reference;
import io.github.checklinks.model.Sources;
import io.github.checklinks.model.Sources.Source;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.parser.Parser;

/**
 * A project with its site as a toolchain built it, both kept among the resources of the tests. The text of each link contains a marker such
 * as {@code L07}, which the file {@code links.txt} maps to the line that its author would edit.
 */
final class BuiltExample {

    private static final Pattern MARKER = Pattern.compile("\\bL\\d\\d\\b");

    /** Lists of headings, which repeat their text. */
    private static final String OF_HEADINGS = "nav, #toc, .toctree-l2, .sphinxsidebar";

    final Path base;
    final Path site;
    private final Map<String, String> lines = new TreeMap<>();

    /**
     * Copies an example.
     *
     * @param output where the toolchain builds the site
     */
    BuiltExample(String name, Path base, String output) throws IOException {
        this.base = base;
        this.site = base.resolve(output);
        try {
            Path example =
                    Path.of(BuiltExample.class.getResource("built/" + name).toURI());
            copy(example.resolve("project"), base);
            copy(example.resolve("pages"), site);
            for (String line : Files.readAllLines(example.resolve("links.txt"))) {
                lines.put(line.substring(0, 3), line.substring(4));
            }
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** Returns all links with a marker: how they were located, with the page, the marker, and the location. */
    List<Located> located(Sources sources) throws IOException {
        List<Located> all = new ArrayList<>();
        try (Stream<Path> pages = Files.walk(site)) {
            for (Path page : pages.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList()) {
                Document document = Parser.htmlParser().setTrackPosition(true).parseInput(Files.readString(page), "");
                for (Element element : document.select("a[href], img[src]")) {
                    String attribute = element.hasAttr("href") ? "href" : "src";
                    Matcher marker = MARKER.matcher(attribute.equals("src") ? element.attr("alt") : element.text());
                    if (marker.find() && element.closest(OF_HEADINGS) == null) {
                        String name = site.relativize(page).toString().replace('\\', '/');
                        all.add(located(sources, name, element, attribute, marker.group()));
                    }
                }
            }
        }
        return all;
    }

    private Located located(Sources sources, String page, Element element, String attribute, String marker) {
        Range.Position start = element.sourceRange().start();
        Reference reference = new Reference(
                element.attr(attribute),
                element.normalName(),
                attribute,
                new Position(start.lineNumber(), start.columnNumber()));
        Source source = sources.of(new Link(page, reference));
        return new Located(
                page,
                marker,
                lines.getOrDefault(marker, "no line of links.txt"),
                source == null ? "" : source.toString());
    }

    /**
     * A link with its location.
     *
     * @param right the file and line that its author would edit
     * @param found what was found; empty if nothing was
     */
    record Located(String page, String marker, String right, String found) {

        boolean isExact() {
            return found.equals(right);
        }

        boolean isFileOnly() {
            return right.startsWith(found + ":");
        }

        boolean isSilent() {
            return found.isEmpty();
        }

        boolean isWrong() {
            return !isExact() && !isFileOnly() && !isSilent();
        }
    }
}
