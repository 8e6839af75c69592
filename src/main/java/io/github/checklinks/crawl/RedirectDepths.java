// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import java.util.HashMap;
import java.util.Map;

/** The fewest redirects on the way to each target; few have any. */
final class RedirectDepths {

    private final Map<Integer, Integer> counts = new HashMap<>();

    int to(int target) {
        return counts.getOrDefault(target, 0);
    }

    /**
     * Adds a way to a target.
     *
     * @param known whether there was another one before
     * @return whether this one is shorter, or the first
     */
    boolean add(int target, int hops, boolean known) {
        boolean shorter = !known || hops < to(target);
        if (hops == 0) {
            counts.remove(target);
        } else if (shorter) {
            counts.put(target, hops);
        }
        return shorter;
    }
}
