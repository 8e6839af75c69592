// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts.store;

import java.util.SplittableRandom;

/**
 * The hash of names that pages choose. It depends on two secrets of this run, so that no page can hold names that were made to collide in
 * a table, which would then be searched from end to end for each of them. Never written anywhere, and nothing is ordered by it.
 *
 * <p>Each byte is followed by a multiplication by a secret, which alone would not do (some names collide whatever a polynomial's base is),
 * and by a fold of the high half into the low one.
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

    /** The state after one more byte. */
    public static long next(long state, byte next) {
        long product = (state ^ next) * FACTOR;
        return product ^ product >>> 32;
    }

    /** The hash of a name, from the state after its last byte. */
    public static int of(long state) {
        return (int) (state * FACTOR >>> 32);
    }

    /** The hash of a name. */
    public static int of(byte[] text, int from, int to) {
        long state = START;
        for (int i = from; i < to; i++) {
            state = next(state, text[i]);
        }
        return of(state);
    }
}
