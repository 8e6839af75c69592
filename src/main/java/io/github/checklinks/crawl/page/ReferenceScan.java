// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.page;

import io.github.checklinks.facts.store.NameHash;
import java.util.Arrays;

/** A reference on the bytes as written, taken apart in one pass: where its fragment begins, the hash of what is before, and whether all is ordinary. */
final class ReferenceScan {

    /** A byte that has to be encoded or left out. */
    private static final byte UNUSUAL = 1;

    private static final byte BRACE = 2;

    /** What bytes are in a reference, if not ordinary. */
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

    /** Where the fragment begins with its {@code #}, or the reference ends. */
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
        classes = classesOfPath | bracesIn(utf8, i, to);
        return i;
    }

    /** Whether a fragment holds a brace, as a placeholder does: 0 when it does not. */
    private static int bracesIn(byte[] utf8, int from, int to) {
        int classes = 0;
        for (int i = from; i < to; i++) {
            classes |= CLASSES[utf8[i] & 0xFF];
        }
        return classes & BRACE;
    }

    /** The {@link NameHash} of what is before the fragment. */
    int hash() {
        return hash;
    }

    /** Whether the part before the fragment is printable ASCII without spaces, and there is no brace anywhere. */
    boolean isOrdinary() {
        return classes == 0;
    }
}
