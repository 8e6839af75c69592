// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.http;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A deadline that can be stopped while its time does not count. Safe for several threads. */
final class PausableTimeout {

    private final ScheduledExecutorService clock;
    private final Runnable ring;
    private @Nullable ScheduledFuture<?> set;
    private long nanosLeft;
    private boolean paused;
    private boolean over;

    PausableTimeout(ScheduledExecutorService clock, Runnable ring) {
        this.clock = clock;
        this.ring = ring;
    }

    /** Rings after a time, instead of when it would have. */
    synchronized void set(long nanos) {
        cancelSet();
        nanosLeft = nanos;
        if (!paused && !over) {
            set = clock.schedule(ring, nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** Stops the clock. */
    synchronized void pause() {
        if (set != null) {
            nanosLeft = Math.max(1, set.getDelay(TimeUnit.NANOSECONDS));
        }
        cancelSet();
        paused = true;
    }

    /** Lets the clock go on, with what was left. */
    synchronized void resume() {
        if (paused) {
            paused = false;
            if (nanosLeft > 0) {
                set(nanosLeft);
            }
        }
    }

    /** Never rings again. */
    synchronized void cancel() {
        over = true;
        cancelSet();
    }

    private void cancelSet() {
        if (set != null) {
            set.cancel(false);
            set = null;
        }
    }
}
