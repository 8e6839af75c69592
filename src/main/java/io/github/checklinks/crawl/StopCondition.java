// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** When a run has to end whatever is left: its time is over, or somebody interrupts it. Thread-safe. */
final class StopCondition {

    /** How long what is under way may take to end by itself, once requests were broken off. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** The same when somebody waits at the keyboard. */
    private static final Duration SHORT_GRACE = Duration.ofMillis(300);

    private final Duration most;
    private final long deadline;
    private final CompletableFuture<Void> interrupt = new CompletableFuture<>();

    /** That of a run that begins now and may last so long. */
    StopCondition(Duration most) {
        this.most = most;
        this.deadline = System.nanoTime() + most.toNanos();
    }

    /** Asks for the end; the first time counts. */
    void interrupt() {
        interrupt.complete(null);
    }

    /** Completes when the end is asked for. */
    CompletableFuture<Void> interrupted() {
        return interrupt;
    }

    boolean isInterrupted() {
        return interrupt.isDone();
    }

    boolean isDue() {
        return isInterrupted() || nanosLeft() <= 0;
    }

    /** How long the run may last; negative when that is over. */
    long nanosLeft() {
        return deadline - System.nanoTime();
    }

    long grace() {
        return (isInterrupted() ? SHORT_GRACE : GRACE).toNanos();
    }

    /** Why it is due. */
    String reason() {
        return isInterrupted() ? "interrupted" : "maxDuration (" + most.toSeconds() + " s) was over";
    }
}
