// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import io.github.checklinks.model.Link;
import io.github.checklinks.model.Position;
import io.github.checklinks.model.Reference;
import io.github.checklinks.model.Sources.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A project with its built site, written file by file. */
final class BuiltProject {

    final Path base;
    private final List<SourceProject> modules = new ArrayList<>();
    private final List<PomUrl> urls = new ArrayList<>();

    BuiltProject(Path base) {
        this.base = base;
    }

    BuiltProject file(String name, String text) throws IOException {
        Path file = base.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** Writes a page with a menu around its content, as Doxia's skins do. */
    BuiltProject page(String name, String menu, String content) throws IOException {
        return file(
                "target/site/" + name,
                "<html><body>\n<div id=\"leftColumn\"><div>" + menu + "</div></div>\n<div id=\"bodyColumn\"><div>\n"
                        + content + "\n</div></div>\n<div id=\"footer\">" + menu + "</div></body></html>\n");
    }

    BuiltProject pom(String url, PomUrl.Kind kind, String file, int line) {
        urls.add(new PomUrl(url, kind, base.resolve(file), line));
        return this;
    }

    BuiltProject module(String directory, String below) {
        modules.add(project(base.resolve(directory), below, List.of()));
        return this;
    }

    private static SourceProject project(Path base, String below, List<PomUrl> urls) {
        return new SourceProject(
                below,
                List.of(base.resolve("src/site")),
                List.of(base.resolve("src/site/site.xml")),
                List.of(base.resolve("src/main/java")),
                List.of(base.resolve("src/test/java")),
                urls);
    }

    /** Returns the locations of all links of a page with a target, as {@code file:line}, with a question mark for one of several, or {@code none}. */
    List<String> sources(String page, String text) throws IOException {
        List<SourceProject> projects = new ArrayList<>(List.of(project(base, "", urls)));
        projects.addAll(modules);
        ProjectSources sources = new ProjectSources(base, base.resolve("target/site"), projects);
        String html = Files.readString(base.resolve("target/site").resolve(page));
        List<String> locations = new ArrayList<>();
        for (int i = html.indexOf("\"" + text + "\""); i >= 0; i = html.indexOf("\"" + text + "\"", i + 1)) {
            int tag = html.lastIndexOf('<', i);
            int line = html.substring(0, tag).split("\n", -1).length;
            Position position = new Position(line, tag - html.lastIndexOf('\n', tag));
            Link link = new Link(page, new Reference(text, "a", "href", position));
            Source source = sources.of(link);
            locations.add(source == null ? "none" : source + (source.oneOfSeveral() ? "?" : ""));
        }
        return locations;
    }
}
