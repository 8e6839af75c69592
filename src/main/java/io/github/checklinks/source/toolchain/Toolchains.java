// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.toolchain;

import io.github.checklinks.source.file.SourceFiles;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the toolchains of a site by their configuration files, in the directories above the site. */
public final class Toolchains {

    /** Directories beside a site, or beside one above it, that usually contain the documentation. */
    private static final List<String> PLACES =
            List.of("", "docs", "doc", "website", "source", "docs/source", "doc/source", "src/jbake");

    private static final Pattern ROUTE = Pattern.compile("\\brouteBasePath\\s*:\\s*['\"]([^'\"]*)['\"]");
    private static final Pattern DOCS =
            Pattern.compile("\\bdocs\\s*:\\s*\\{[^{}]*?\\bpath\\s*:\\s*['\"]([^'\"]*)['\"]");
    private static final Pattern BASE = Pattern.compile("\\bbase(?:Url)?\\s*:\\s*['\"](/[^'\"]*)['\"]");
    private static final Pattern SOURCE = Pattern.compile("\\bsrcDir\\s*:\\s*['\"]([^'\"]*)['\"]");
    private static final Pattern START = Pattern.compile("\\bstart_path\\s*:\\s*['\"]?([\\w./-]+)");

    private final SourceFiles files;
    private final Path site;

    /**
     * Creates a search.
     *
     * @param site the directory of the built site
     */
    public Toolchains(SourceFiles files, Path site) {
        this.files = files;
        this.site = site;
    }

    /**
     * Returns the toolchains of the nearest directory above the site that has any; usually one.
     *
     * @param base the directory above which none are looked for
     */
    public List<Toolchain> above(Path base) {
        for (Path directory = site.getParent();
                directory != null && directory.startsWith(base);
                directory = directory.getParent()) {
            List<Toolchain> found = new ArrayList<>();
            for (String place : PLACES) {
                found.addAll(in(directory.resolve(place).normalize()));
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Returns the toolchains of the folders that the user names; one without a known configuration file has plain documents. */
    public List<Toolchain> named(List<Path> folders) {
        List<Toolchain> found = new ArrayList<>();
        for (Path folder : folders) {
            List<Toolchain> known = new ArrayList<>(in(folder));
            if (known.isEmpty() && folder.getParent() != null) {
                known.addAll(in(folder.getParent()));
                known.removeIf(toolchain -> toolchain.roots().stream()
                        .noneMatch(root -> root.directory().equals(folder)));
            }
            known.forEach(toolchain -> found.add(toolchain.asOutput()));
            if (known.isEmpty()) {
                found.add(new Toolchain(
                        Kind.FOLDER, folder, List.of(new Root(folder, "")), List.of(folder), List.of(), true));
            }
        }
        return found;
    }

    private List<Toolchain> in(Path directory) {
        List<Toolchain> found = new ArrayList<>();
        Stream.of(
                        mkdocs(directory),
                        sphinx(directory),
                        vitepress(directory),
                        docusaurus(directory),
                        Antora.of(files, directory, isSite(directory, "build/site")),
                        jbake(directory),
                        hugo(directory),
                        jekyll(directory))
                .filter(Objects::nonNull)
                .forEach(found::add);
        Path playbook = first(directory, "antora-playbook.yml", "site.yml", "playbook.yml");
        Matcher start = START.matcher(playbook == null ? "" : files.text(playbook));
        while (start.find()) {
            Toolchain component =
                    Antora.of(files, directory.resolve(start.group(1)).normalize(), isSite(directory, "build/site"));
            if (component != null
                    && found.stream().noneMatch(known -> known.home().equals(component.home()))) {
                found.add(component);
            }
        }
        return found;
    }

    private @Nullable Toolchain mkdocs(Path home) {
        Path configuration = first(home, "mkdocs.yml", "mkdocs.yaml");
        if (configuration == null) {
            return null;
        }
        String text = files.text(configuration);
        Path documents = inside(home, Yaml.value(text, "docs_dir"), "docs");
        boolean output = isSite(home, Objects.requireNonNullElse(Yaml.value(text, "site_dir"), "site"));
        return toolchain(Kind.MKDOCS, home, documents, documents, configuration, output);
    }

    private @Nullable Toolchain sphinx(Path home) {
        Path configuration = first(home, "conf.py");
        boolean output = isSite(home, "_build/html")
                || isSite(home, "_build/dirhtml")
                || isSite(home, "../build/html")
                || isSite(home, "../_build/html");
        return configuration == null ? null : toolchain(Kind.SPHINX, home, home, null, configuration, output);
    }

    private @Nullable Toolchain vitepress(Path home) {
        Path configuration = first(home.resolve(".vitepress"), "config.js", "config.ts", "config.mjs", "config.mts");
        if (configuration == null) {
            return null;
        }
        String text = files.text(configuration);
        Path documents = inside(home, only(SOURCE, text), ".");
        return toolchain(
                        Kind.VITEPRESS,
                        home,
                        documents,
                        documents.resolve("public"),
                        configuration,
                        isSite(home, ".vitepress/dist"))
                .with(Map.of(), Objects.requireNonNullElse(only(BASE, text), "/"));
    }

    private @Nullable Toolchain docusaurus(Path home) {
        Path configuration = first(home, "docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs");
        if (configuration == null) {
            return null;
        }
        String text = files.text(configuration);
        String route = Objects.requireNonNullElse(only(ROUTE, text), "docs");
        String at = route.replaceAll("^/+|/+$", "");
        // With versions, the pages are built from copies of the documents.
        boolean versions = first(home, "versions.json") != null;
        Root pages = new Root(home.resolve("src/pages"), "");
        List<Root> roots = versions
                ? List.of(pages)
                : List.of(new Root(inside(home, only(DOCS, text), "docs"), at.isEmpty() ? "" : at + "/"), pages);
        return new Toolchain(
                        Kind.DOCUSAURUS,
                        home,
                        roots,
                        List.of(home.resolve("static")),
                        List.of(configuration),
                        isSite(home, "build"))
                .with(Map.of(), Objects.requireNonNullElse(only(BASE, text), "/"));
    }

    private @Nullable Toolchain jbake(Path home) {
        Path configuration = first(home, "jbake.properties");
        return configuration == null
                ? null
                : toolchain(
                        Kind.JBAKE,
                        home,
                        home.resolve("content"),
                        home.resolve("assets"),
                        configuration,
                        isSite(home, "output"));
    }

    private @Nullable Toolchain hugo(Path home) {
        Path configuration = first(
                home, "hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config/_default/hugo.toml");
        return configuration == null || !Files.isDirectory(home.resolve("content"))
                ? null
                : toolchain(
                        Kind.HUGO,
                        home,
                        home.resolve("content"),
                        home.resolve("static"),
                        configuration,
                        isSite(home, "public"));
    }

    private @Nullable Toolchain jekyll(Path home) {
        Path configuration = first(home, "_config.yml", "_config.yaml");
        return configuration == null
                ? null
                : toolchain(Kind.JEKYLL, home, home, null, configuration, isSite(home, "_site"));
    }

    private static Toolchain toolchain(
            Kind kind, Path home, Path documents, @Nullable Path copied, Path configuration, boolean output) {
        return new Toolchain(
                kind,
                home,
                List.of(new Root(documents, "")),
                copied == null ? List.of() : List.of(copied),
                List.of(configuration),
                output);
    }

    private boolean isSite(Path home, String directory) {
        try {
            return home.resolve(directory).normalize().equals(site);
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    private static Path inside(Path home, @Nullable String directory, String otherwise) {
        try {
            return home.resolve(directory == null ? otherwise : directory).normalize();
        } catch (InvalidPathException noPath) {
            return home.resolve(otherwise).normalize();
        }
    }

    /** Returns the value that a pattern finds; null if there is none, or more than one. */
    private static @Nullable String only(Pattern pattern, String text) {
        List<String> values = pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        return values.size() == 1 ? values.get(0) : null;
    }

    private @Nullable Path first(Path directory, String... names) {
        return Stream.of(names)
                .map(name -> files.find(directory, name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
