// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts.store;

import java.util.SplittableRandom;

/**
 * A keyed hash of names that pages choose. It depends on two secrets of this run, so that no page can contain names
 * that were made to collide in a hash table, which would then be searched linearly for each of them. Never written
 * anywhere, and nothing is ordered by it.
 *
 * <p>Each byte is followed by a multiplication by a secret, which alone would not suffice (some names collide whatever
 * a polynomial's base is), and by a fold of the high half into the low one.
 */
public final class NameHash {

    /** The state before the first byte. */
    public static final long START;

    private static final long FACTOR;

    static {
        SplittableRandom random = new SplittableRandom();
        START = random.nextLong();
        FACTOR = random.nextLong() | 1;
    }

    private NameHash() {}

    /** Returns the state after one more byte. */
    public static long next(long state, byte next) {
        long product = (state ^ next) * FACTOR;
        return product ^ product >>> 32;
    }

    /** Returns the hash of a name, from the state after its last byte. */
    public static int of(long state) {
        return (int) (state * FACTOR >>> 32);
    }

    /** Returns the hash of a name. */
    public static int of(byte[] text, int from, int to) {
        long state = START;
        for (int i = from; i < to; i++) {
            state = next(state, text[i]);
        }
        return of(state);
    }
}
