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

    /** The slots of another module, whose plugin was loaded by another class loader. */
    private final HostSlots others = new HostSlots(map);

    @Test
    void aLimitAppliesToAllCrawlsTogether() {
        assertThat(slots.acquire("a", 2, 0, 5)).isZero();
        assertThat(others.acquire("a", 2, 0, 5)).isZero();
        assertThat(slots.acquire("a", 2, 0, 5)).isPositive();
        assertThat(slots.acquire("b", 2, 0, 5)).isZero();
        others.release("a", 1, 6);
        assertThat(slots.acquire("a", 2, 0, 6)).isZero();
    }

    @Test
    void anIntervalAppliesToAllCrawlsTogether() {
        assertThat(slots.acquire("a", 9, 50, 100)).isZero();
        assertThat(others.acquire("a", 9, 50, 120)).isEqualTo(30);
        assertThat(others.acquire("a", 9, 50, 150)).isZero();
    }

    @Test
    void aPauseAppliesToAllCrawlsAndTheLongestCounts() {
        slots.pause("a", 1_000, 10);
        others.pause("a", 500, 10);

        assertThat(others.acquire("a", 9, 0, 400)).isEqualTo(600);
    }

    @Test
    void theClockMayOverflow() {
        long late = Long.MAX_VALUE - 10;

        assertThat(slots.acquire("a", 9, 50, late)).isZero();
        assertThat(slots.acquire("a", 9, 50, late + 20)).isEqualTo(30);
        assertThat(slots.acquire("a", 9, 50, late + 50)).isZero();
    }

    @Test
    void concurrentThreadsNeverExceedTheLimit() {
        AtomicInteger taken = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        IntStream.range(0, 20_000).parallel().forEach(i -> {
            if (slots.acquire("a", 3, 0, 1) == 0) {
                most.accumulateAndGet(taken.incrementAndGet(), Math::max);
                taken.decrementAndGet();
                slots.release("a", 1, 1);
            }
        });

        assertThat(most.get()).isBetween(1, 3);
        assertThat(slots.acquire("a", 1, 0, 1)).isZero();
    }
}
