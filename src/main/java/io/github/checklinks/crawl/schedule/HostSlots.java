// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import java.time.Duration;
import java.util.Map;

/**
 * The number of requests in flight to each host and the earliest time of the next request, shared by all crawls of a Maven session,
 * so that modules built in parallel do not multiply the limits of a host. The shared state consists of JDK types only, because each
 * module may load this class with its own class loader. Thread-safe.
 */
public final class HostSlots {

    /** The polling interval for slots held by other crawls, which cannot notify this one. */
    private static final long POLL_INTERVAL = Duration.ofMillis(20).toNanos();

    private static final int IN_FLIGHT = 0;
    private static final int NOT_BEFORE = 1;

    private final Map<String, long[]> slots;

    /** Creates slots backed by a thread-safe map; only this class may access its values. */
    public HostSlots(Map<String, long[]> slots) {
        this.slots = slots;
    }

    private long[] slot(String host, long now) {
        return slots.computeIfAbsent(host, name -> new long[] {0, now});
    }

    /**
     * Acquires a slot.
     *
     * @param limit the number of slots of the host
     * @param interval the minimum time until the next request, in nanoseconds
     * @return 0 if a slot was acquired, otherwise the nanoseconds to wait before the next try
     */
    long acquire(String host, int limit, long interval, long now) {
        long[] slot = slot(host, now);
        synchronized (slot) {
            if (slot[NOT_BEFORE] - now > 0) {
                return slot[NOT_BEFORE] - now;
            }
            if (slot[IN_FLIGHT] >= limit) {
                return POLL_INTERVAL;
            }
            slot[IN_FLIGHT]++;
            slot[NOT_BEFORE] = now + interval;
            return 0;
        }
    }

    /** Releases slots. */
    void release(String host, int count, long now) {
        long[] slot = slot(host, now);
        synchronized (slot) {
            slot[IN_FLIGHT] -= count;
        }
    }

    /** Pauses a host until a time; a longer pause remains in effect. */
    void pause(String host, long until, long now) {
        long[] slot = slot(host, now);
        synchronized (slot) {
            if (until - slot[NOT_BEFORE] > 0) {
                slot[NOT_BEFORE] = until;
            }
        }
    }
}
