// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts.store;

/**
 * A 64-bit hash by which anchors and fragments are compared. Two different names of one page collide by chance once in
 * 2^64 tries, so a match is taken for certain; a page made to collide could only hide broken links of its own. Unlike
 * {@link NameHash}, the hash is the same in each run, as the cache stores it: hashes are sorted and searched, which no
 * choice of names can slow down.
 */
public final class AnchorHash {

    private AnchorHash() {}

    /** Returns the hash of a name given as UTF-8. */
    public static long of(byte[] utf8, int from, int to) {
        long hash = 0x9E3779B97F4A7C15L ^ (to - from);
        for (int i = from; i < to; i++) {
            hash = (hash ^ (utf8[i] & 255)) * 0x100000001B3L;
            hash ^= hash >>> 29;
        }
        return finish(hash);
    }

    /** Returns the hash of the name of a {@code map}, which differs from that of an anchor of the same name. */
    public static long ofMap(byte[] utf8, int from, int to) {
        return finish(of(utf8, from, to) + 0x632BE59BD9B4E019L);
    }

    private static long finish(long hash) {
        long mixed = (hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L;
        return mixed ^ mixed >>> 32;
    }
}
