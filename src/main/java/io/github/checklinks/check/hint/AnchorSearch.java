// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import io.github.checklinks.facts.store.AnchorHash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Searches all pages for a set of anchors in a single pass, by the hashes of their names. */
final class AnchorSearch {

    /** Pages recorded for each anchor: with two, an anchor is known to be ambiguous. */
    private static final int MAX_PAGES = 2;

    private final Map<Long, String> wanted = new HashMap<>();
    private final Map<String, List<Integer>> found = new HashMap<>();
    private final long[] sorted;

    AnchorSearch(Collection<String> names) {
        for (String name : new LinkedHashSet<>(names)) {
            byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
            wanted.put(AnchorHash.of(utf8, 0, utf8.length), name);
        }
        sorted = new long[wanted.size()];
        int count = 0;
        for (long hash : wanted.keySet()) {
            sorted[count++] = hash;
        }
        Arrays.sort(sorted);
    }

    /**
     * Searches one page. Merges the two sorted lists, so each is traversed once.
     *
     * @param page the number of the page
     * @param anchors the hashes of its anchors, sorted
     */
    void search(int page, long[] anchors) {
        int i = 0;
        int j = 0;
        while (i < sorted.length && j < anchors.length) {
            if (sorted[i] < anchors[j]) {
                i++;
            } else if (sorted[i] > anchors[j]) {
                j++;
            } else {
                add(Objects.requireNonNull(wanted.get(sorted[i++])), page);
            }
        }
    }

    private void add(String name, int page) {
        List<Integer> pages = found.computeIfAbsent(name, k -> new ArrayList<>(MAX_PAGES));
        if (pages.size() < MAX_PAGES) {
            pages.add(page);
        }
    }

    /** Returns the numbers of the pages that have each anchor, at most two for an anchor; an anchor that no page has is missing. */
    Map<String, List<Integer>> found() {
        return found;
    }
}
