// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import java.util.HashMap;
import java.util.Map;

/** The minimum number of redirects that lead to each target. Only non-zero numbers are stored, because redirects are rare. */
final class RedirectDepths {

    private final Map<Integer, Integer> counts = new HashMap<>();

    /** Returns the number of redirects to a target. */
    int to(int target) {
        return counts.getOrDefault(target, 0);
    }

    /**
     * Adds a path to a target.
     *
     * @param hops the number of redirects of the path
     * @param known whether there was a path before
     * @return whether this path is the first or the shortest
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
