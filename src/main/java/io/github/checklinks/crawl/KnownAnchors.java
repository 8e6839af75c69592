// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The anchors of the files that were read so far. Shared by the threads that read, so that a fragment that leads to a file read before is
 * judged on sight.
 */
final class KnownAnchors {

    /** Final, so that whoever sees the object sees the numbers. */
    private static final class Of {
        final long[] sorted;

        Of(long[] sorted) {
            this.sorted = sorted;
        }
    }

    private volatile @Nullable Of[] files = new Of[256];

    /** Adds the sorted {@link AnchorHash} numbers of a file. */
    synchronized void put(int file, long[] sorted) {
        if (file >= files.length) {
            files = Arrays.copyOf(files, Math.max(file + 1, files.length * 2));
        }
        files[file] = new Of(sorted);
    }

    /** Whether a file has the anchor that a reference names; false also when that is not known yet. */
    boolean have(int file, byte[] text, int from, int to) {
        @Nullable Of[] now = files;
        Of anchors = file < now.length ? now[file] : null;
        return anchors != null && WrittenFragment.isIn(text, from, to, anchors.sorted);
    }
}
