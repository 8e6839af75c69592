// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.TargetKind;
import io.github.checklinks.model.Zone;
import io.github.checklinks.report.view.SharedHint;
import io.github.checklinks.url.WebUrl;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The path below which a built site appears to be published although it is not configured: the targets of links below that path exist at the
 * same location without it. Site generators write such links when a base path is configured, for example for project pages on GitHub.
 */
public final class BasePath {

    /** Maximum number of segments of a base path; deeper ones do not occur in practice. */
    private static final int MAX_SEGMENTS = 4;

    /** Maximum number of missing targets to examine. */
    private static final int MAX_TARGETS = 20_000;

    /** Minimum number of matches; fewer may be mistakes, unless the site itself names a URL with that path. */
    private static final int MIN_HITS = 3;

    private static final int MIN_HITS_WITH_ADDRESS = 2;

    private final String origin;
    private final String path;
    private final @Nullable String address;

    private BasePath(String origin, String path, @Nullable String address) {
        this.origin = origin;
        this.path = path;
        this.address = address;
    }

    /** Detects the base path; null if nothing suggests one. */
    static @Nullable BasePath of(Facts facts, HintLookup hintLookup) {
        if (facts.starts().page() >= 0 || !(WebUrl.parse(facts.site()) instanceof WebUrl site)) {
            return null;
        }
        Search search = new Search(facts, site);
        search.run();
        String path = search.best();
        if (path == null) {
            return null;
        }
        String address = PublishedAddress.below(path, site, hintLookup);
        int hits = search.hits.getOrDefault(path, 0);
        boolean enough = hits >= (address == null ? MIN_HITS : MIN_HITS_WITH_ADDRESS);
        return enough && hits * 2 > search.missing(path) ? new BasePath(site.origin(), path, address) : null;
    }

    /** Returns whether the site itself names a URL with this path. */
    public boolean isNamed() {
        return address != null;
    }

    /** Returns whether a URL is below the path. */
    public boolean has(String url) {
        return url.startsWith(path, origin.length()) && url.startsWith(origin);
    }

    /** Returns the hint that says which setting to change. */
    public String hint() {
        boolean known = !origin.endsWith(".invalid");
        String whole = address != null ? address : (known ? origin : "https://HOST") + path;
        return SharedHint.publishedBelow(path, whole);
    }

    /** Counts missing targets by the leading path without which they would exist. */
    private static final class Search {

        private final Facts facts;
        private final WebUrl site;
        private final Map<String, Integer> hits = new HashMap<>();
        private final Map<String, Integer> all = new HashMap<>();

        Search(Facts facts, WebUrl site) {
            this.facts = facts;
            this.site = site;
        }

        void run() {
            int examined = 0;
            for (int target = 0; target < facts.targets().size() && examined < MAX_TARGETS; target++) {
                if (isMissing(target)
                        && WebUrl.parse(facts.targets().url(target)) instanceof WebUrl url
                        && url.origin().equals(site.origin())) {
                    examined++;
                    count(url.path());
                }
            }
        }

        /** Returns whether a target is missing in the site, or is outside of it on the same host. */
        private boolean isMissing(int target) {
            return facts.targets().kind(target) == TargetKind.ABSENT
                    || facts.targets().zone(target) == Zone.EXTERNAL
                            && facts.targets().url(target).startsWith(site.origin() + "/");
        }

        private void count(String wanted) {
            int slash = wanted.indexOf('/', 1);
            boolean found = false;
            for (int names = 1; names <= MAX_SEGMENTS && slash > 0; names++) {
                String base = wanted.substring(0, slash + 1);
                all.merge(base, 1, Integer::sum);
                if (!found && exists(wanted.substring(slash + 1))) {
                    hits.merge(base, 1, Integer::sum);
                    found = true;
                }
                slash = wanted.indexOf('/', slash + 1);
            }
        }

        private boolean exists(String rest) {
            String url = site.href() + rest;
            return facts.roots().fileAt(url) >= 0
                    || !rest.isEmpty() && !rest.endsWith("/") && facts.roots().fileAt(url + ".html") >= 0;
        }

        @Nullable
        String best() {
            String best = null;
            for (Map.Entry<String, Integer> each : hits.entrySet()) {
                int than = best == null ? 0 : hits.getOrDefault(best, 0);
                boolean first = best == null || each.getKey().compareTo(best) < 0;
                if (each.getValue() > than || each.getValue() == than && first) {
                    best = each.getKey();
                }
            }
            return best;
        }

        int missing(String path) {
            return all.getOrDefault(path, 0);
        }
    }
}
