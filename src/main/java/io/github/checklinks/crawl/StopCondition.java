// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The condition under which a run ends early: {@code maxDuration} is over, or the run is interrupted. Thread-safe. */
final class StopCondition {

    /** The time that work in progress may take to complete after requests were aborted. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** The same after an interrupt, because a user may be waiting. */
    private static final Duration SHORT_GRACE = Duration.ofMillis(300);

    private final Duration maxDuration;
    private final long deadline;
    private final CompletableFuture<Void> interrupt = new CompletableFuture<>();

    /** Creates a condition for a run that starts now. */
    StopCondition(Duration maxDuration) {
        this.maxDuration = maxDuration;
        this.deadline = System.nanoTime() + maxDuration.toNanos();
    }

    /** Interrupts the run; has no effect if it was already interrupted. */
    void interrupt() {
        interrupt.complete(null);
    }

    /** Returns a future that completes when the run is interrupted. */
    CompletableFuture<Void> interrupted() {
        return interrupt;
    }

    boolean isInterrupted() {
        return interrupt.isDone();
    }

    /** Returns whether the run has to end. */
    boolean isDue() {
        return isInterrupted() || nanosLeft() <= 0;
    }

    /** Returns the remaining time in nanoseconds; negative if it is over. */
    long nanosLeft() {
        return deadline - System.nanoTime();
    }

    /** Returns the time in nanoseconds that work in progress may take to complete. */
    long grace() {
        return (isInterrupted() ? SHORT_GRACE : GRACE).toNanos();
    }

    /** Returns why the run has to end. */
    String reason() {
        return isInterrupted() ? "interrupted" : "maxDuration (" + maxDuration.toSeconds() + " s) was reached";
    }
}
