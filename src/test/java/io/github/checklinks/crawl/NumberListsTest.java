// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberListsTest {

    @Test
    void aListGrowsAndBeginsAnew() {
        IntList ints = new IntList();
        LongList longs = new LongList();
        for (int i = 0; i < 1_000; i++) {
            ints.add(i);
            longs.add(1L << 40 | i);
        }

        assertThat(ints.size()).isEqualTo(1_000);
        assertThat(ints.get(999)).isEqualTo(999);
        assertThat(longs.toArray()).hasSize(1_000);
        assertThat(longs.get(500)).isEqualTo(1L << 40 | 500);
        ints.clear();
        longs.clear();
        assertThat(ints.size()).isZero();
        assertThat(longs.toArray()).isEmpty();
    }

    @Test
    void distinctNumbersRise() {
        IntList list = new IntList();
        for (int value : new int[] {5, -2, 5, 9, 5, -2}) {
            list.add(value);
        }

        assertThat(list.distinct()).containsExactly(-2, 5, 9);
        assertThat(new IntList().distinct()).isEmpty();
    }
}
