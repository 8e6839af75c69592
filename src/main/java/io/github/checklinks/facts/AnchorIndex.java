// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.facts.store.AnchorHash;
import java.util.Arrays;

/**
 * The anchors of the pages, by the targets they were read at, as sorted {@link AnchorHash} numbers. Thread-safe: the
 * reading threads share it, so that links to pages that were read before are judged at once.
 */
public final class AnchorIndex {

    /** The anchors of one page; final, so that they are safely published with the object. */
    private static final class PageAnchors {
        final long[] sorted;
        final boolean isRead;

        PageAnchors(long[] sorted, boolean isRead) {
            this.sorted = sorted;
            this.isRead = isRead;
        }
    }

    /** Represents a page that was not read, which spares a null check. */
    private static final PageAnchors NONE = new PageAnchors(new long[0], false);

    /** The last element is always {@link #NONE}. */
    private volatile PageAnchors[] targets = {NONE};

    /** Adds the anchors of a page that was read successfully and completely. */
    public void put(int target, long[] sorted) {
        put(target, new PageAnchors(sorted, true));
    }

    /** Adds the anchors of a page, unless it has some: of one that was truncated, or remembered from another run. */
    synchronized void putIfAbsent(int target, long[] sorted) {
        if (anchorsOf(target) == NONE) {
            put(target, new PageAnchors(sorted, false));
        }
    }

    private synchronized void put(int target, PageAnchors page) {
        if (target >= targets.length - 1) {
            int before = targets.length;
            PageAnchors[] larger = Arrays.copyOf(targets, Math.max(target + 2, before * 2));
            Arrays.fill(larger, before, larger.length, NONE);
            targets = larger;
        }
        targets[target] = page;
    }

    /** Returns whether a page was read at a target, so that the target exists. */
    boolean isRead(int target) {
        return anchorsOf(target).isRead;
    }

    /** Returns the anchors of the page at a target; none if they are not known yet. */
    long[] of(int target) {
        return anchorsOf(target).sorted;
    }

    private PageAnchors anchorsOf(int target) {
        PageAnchors[] now = targets;
        return now[Math.min(target, now.length - 1)];
    }
}
