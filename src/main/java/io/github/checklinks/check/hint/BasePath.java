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
 * The path that a built site seems to be published below although the settings do not say so: what its links look for there lies at the
 * same place without that path. Site generators write such links when they are given a base, as for the project pages of GitHub.
 */
public final class BasePath {

    /** Deeper bases are not in use. */
    private static final int MOST_NAMES = 4;

    /** So many missing targets are looked at. */
    private static final int MOST_TARGETS = 20_000;

    /** Fewer may be slips, unless the site itself names an address with that path. */
    private static final int FEWEST = 3;

    private static final int FEWEST_WITH_ADDRESS = 2;

    private final String origin;
    private final String path;
    private final @Nullable String address;

    private BasePath(String origin, String path, @Nullable String address) {
        this.origin = origin;
        this.path = path;
        this.address = address;
    }

    /** The path; null when nothing suggests one. */
    static @Nullable BasePath of(Facts facts, HintLookup hintLookup) {
        if (facts.start() >= 0 || !(WebUrl.parse(facts.site()) instanceof WebUrl site)) {
            return null;
        }
        Search search = new Search(facts, site);
        search.look();
        String path = search.best();
        if (path == null) {
            return null;
        }
        String address = PublishedAddress.below(path, site, hintLookup);
        int hits = search.hits.getOrDefault(path, 0);
        boolean enough = hits >= (address == null ? FEWEST : FEWEST_WITH_ADDRESS);
        return enough && hits * 2 > search.missing(path) ? new BasePath(site.origin(), path, address) : null;
    }

    /** Whether the site itself names an address with this path. */
    public boolean isNamed() {
        return address != null;
    }

    /** Whether an address lies below the path. */
    public boolean has(String url) {
        return url.startsWith(path, origin.length()) && url.startsWith(origin);
    }

    /** What to set. */
    public String hint() {
        boolean known = !origin.endsWith(".invalid");
        String whole = address != null ? address : (known ? origin : "https://HOST") + path;
        return SharedHint.livesBelow(path, whole);
    }

    /** Counts missing targets by the path in whose place they would be found. */
    private static final class Search {

        private final Facts facts;
        private final WebUrl site;
        private final Map<String, Integer> hits = new HashMap<>();
        private final Map<String, Integer> all = new HashMap<>();

        Search(Facts facts, WebUrl site) {
            this.facts = facts;
            this.site = site;
        }

        void look() {
            int looked = 0;
            for (int target = 0; target < facts.targets().size() && looked < MOST_TARGETS; target++) {
                if (isMissing(target)
                        && WebUrl.parse(facts.targets().url(target)) instanceof WebUrl url
                        && url.origin().equals(site.origin())) {
                    looked++;
                    look(url.path());
                }
            }
        }

        /** Missing in the site, or on its host beside it. */
        private boolean isMissing(int target) {
            return facts.targets().reach(target) == TargetKind.ABSENT
                    || facts.targets().zone(target) == Zone.EXTERNAL
                            && facts.targets().url(target).startsWith(site.origin() + "/");
        }

        private void look(String wanted) {
            int slash = wanted.indexOf('/', 1);
            boolean found = false;
            for (int names = 1; names <= MOST_NAMES && slash > 0; names++) {
                String base = wanted.substring(0, slash + 1);
                all.merge(base, 1, Integer::sum);
                if (!found && isThere(wanted.substring(slash + 1))) {
                    hits.merge(base, 1, Integer::sum);
                    found = true;
                }
                slash = wanted.indexOf('/', slash + 1);
            }
        }

        private boolean isThere(String rest) {
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
