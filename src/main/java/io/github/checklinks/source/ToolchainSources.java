// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import io.github.checklinks.model.Link;
import io.github.checklinks.model.Sources;
import io.github.checklinks.source.BuiltPage.Part;
import io.github.checklinks.source.file.SourceFiles;
import io.github.checklinks.source.toolchain.Addresses;
import io.github.checklinks.source.toolchain.LinkKeys;
import io.github.checklinks.source.toolchain.SourceText;
import io.github.checklinks.source.toolchain.Toolchain;
import io.github.checklinks.source.toolchain.Toolchain.Document;
import io.github.checklinks.source.toolchain.Toolchains;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Locates the links of a built site in the documents of toolchains such as MkDocs, Sphinx or Antora; asks other sources about the pages
 * that none of them built. Looks for the toolchains when it is first asked, and returns no location if it is ambiguous.
 */
public final class ToolchainSources implements Sources {

    private static final int CACHED_PAGES = 4;

    private static final Candidate NONE = new Candidate(null, null, null);

    /** What a page was built from: a document of a toolchain, or a file that was copied. */
    private record Candidate(
            @Nullable Toolchain toolchain,
            @Nullable Document document,
            @Nullable Path copied) {}

    /** A page with its document. */
    private record Pair(BuiltPage page, DocumentReferences references) {}

    private final Path site;
    private final String base;
    private final SourceFiles files;
    private final SourceFiles pages;
    private final Function<Toolchains, List<Toolchain>> search;
    private final Sources others;
    private @Nullable List<Toolchain> found;
    private final Map<String, Candidate> candidates = new LinkedHashMap<>(CACHED_PAGES, 0.75f, true);
    private final Map<String, Pair> pairs = new LinkedHashMap<>(CACHED_PAGES, 0.75f, true);

    /**
     * Creates a locator.
     *
     * @param root the directory of the build, to which reported names are relative; files outside of it are never named
     * @param site the directory of the built site
     * @param base the URL of the site
     * @param search returns the toolchains of the site
     * @param others the sources of pages that no toolchain built
     */
    public ToolchainSources(
            Path root, Path site, String base, Function<Toolchains, List<Toolchain>> search, Sources others) {
        this.site = site;
        this.base = base;
        this.files = new SourceFiles(root);
        this.pages = new SourceFiles(site);
        this.search = search;
        this.others = others;
    }

    @Override
    public synchronized @Nullable Source of(Link link) {
        if (link.reference().position().line() == 0 || toolchains().isEmpty()) {
            return others.of(link);
        }
        Path file = pages.find(site, link.page());
        if (file == null) {
            return others.of(link);
        }
        Candidate candidate = candidates.get(link.page());
        if (candidate == null) {
            candidate = candidate(link.page(), file);
            remember(candidates, link.page(), candidate);
        }
        if (candidate.copied() != null) {
            return new Source(
                    files.name(candidate.copied()), link.reference().position().line(), false);
        }
        return candidate.toolchain() == null || candidate.document() == null
                ? others.of(link)
                : located(link, file, candidate.toolchain(), candidate.document());
    }

    private List<Toolchain> toolchains() {
        List<Toolchain> known = found;
        if (known == null) {
            known = List.copyOf(search.apply(new Toolchains(files, site)));
            found = known;
        }
        return known;
    }

    private Candidate candidate(String page, Path file) {
        List<Candidate> all = new ArrayList<>();
        List<Path> known = new ArrayList<>();
        BuiltPage built = null;
        for (Toolchain toolchain : toolchains()) {
            for (Path copied : toolchain.copied(files, page)) {
                String text = files.text(copied);
                if (!text.isEmpty() && !known.contains(copied) && text.equals(pages.text(file))) {
                    known.add(copied);
                    all.add(new Candidate(toolchain, null, copied));
                }
            }
            for (Document document : toolchain.documents(files, site, page)) {
                built = built == null ? new BuiltPage(pages.text(file)) : built;
                if (!known.contains(document.file()) && isBuilt(toolchain, built)) {
                    known.add(document.file());
                    all.add(new Candidate(toolchain, document, null));
                }
            }
        }
        return all.size() == 1 ? all.get(0) : NONE;
    }

    private static boolean isBuilt(Toolchain toolchain, BuiltPage page) {
        String word = toolchain.kind().generator();
        return !page.isJavadoc()
                && toolchain.kind().builds(page.generator())
                && (toolchain.output() || word == null || page.mentions(word));
    }

    private @Nullable Source located(Link link, Path file, Toolchain toolchain, Document document) {
        Pair pair = pairs.get(link.page());
        if (pair == null) {
            Addresses addresses = new Addresses(base, toolchain.prefix());
            SourceText text = toolchain.text(files, document);
            BuiltPage page = new BuiltPage(
                    pages.text(file),
                    new BuiltPage.Layout(
                            toolchain.kind().content(),
                            toolchain.kind().footnotes(),
                            toolchain.kind().added(),
                            target -> LinkKeys.of(addresses, link.page(), target)));
            LinkKeys keys = new LinkKeys(files, addresses, toolchain, document, text, link.page());
            pair = new Pair(
                    page,
                    new DocumentReferences(
                            document, text, keys, toolchain.kind().hasKnownContent() && page.hasKnownContent()));
            remember(pairs, link.page(), pair);
        }
        BuiltPage.Occurrence occurrence = pair.page().occurrence(link.reference());
        if (occurrence.part() == Part.ADDED || occurrence.index() < 0) {
            return null;
        }
        if (occurrence.part() == Part.FRAME) {
            return configured(toolchain, link.reference().text());
        }
        String key = LinkKeys.of(
                new Addresses(base, toolchain.prefix()),
                link.page(),
                link.reference().text());
        boolean configuredToo = occurrence.part() == Part.UNKNOWN
                && configured(toolchain, link.reference().text()) != null;
        return configuredToo ? null : pair.references().source(files, key, occurrence);
    }

    /** Returns the only line of the configuration that contains an absolute URL. */
    private @Nullable Source configured(Toolchain toolchain, String target) {
        if (!TargetNormalizer.isAbsolute(target)) {
            return null;
        }
        Source only = null;
        for (Path configuration : toolchain.configuration()) {
            String[] lines = files.text(configuration).split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                int at = lines[i].strip().startsWith("#") ? -1 : lines[i].indexOf(target);
                int end = at + target.length();
                if (at >= 0 && (end == lines[i].length() || "\"' \t\r,)}]>`".indexOf(lines[i].charAt(end)) >= 0)) {
                    if (only != null) {
                        return new Source(only.file(), 0, false);
                    }
                    only = new Source(files.name(configuration), i + 1, false);
                }
            }
        }
        return only;
    }

    private static <T> void remember(Map<String, T> map, String page, T value) {
        map.put(page, value);
        if (map.size() > CACHED_PAGES) {
            map.remove(map.keySet().iterator().next());
        }
    }
}
