// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The anchors of the pages that were read so far, by the targets they were read at. Shared by the threads that read, so that links to a page
 * that was read before are judged on sight.
 */
final class KnownAnchors {

    /** Final, so that whoever sees the object sees the numbers. */
    private static final class Of {
        final long[] sorted;

        Of(long[] sorted) {
            this.sorted = sorted;
        }
    }

    private volatile @Nullable Of[] targets = new Of[256];

    /** Adds the sorted {@link AnchorHash} numbers of a page that answered well. */
    synchronized void put(int target, long[] sorted) {
        if (target >= targets.length) {
            targets = Arrays.copyOf(targets, Math.max(target + 1, targets.length * 2));
        }
        targets[target] = new Of(sorted);
    }

    /** Whether a page was read at a target. */
    boolean has(int target) {
        return of(target) != null;
    }

    /** Whether the page that was read at a target has the anchor of a {@link WrittenFragment#hash}; false also when that is not known yet. */
    boolean has(int target, long anchor) {
        Of anchors = of(target);
        return anchors != null && WrittenFragment.isIn(anchors.sorted, anchor);
    }

    private @Nullable Of of(int target) {
        @Nullable Of[] now = targets;
        return target < now.length ? now[target] : null;
    }
}
