// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.facts.store.AnchorHash;
import java.util.Arrays;

/**
 * The anchors of the pages that were read so far, by the targets they were read at. Shared by the threads that read, so that links to a page
 * that was read before are judged on sight.
 */
public final class AnchorIndex {

    /** Final, so that whoever sees the object sees the numbers. */
    private static final class Of {
        final long[] sorted;

        Of(long[] sorted) {
            this.sorted = sorted;
        }
    }

    /** Stands for a page that was not read, so that nobody need ask whether it was. */
    private static final Of NOTHING = new Of(new long[0]);

    /** The last is always nothing. */
    private volatile Of[] targets = {NOTHING};

    /** Adds the sorted {@link AnchorHash} numbers of a page that answered well. */
    public synchronized void put(int target, long[] sorted) {
        if (target >= targets.length - 1) {
            int before = targets.length;
            Of[] larger = Arrays.copyOf(targets, Math.max(target + 2, before * 2));
            Arrays.fill(larger, before, larger.length, NOTHING);
            targets = larger;
        }
        targets[target] = new Of(sorted);
    }

    /** Whether a page was read at a target. */
    public boolean has(int target) {
        return of(target) != NOTHING;
    }

    /** Whether the page that was read at a target has the anchor of a {@link FragmentBytes#hash}; false also when that is not known yet. */
    public boolean has(int target, long anchor) {
        return FragmentBytes.isIn(of(target).sorted, anchor);
    }

    private Of of(int target) {
        Of[] now = targets;
        return now[Math.min(target, now.length - 1)];
    }
}
