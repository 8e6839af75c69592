// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.toolchain;

import io.github.checklinks.source.file.SourceFiles;
import io.github.checklinks.source.reference.Syntax;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A toolchain that builds pages from documents.
 *
 * @param kind which one
 * @param home its directory, usually that of its configuration
 * @param roots the directories with documents
 * @param copied the directories with files that are copied to the root of the site
 * @param configuration the files that configure what surrounds the documents
 * @param attributes the attributes of AsciiDoc that are set outside of the documents
 * @param prefix the path of the site on its server, which is put before absolute paths; {@code /} if it is unknown
 * @param output whether the site is where the toolchain builds it, so that its pages need not name the toolchain
 */
public record Toolchain(
        Kind kind,
        Path home,
        List<Root> roots,
        List<Path> copied,
        List<Path> configuration,
        Map<String, String> attributes,
        String prefix,
        boolean output) {

    private static final int MAX_DEPTH = 16;

    /** Front matter that moves a page. */
    private static final List<String> MOVES = List.of("permalink", "slug", "url", "id");

    private static final Pattern POST =
            Pattern.compile("(?:.*/)?(\\d{4})/(\\d{2})/(\\d{2})/([^/]+?)(?:\\.html|/index\\.html)");

    /**
     * A document from which a page may have been built.
     *
     * @param file the file
     * @param address its path in the site, if it were copied instead of being built
     * @param syntax its syntax
     */
    public record Document(Path file, String address, Syntax syntax) {}

    Toolchain(Kind kind, Path home, List<Root> roots, List<Path> copied, List<Path> configuration, boolean output) {
        this(kind, home, roots, copied, configuration, Map.of(), "/", output);
    }

    Toolchain with(Map<String, String> newAttributes, String newPrefix) {
        return new Toolchain(kind, home, roots, copied, configuration, newAttributes, newPrefix, output);
    }

    /** Returns this toolchain for a site that is known to be built by it. */
    Toolchain asOutput() {
        return new Toolchain(kind, home, roots, copied, configuration, attributes, prefix, true);
    }

    /**
     * Returns the execution of asciidoctor-maven-plugin that builds pages.
     *
     * @param documents the directory with its documents
     * @param at the path of its pages in the site, with a trailing slash; empty for the root of the site
     * @param flat whether the pages of all directories are in one
     * @param attributes the attributes in its configuration
     */
    public static Toolchain asciidoctor(Path documents, String at, boolean flat, Map<String, String> attributes) {
        return new Toolchain(
                Kind.ASCIIDOCTOR,
                documents,
                List.of(new Root(documents, at, flat)),
                List.of(),
                List.of(),
                attributes,
                "/",
                true);
    }

    /** Returns the files that would be copied to a page. */
    public Collection<Path> copied(SourceFiles files, String page) {
        Set<Path> found = new LinkedHashSet<>();
        for (Path directory : copied) {
            Path file = files.find(directory, page);
            if (file != null) {
                found.add(file);
            }
        }
        return found;
    }

    /**
     * Returns the documents from which a page may have been built; more than one if it is ambiguous.
     *
     * @param site the directory of the built site
     */
    public Collection<Document> documents(SourceFiles files, Path site, String page) {
        Map<Path, Document> found = new LinkedHashMap<>();
        for (Root root : roots) {
            if (page.startsWith(root.at()) && page.endsWith(".html")) {
                String own = page.substring(root.at().length());
                names(own, site, root).forEach(name -> add(found, files, root, name));
                if (root.flat() && !own.contains("/")) {
                    below(root)
                            .forEach(directory -> names(own, site, root)
                                    .forEach(name -> add(found, files, new Root(directory, root.at()), name)));
                }
            }
        }
        found.values().removeIf(document -> isMoved(files, document));
        return found.values();
    }

    /** Returns the paths, without extension, of the documents whose page may be at a path. */
    private Set<String> names(String own, Path site, Root root) {
        Set<String> names = new LinkedHashSet<>();
        String name = own.substring(0, own.length() - ".html".length());
        names.add(name);
        if (name.equals("index") || name.endsWith("/index")) {
            String directory = name.substring(0, name.length() - "index".length());
            names.add(directory + "README");
            names.add(directory + "_index");
            String flat = directory.isEmpty() ? "" : directory.substring(0, directory.length() - 1);
            if (!flat.isEmpty() && !Files.exists(site.resolve(root.at() + flat + ".html"))) {
                names.add(flat);
            }
        }
        if (kind == Kind.JEKYLL) {
            var post = POST.matcher(own);
            if (post.matches()) {
                names.add("_posts/" + post.group(1) + "-" + post.group(2) + "-" + post.group(3) + "-" + post.group(4));
            }
        }
        return names;
    }

    /** Returns the directories below a root; those that begin with an underscore hold no documents. */
    private static List<Path> below(Root root) {
        try (Stream<Path> all = Files.walk(root.directory(), MAX_DEPTH)) {
            return all.filter(Files::isDirectory)
                    .filter(directory -> !directory.equals(root.directory()))
                    .filter(directory -> Stream.iterate(directory, Path::getParent)
                            .takeWhile(parent -> parent != null && !parent.equals(root.directory()))
                            .noneMatch(parent -> parent.getFileName().toString().startsWith("_")))
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    private void add(Map<Path, Document> found, SourceFiles files, Root root, String name) {
        for (String extension : kind.extensions()) {
            String path = name + "." + extension;
            Path file = files.find(root.directory(), path);
            if (file != null) {
                found.put(file, new Document(file, root.at() + path, syntax(extension)));
            }
        }
    }

    private boolean isMoved(SourceFiles files, Document document) {
        String matter = Yaml.frontMatter(files.text(document.file()));
        return !matter.isEmpty() && MOVES.stream().anyMatch(key -> Yaml.value(matter, key) != null);
    }

    private static Syntax syntax(String extension) {
        return switch (extension) {
            case "md", "markdown", "mdx" -> Syntax.MARKDOWN;
            case "adoc", "asciidoc", "asc", "ad" -> Syntax.ASCIIDOC;
            case "rst", "txt" -> Syntax.RST;
            case "html" -> Syntax.MARKUP;
            default -> Syntax.OTHER;
        };
    }

    /** Returns the text of a document with what it includes. */
    public SourceText text(SourceFiles files, Document document) {
        Includes includes = switch (document.syntax()) {
            case ASCIIDOC -> Includes.ASCIIDOC;
            case MARKDOWN ->
                kind == Kind.MKDOCS ? Includes.SNIPPET : kind == Kind.VITEPRESS ? Includes.COMMENT : Includes.NONE;
            default -> kind == Kind.SPHINX ? Includes.DIRECTIVE : Includes.NONE;
        };
        return new Expander(
                        files,
                        includes,
                        (file, name) -> included(files, file, name),
                        document.syntax() == Syntax.ASCIIDOC ? attributes : null)
                .of(document.file());
    }

    private @Nullable Path included(SourceFiles files, Path file, String name) {
        Path directory = file.resolveSibling("");
        if (kind == Kind.ANTORA) {
            return AntoraModules.included(files, file, home, name);
        }
        if (kind == Kind.MKDOCS) {
            return Includes.find(files, List.of(home, roots.get(0).directory()), name);
        }
        if (name.startsWith("/") || name.startsWith("@/")) {
            return Includes.find(files, List.of(roots.get(0).directory()), name.substring(name.indexOf('/') + 1));
        }
        return Includes.find(files, List.of(directory), name);
    }
}
