// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import java.time.Duration;
import java.util.Map;

/**
 * How many requests are under way to each host, and when the next may depart: shared by all crawls of a Maven session, so that
 * modules built side by side do not multiply a host's limits. Made of JDK types only, because each of them may have loaded this
 * class for itself. Thread-safe.
 */
public final class HostSlots {

    /** How soon to look again for a place that another crawl may give back: it cannot wake us. */
    private static final long LOOK_AGAIN = Duration.ofMillis(20).toNanos();

    private static final int FLYING = 0;
    private static final int NOT_BEFORE = 1;

    private final Map<String, long[]> slots;

    /** Those in a map, which must be safe for threads; its values are ours. */
    public HostSlots(Map<String, long[]> slots) {
        this.slots = slots;
    }

    private long[] slot(String host, long now) {
        return slots.computeIfAbsent(host, name -> new long[] {0, now});
    }

    /**
     * Takes a place.
     *
     * @param limit how many there are
     * @param interval nanoseconds before the next request may depart
     * @return 0 when it was taken, else how many nanoseconds to wait before asking again
     */
    long take(String host, int limit, long interval, long now) {
        long[] slot = slot(host, now);
        synchronized (slot) {
            if (slot[NOT_BEFORE] - now > 0) {
                return slot[NOT_BEFORE] - now;
            }
            if (slot[FLYING] >= limit) {
                return LOOK_AGAIN;
            }
            slot[FLYING]++;
            slot[NOT_BEFORE] = now + interval;
            return 0;
        }
    }

    /** Gives places back. */
    void giveBack(String host, int places, long now) {
        long[] slot = slot(host, now);
        synchronized (slot) {
            slot[FLYING] -= places;
        }
    }

    /** Lets a host rest until a time; a longer rest stays. */
    void rest(String host, long until, long now) {
        long[] slot = slot(host, now);
        synchronized (slot) {
            if (until - slot[NOT_BEFORE] > 0) {
                slot[NOT_BEFORE] = until;
            }
        }
    }
}
