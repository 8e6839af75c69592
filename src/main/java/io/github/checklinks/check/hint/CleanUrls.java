// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.TargetKind;
import org.jspecify.annotations.Nullable;

/** Whether a built site is written for a server that finds {@code setup.html} by the address {@code setup}, although the settings do not say so. */
final class CleanUrls {

    /** Fewer may be slips. */
    private static final int FEWEST = 3;

    private static final int MOST_TARGETS = 20_000;

    private CleanUrls() {}

    /** Whether nearly all missing addresses without an ending are there with one. */
    static boolean areMeant(Facts facts) {
        int there = 0;
        int all = 0;
        for (int target = 0; target < facts.targets().size() && all < MOST_TARGETS; target++) {
            if (facts.targets().reach(target) == TargetKind.ABSENT
                    && hasNoEnding(facts.targets().url(target))) {
                all++;
                there += page(facts, target) == null ? 0 : 1;
            }
        }
        return there >= FEWEST && there * 10L >= all * 9L;
    }

    /** The address of the page that a server with clean addresses would answer with; null when there is none. */
    static @Nullable String page(Facts facts, int target) {
        String url = facts.targets().url(target);
        int query = url.indexOf('?');
        String page = (query < 0 ? url : url.substring(0, query)) + ".html";
        return hasNoEnding(url) && facts.roots().fileAt(page) >= 0 ? page : null;
    }

    private static boolean hasNoEnding(String url) {
        int query = url.indexOf('?');
        String path = query < 0 ? url : url.substring(0, query);
        return !path.endsWith("/") && path.lastIndexOf('.') < path.lastIndexOf('/');
    }
}
