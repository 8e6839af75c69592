// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.TargetKind;
import org.jspecify.annotations.Nullable;

/** Detects sites written for a server that serves {@code setup.html} at the URL {@code setup}, although this is not configured. */
final class CleanUrls {

    /** Minimum number of matches; fewer may be mistakes. */
    private static final int MIN_HITS = 3;

    private static final int MAX_TARGETS = 20_000;

    private CleanUrls() {}

    /** Returns whether at least 90 % of the missing URLs without a file extension exist with {@code .html} appended. */
    static boolean areExpected(Facts facts) {
        int existing = 0;
        int all = 0;
        for (int target = 0; target < facts.targets().size() && all < MAX_TARGETS; target++) {
            if (facts.targets().kind(target) == TargetKind.ABSENT
                    && hasNoExtension(facts.targets().url(target))) {
                all++;
                existing += page(facts, target) == null ? 0 : 1;
            }
        }
        return existing >= MIN_HITS && existing * 10L >= all * 9L;
    }

    /** Returns the URL of the page that a server with clean URLs would serve for a target; null if there is none. */
    static @Nullable String page(Facts facts, int target) {
        String url = facts.targets().url(target);
        int query = url.indexOf('?');
        String page = (query < 0 ? url : url.substring(0, query)) + ".html";
        return hasNoExtension(url) && facts.roots().fileAt(page) >= 0 ? page : null;
    }

    private static boolean hasNoExtension(String url) {
        int query = url.indexOf('?');
        String path = query < 0 ? url : url.substring(0, query);
        return !path.endsWith("/") && path.lastIndexOf('.') < path.lastIndexOf('/');
    }
}
