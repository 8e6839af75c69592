// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.facts.store.IntList;
import io.github.checklinks.facts.store.LongList;
import java.util.stream.IntStream;
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
        assertThat(longs.sorted()).hasSize(1_000);
        assertThat(longs.get(500)).isEqualTo(1L << 40 | 500);
        ints.clear();
        longs.clear();
        assertThat(ints.size()).isZero();
        assertThat(longs.sorted()).isEmpty();
    }

    @Test
    void longNumbersRiseInAShortListAndInALongOne() {
        LongList few = new LongList();
        for (long value : new long[] {5, -2, 1L << 50, 9, 5}) {
            few.add(value);
        }
        LongList many = new LongList();
        for (int i = 0; i < 1_000; i++) {
            many.add(i * 0x9E3779B97F4A7C15L);
        }

        assertThat(few.sorted()).containsExactly(-2, 5, 5, 9, 1L << 50);
        assertThat(many.sorted()).isEqualTo(inPlatformsOrder(many));
        assertThat(new LongList().sorted()).isEmpty();
    }

    @Test
    void aListIsSortedWhateverItsLengthAndItsValues() {
        for (int size : new int[] {1, 127, 128, 129, 500, 70_000}) {
            LongList list = new LongList();
            for (int i = 0; i < size; i++) {
                list.add((i * 0x9E3779B97F4A7C15L) >> i % 64);
            }
            list.set(size / 2, Long.MIN_VALUE);
            list.set(size - 1, Long.MAX_VALUE);

            assertThat(list.sorted()).as("%d numbers", size).isEqualTo(inPlatformsOrder(list));
        }
    }

    private static long[] inPlatformsOrder(LongList list) {
        return IntStream.range(0, list.size()).mapToLong(list::get).sorted().toArray();
    }
}
