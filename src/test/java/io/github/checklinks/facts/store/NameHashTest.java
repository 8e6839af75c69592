// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Names that were made to collide, in hash tables that others fill. */
class NameHashTest {

    private static final int NAMES = 1 << 14;

    /** Returns names with equal {@link String#hashCode}, whatever precedes and follows. */
    static String colliding(int number) {
        StringBuilder name = new StringBuilder();
        for (int bit = 0; bit < 14; bit++) {
            name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return name.toString();
    }

    private static int hash(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
        return NameHash.of(bytes, 0, bytes.length);
    }

    private static void assertSpread(IntFunction<String> names) {
        Set<Integer> hashes = new HashSet<>();
        int[] slots = new int[NAMES];
        int most = 0;
        for (int i = 0; i < NAMES; i++) {
            int hash = hash(names.apply(i));
            hashes.add(hash);
            most = Math.max(most, ++slots[hash & NAMES - 1]);
        }
        // Chance makes one pair of 2^14 names collide in 32 bits every 32 times.
        assertThat(hashes).hasSizeGreaterThan(NAMES - 5);
        assertThat(most).isLessThan(14);
    }

    @Test
    void namesThatCollideInAnotherHashAreSpread() {
        assertThat(colliding(1).hashCode()).isEqualTo(colliding(NAMES - 1).hashCode());

        assertSpread(NameHashTest::colliding);
        assertSpread(i -> "guide/" + colliding(i) + ".html");
    }

    /** Blocks of the Thue-Morse sequence and its complement collide in every polynomial hash of 32 bits, whatever its odd base. */
    @Test
    void namesThatCollideInEveryPolynomialAreSpread() {
        StringBuilder block = new StringBuilder();
        StringBuilder complement = new StringBuilder();
        for (int i = 0; i < 256; i++) {
            boolean odd = Integer.bitCount(i) % 2 == 1;
            block.append(odd ? 'a' : 'b');
            complement.append(odd ? 'b' : 'a');
        }
        assertThat(block.toString().hashCode()).isEqualTo(complement.toString().hashCode());

        assertSpread(i -> {
            StringBuilder name = new StringBuilder();
            for (int bit = 0; bit < 14; bit++) {
                name.append((i >> bit & 1) == 0 ? block : complement);
            }
            return name.toString();
        });
    }

    @Test
    void namesThatDifferInOnePlaceAreSpread() {
        assertSpread(i -> "" + (char) (' ' + (i & 63)) + (char) (' ' + (i >> 6 & 63)) + (char) (' ' + (i >> 12))
                + "x".repeat(20));
        assertSpread(i ->
                "x".repeat(20) + (char) (' ' + (i & 63)) + (char) (' ' + (i >> 6 & 63)) + (char) (' ' + (i >> 12)));
    }

    @Test
    void theHashOfARangeIsThatOfItsBytesOneByOne() {
        Random random = new Random(24);
        for (int i = 0; i < 1_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            int from = random.nextInt(bytes.length + 1);
            long state = NameHash.START;
            for (int at = from; at < bytes.length; at++) {
                state = NameHash.next(state, bytes[at]);
            }

            assertThat(NameHash.of(bytes, from, bytes.length)).isEqualTo(NameHash.of(state));
        }
    }
}
