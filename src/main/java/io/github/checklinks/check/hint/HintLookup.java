// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import io.github.checklinks.crawl.directory.FileBuffer;
import io.github.checklinks.crawl.directory.FileTree;
import io.github.checklinks.crawl.directory.LocalRoots;
import io.github.checklinks.crawl.directory.UrlPrefix;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.Fragment;
import io.github.checklinks.facts.Targets;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.PercentCoding;
import io.github.checklinks.url.WebUrl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks up what exists, for hints about what does not: the files of local roots, and the URLs that a crawl visited. Lists files lazily. */
public final class HintLookup {

    /**
     * An existing resource.
     *
     * @param page the number of its page; -1 if it was not parsed as one
     * @param file the number of the local file; -1 if it is remote
     */
    public record Found(int page, int file) {}

    private static final int HEAD_LENGTH = 1 << 15;

    private final Facts facts;
    private final Map<FileTree, FileNameIndex> indexes = new HashMap<>();
    private final FileBuffer buffer = new FileBuffer();
    private @Nullable FileNameIndex visited;

    /** Creates a lookup in the results of a crawl. */
    public HintLookup(Facts facts) {
        this.facts = facts;
    }

    /** Returns the files around a missing target; null if the target is outside the site and the mappings. */
    public @Nullable DirectoryListing around(int target) {
        if (!(WebUrl.parse(facts.targets().url(target)) instanceof WebUrl url) || !url.isHttp()) {
            return null;
        }
        LocalRoots.Location place = facts.roots().find(url);
        if (place == null) {
            return visitedAround(url);
        }
        if (place.isOtherModule()) {
            return null;
        }
        FileTree fileTree = place.tree();
        FileNameIndex names = indexes.computeIfAbsent(fileTree, tree -> new FileNameIndex(tree.files()));
        return new DirectoryListing(place.base(), place.path(), names, fileTree);
    }

    private @Nullable DirectoryListing visitedAround(WebUrl url) {
        UrlPrefix site = UrlPrefix.directoryOf(WebUrl.ofSerialised(facts.site()));
        String below = site.below(url);
        if (below == null) {
            return null;
        }
        if (visited == null) {
            visited = new FileNameIndex(visitedPaths(site));
        }
        return new DirectoryListing(facts.site(), PercentCoding.decode(below), visited, null);
    }

    private List<String> visitedPaths(UrlPrefix site) {
        Set<String> paths = new LinkedHashSet<>();
        Targets targets = facts.targets();
        for (int target = 0; target < targets.size(); target++) {
            if (targets.zone(target) == Zone.SITE
                    && isSuccessful(target)
                    && WebUrl.parse(targets.url(target)) instanceof WebUrl url
                    && url.query() == null) {
                String below = site.below(url);
                if (below != null && !below.isEmpty()) {
                    paths.add(PercentCoding.decode(below));
                }
            }
        }
        return List.copyOf(paths);
    }

    private boolean isSuccessful(int target) {
        return facts.outcome(target) instanceof Outcome.Answered answered
                && answered.status() >= 200
                && answered.status() <= 299;
    }

    /** Returns the resource at a URL, whose fragment is ignored; null if none is known to exist. */
    public @Nullable Found find(WebUrl url) {
        WebUrl whole = url.withoutFragment();
        LocalRoots.Location place = whole.isHttp() ? facts.roots().find(whole) : null;
        if (place != null) {
            int file = place.file();
            return file < 0 || facts.unreadable().hasFile(file) ? null : new Found(facts.pageOfFile(file), file);
        }
        int target = facts.targets().find(whole.href());
        return target < 0 || !isSuccessful(target) ? null : new Found(facts.page(target), -1);
    }

    /** Returns whether a URL may exist: it is known to, or it is outside the site and no request for it failed. */
    public boolean mayExist(WebUrl url) {
        if (find(url) != null) {
            return true;
        }
        WebUrl whole = url.withoutFragment();
        boolean isLocal = facts.roots().find(whole) != null
                || UrlPrefix.directoryOf(WebUrl.ofSerialised(facts.site())).below(whole) != null;
        int target = facts.targets().find(whole.href());
        return !isLocal && (target < 0 || !hasFailed(facts.outcome(target)));
    }

    private static boolean hasFailed(@Nullable Outcome outcome) {
        return outcome instanceof Outcome.Failed
                || outcome instanceof Outcome.Answered answered && answered.status() >= 400;
    }

    /** Returns whether a resource has an anchor; always true for an image or another resource that cannot have anchors. */
    public boolean hasAnchor(Found found, Fragment fragment) {
        if (found.page() >= 0) {
            return fragment.isTop() || facts.leadsSomewhere(found.page(), fragment);
        }
        boolean isPage = found.file() >= 0 && facts.roots().isPage(found.file());
        return !isPage || fragment.isTop() || anchorNames(found.file()).contains(fragment.name());
    }

    /** Returns the first 32 KiB of the local file at a URL, decoded as ISO 8859-1; empty if there is none, or it cannot be read. */
    public String head(String url) {
        int file = facts.roots().fileAt(url);
        if (file < 0) {
            return "";
        }
        try (InputStream in = facts.roots().open(file)) {
            return new String(in.readNBytes(HEAD_LENGTH), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** Parses a local file again and returns the names of its anchors; empty if it can no longer be read. */
    public List<String> anchorNames(int file) {
        return AnchorNames.of(facts.roots(), file, buffer);
    }

    /** Returns the numbers of the pages of the site that have any of the anchors, by anchor: at most two for each, which suffice to detect ambiguity. */
    public Map<String, List<Integer>> pagesWith(Collection<String> names) {
        AnchorSearch search = new AnchorSearch(names);
        for (int page = 0; page < facts.pageCount(); page++) {
            if (facts.targets().zone(facts.pageTarget(page)) == Zone.SITE) {
                search.search(page, facts.anchors(page));
            }
        }
        return search.found();
    }
}
