// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.http;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A timeout that can be paused and resumed. Thread-safe. */
final class PausableTimeout {

    private final ScheduledExecutorService scheduler;
    private final Runnable action;
    private @Nullable ScheduledFuture<?> scheduled;
    private long nanosLeft;
    private boolean paused;
    private boolean cancelled;

    PausableTimeout(ScheduledExecutorService scheduler, Runnable action) {
        this.scheduler = scheduler;
        this.action = action;
    }

    /** Runs the action after the given time; replaces an earlier setting. */
    synchronized void set(long nanos) {
        cancelScheduled();
        nanosLeft = nanos;
        if (!paused && !cancelled) {
            scheduled = scheduler.schedule(action, nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** Pauses the timeout and keeps the remaining time. */
    synchronized void pause() {
        if (scheduled != null) {
            nanosLeft = Math.max(1, scheduled.getDelay(TimeUnit.NANOSECONDS));
        }
        cancelScheduled();
        paused = true;
    }

    /** Resumes the timeout with the remaining time. */
    synchronized void resume() {
        if (paused) {
            paused = false;
            if (nanosLeft > 0) {
                set(nanosLeft);
            }
        }
    }

    /** Cancels the timeout permanently. */
    synchronized void cancel() {
        cancelled = true;
        cancelScheduled();
    }

    private void cancelScheduled() {
        if (scheduled != null) {
            scheduled.cancel(false);
            scheduled = null;
        }
    }
}
