// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.page;

import io.github.checklinks.facts.store.NameHash;
import java.util.Arrays;

/**
 * A scan of a reference as written, in one pass: where its fragment begins, the hash of what precedes it, and whether
 * all bytes are ordinary.
 */
final class ReferenceScan {

    /** The class of bytes that must be encoded or removed. */
    private static final byte UNUSUAL = 1;

    private static final byte BRACE = 2;

    /** The class of each byte; 0 if it is ordinary. */
    private static final byte[] CLASSES = classes();

    private int hash;
    private int classes;

    private static byte[] classes() {
        byte[] classes = new byte[256];
        Arrays.fill(classes, 0, ' ' + 1, UNUSUAL);
        Arrays.fill(classes, 128, 256, UNUSUAL);
        classes['{'] = BRACE;
        return classes;
    }

    /** Scans a reference, and returns where its fragment begins with the {@code #}, or its end. */
    int endOfPath(byte[] utf8, int from, int to) {
        int classesOfPath = 0;
        long hashOfPath = NameHash.START;
        int i = from;
        while (i < to && utf8[i] != '#') {
            byte c = utf8[i++];
            classesOfPath |= CLASSES[c & 0xFF];
            hashOfPath = NameHash.next(hashOfPath, c);
        }
        hash = NameHash.of(hashOfPath);
        classes = classesOfPath | braceClassOf(utf8, i, to);
        return i;
    }

    /** Returns {@link #BRACE} if a fragment contains a brace, as a placeholder does; else 0. */
    private static int braceClassOf(byte[] utf8, int from, int to) {
        int classes = 0;
        for (int i = from; i < to; i++) {
            classes |= CLASSES[utf8[i] & 0xFF];
        }
        return classes & BRACE;
    }

    /** Returns the {@link NameHash} of the part before the fragment. */
    int hash() {
        return hash;
    }

    /**
     * Returns whether the part before the fragment is printable ASCII without spaces, and the reference contains no
     * brace.
     */
    boolean isOrdinary() {
        return classes == 0;
    }
}
