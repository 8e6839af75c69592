// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HostSlotsTest {

    private final Map<String, long[]> map = new ConcurrentHashMap<>();
    private final HostSlots slots = new HostSlots(map);

    /** That of another module, whose plugin was loaded by another class loader. */
    private final HostSlots others = new HostSlots(map);

    @Test
    void aLimitHoldsForAllTogether() {
        assertThat(slots.take("a", 2, 0, 5)).isZero();
        assertThat(others.take("a", 2, 0, 5)).isZero();
        assertThat(slots.take("a", 2, 0, 5)).isPositive();
        assertThat(slots.take("b", 2, 0, 5)).isZero();
        others.giveBack("a", 1, 6);
        assertThat(slots.take("a", 2, 0, 6)).isZero();
    }

    @Test
    void soDoesTheInterval() {
        assertThat(slots.take("a", 9, 50, 100)).isZero();
        assertThat(others.take("a", 9, 50, 120)).isEqualTo(30);
        assertThat(others.take("a", 9, 50, 150)).isZero();
    }

    @Test
    void aRestIsOneForAllAndTheLongestCounts() {
        slots.rest("a", 1_000, 10);
        others.rest("a", 500, 10);

        assertThat(others.take("a", 9, 0, 400)).isEqualTo(600);
    }

    @Test
    void theClockMayPassTheLargestNumber() {
        long late = Long.MAX_VALUE - 10;

        assertThat(slots.take("a", 9, 50, late)).isZero();
        assertThat(slots.take("a", 9, 50, late + 20)).isEqualTo(30);
        assertThat(slots.take("a", 9, 50, late + 50)).isZero();
    }

    @Test
    void manyThreadsNeverTakeMoreThanThereIs() {
        AtomicInteger taken = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        IntStream.range(0, 20_000).parallel().forEach(i -> {
            if (slots.take("a", 3, 0, 1) == 0) {
                most.accumulateAndGet(taken.incrementAndGet(), Math::max);
                taken.decrementAndGet();
                slots.giveBack("a", 1, 1);
            }
        });

        assertThat(most.get()).isBetween(1, 3);
        assertThat(slots.take("a", 1, 0, 1)).isZero();
    }
}
