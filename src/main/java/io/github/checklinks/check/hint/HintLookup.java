// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

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

/**
 * What is there, for hints about what is not: the files of local roots, and what a crawl visited. Nothing is listed before a hint
 * asks for it.
 */
public final class HintLookup {

    /**
     * Something that is there.
     *
     * @param page the number of its page; -1 when it was not read as one
     * @param file the number of the local file; -1 when it is on the web
     */
    public record Found(int page, int file) {}

    private static final int BEGINNING = 1 << 15;

    private final Facts facts;
    private final Map<FileTree, FileNameIndex> listed = new HashMap<>();
    private @Nullable FileNameIndex visited;

    /** What is there after a run. */
    public HintLookup(Facts facts) {
        this.facts = facts;
    }

    /** What lies around a target that is missing; null when it lies beyond the site and the mappings. */
    public @Nullable DirectoryListing around(int target) {
        if (!(WebUrl.parse(facts.targets().url(target)) instanceof WebUrl url) || !url.isHttp()) {
            return null;
        }
        LocalRoots.Place place = facts.roots().find(url);
        if (place == null) {
            return aroundVisited(url);
        }
        if (place.isOtherModule()) {
            return null;
        }
        FileTree fileTree = place.tree();
        FileNameIndex names = listed.computeIfAbsent(fileTree, listing -> new FileNameIndex(listing.files()));
        return new DirectoryListing(place.base(), place.path(), names, fileTree);
    }

    private @Nullable DirectoryListing aroundVisited(WebUrl url) {
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
                    && isAnswered(target)
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

    private boolean isAnswered(int target) {
        return facts.outcome(target) instanceof Outcome.Answered answered
                && answered.status() >= 200
                && answered.status() <= 299;
    }

    /** What an address leads to; null when nothing is known to be there. The fragment does not count. */
    public @Nullable Found find(WebUrl url) {
        WebUrl whole = url.withoutFragment();
        LocalRoots.Place place = whole.isHttp() ? facts.roots().find(whole) : null;
        if (place != null) {
            int file = place.file();
            return file < 0 || facts.unreadable().hasFile(file) ? null : new Found(facts.pageOfFile(file), file);
        }
        int target = facts.targets().find(whole.href());
        return target < 0 || !isAnswered(target) ? null : new Found(facts.page(target), -1);
    }

    /** Whether nothing speaks against an address: it is there, or it lies beyond the site and nobody failed to get it. */
    public boolean mayBeThere(WebUrl url) {
        if (find(url) != null) {
            return true;
        }
        WebUrl whole = url.withoutFragment();
        boolean ours = facts.roots().find(whole) != null
                || UrlPrefix.directoryOf(WebUrl.ofSerialised(facts.site())).below(whole) != null;
        int target = facts.targets().find(whole.href());
        return !ours && (target < 0 || !isInVain(facts.outcome(target)));
    }

    private static boolean isInVain(@Nullable Outcome outcome) {
        return outcome instanceof Outcome.Failed
                || outcome instanceof Outcome.Answered answered && answered.status() >= 400;
    }

    /** Whether an anchor is there; a picture or anything else that has none takes any. */
    public boolean hasAnchor(Found found, Fragment fragment) {
        if (found.page() >= 0) {
            return fragment.isTop() || facts.leadsSomewhere(found.page(), fragment);
        }
        boolean isPage = found.file() >= 0 && facts.roots().isPage(found.file());
        return !isPage || fragment.isTop() || anchorNames(found.file()).contains(fragment.name());
    }

    /** The first part of the local file that answers an address, byte by byte; empty when there is none, or it cannot be read. */
    public String beginning(String url) {
        int file = facts.roots().fileAt(url);
        if (file < 0) {
            return "";
        }
        try (InputStream in = facts.roots().open(file)) {
            return new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** The anchors of a local file, by a second look at it; none when it cannot be read any longer. */
    public List<String> anchorNames(int file) {
        return AnchorNames.of(facts.roots(), file);
    }

    /** The pages of the site that have some anchors, by anchor: at most two of each, since two are several. */
    public Map<String, List<Integer>> pagesWith(Collection<String> names) {
        AnchorSearch search = new AnchorSearch(names);
        for (int page = 0; page < facts.pageCount(); page++) {
            if (facts.targets().zone(facts.pageTarget(page)) == Zone.SITE) {
                search.look(page, facts.anchors(page));
            }
        }
        return search.found();
    }
}
