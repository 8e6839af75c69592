// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.facts.store.AnchorHash;
import java.util.Arrays;

/**
 * An index of the anchors of the pages read so far, by the targets they were read at. Thread-safe: shared by the
 * reading threads, so that links to pages that were read before are judged at once.
 */
public final class AnchorIndex {

    /** The anchors of one page; final, so that they are safely published with the object. */
    private static final class PageAnchors {
        final long[] sorted;

        PageAnchors(long[] sorted) {
            this.sorted = sorted;
        }
    }

    /** Represents a page that was not read, which spares a null check. */
    private static final PageAnchors NONE = new PageAnchors(new long[0]);

    /** The last element is always {@link #NONE}. */
    private volatile PageAnchors[] targets = {NONE};

    /** Adds the sorted {@link AnchorHash} numbers of a page that was read successfully. */
    public synchronized void put(int target, long[] sorted) {
        if (target >= targets.length - 1) {
            int before = targets.length;
            PageAnchors[] larger = Arrays.copyOf(targets, Math.max(target + 2, before * 2));
            Arrays.fill(larger, before, larger.length, NONE);
            targets = larger;
        }
        targets[target] = new PageAnchors(sorted);
    }

    /** Returns whether a page was read at a target. */
    public boolean has(int target) {
        return anchorsOf(target) != NONE;
    }

    /**
     * Returns whether the page read at a target has the anchor of a {@link FragmentBytes#hash}; false also if that is
     * not known yet.
     */
    public boolean has(int target, long anchor) {
        return FragmentBytes.isIn(anchorsOf(target).sorted, anchor);
    }

    private PageAnchors anchorsOf(int target) {
        PageAnchors[] now = targets;
        return now[Math.min(target, now.length - 1)];
    }
}
