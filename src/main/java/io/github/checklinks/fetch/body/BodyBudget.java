// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.body;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The memory budget that all response bodies share, from their first byte until they have been read. Once it is exhausted,
 * bodies wait in a FIFO queue (back-pressure). One body at a time is exempt from the limit, which guarantees progress.
 */
public final class BodyBudget {

    /** How long the exempt body may be complete but unread while all others wait, in nanoseconds. */
    private static final long MAX_UNREAD_NANOS = Duration.ofSeconds(10).toNanos();

    private final long total;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private long used;
    private @Nullable Claim exempt;

    /**
     * Creates a budget.
     *
     * @param total its size in bytes
     */
    public BodyBudget(long total) {
        this.total = total;
    }

    /** Returns an empty claim for one body. */
    public Claim claim() {
        return new Claim();
    }

    /** Returns the number of bytes claimed. */
    public synchronized long used() {
        return used;
    }

    private synchronized boolean tryTake(Claim claim, long bytes, Runnable onGranted) {
        if (claim.closed || claim == exempt || queue.isEmpty() && fits(claim, bytes)) {
            claim.take(bytes);
            return true;
        }
        queue.add(new Waiting(claim, bytes, onGranted));
        return false;
    }

    /** Returns whether the bytes fit, or the claim is the exempt one; makes it exempt if there is none. */
    private boolean fits(Claim claim, long bytes) {
        if (used + bytes <= total) {
            return true;
        }
        if (exempt == null) {
            exempt = claim;
        }
        return exempt == claim;
    }

    /**
     * Exempts the next body if the exempt one has been complete but unread for 10 seconds.
     *
     * @param nanoTime the current {@link System#nanoTime()}
     */
    public void skipStalled(long nanoTime) {
        Claim first;
        synchronized (this) {
            first = exempt;
            if (first == null || !first.complete || nanoTime - first.completeSince < MAX_UNREAD_NANOS) {
                return;
            }
            exempt = null;
        }
        free(first, Long.MAX_VALUE);
    }

    private void free(Claim claim, long remaining) {
        List<Runnable> granted = new ArrayList<>();
        synchronized (this) {
            claim.shrink(remaining);
            if (claim.closed && claim == exempt) {
                exempt = null;
            }
            while (!queue.isEmpty()) {
                Waiting first = queue.element();
                if (!first.claim.closed && !fits(first.claim, first.bytes)) {
                    break;
                }
                queue.remove();
                first.claim.take(first.bytes);
                granted.add(first.onGranted);
            }
        }
        granted.forEach(Runnable::run);
    }

    private record Waiting(Claim claim, long bytes, Runnable onGranted) {}

    /** The share of the budget that one body has claimed. Thread-safe. */
    public final class Claim {

        private long held;
        private boolean closed;
        private boolean complete;
        private long completeSince;

        /**
         * Claims more bytes: immediately, or when other claims are released.
         *
         * @param onGranted run if the claim had to wait, on the thread that released the memory
         * @return true if the bytes were granted immediately; {@code onGranted} is then not run
         */
        public boolean take(long bytes, Runnable onGranted) {
            return tryTake(this, bytes, onGranted);
        }

        /** Claims bytes that have already been received, even beyond the limit. */
        public void add(long bytes) {
            synchronized (BodyBudget.this) {
                take(bytes);
            }
        }

        /**
         * Shrinks the claim to {@code bytes}, once the body is complete.
         *
         * @param nanoTime the current {@link System#nanoTime()}
         */
        public void complete(long bytes, long nanoTime) {
            synchronized (BodyBudget.this) {
                complete = true;
                completeSince = nanoTime;
            }
            free(this, bytes);
        }

        /**
         * Releases everything permanently. A pending {@link #take} is granted without counting; its {@code onGranted} has to
         * check whether the request has ended.
         */
        public void close() {
            synchronized (BodyBudget.this) {
                closed = true;
            }
            free(this, 0);
        }

        private void take(long bytes) {
            if (!closed) {
                held += bytes;
                used += bytes;
            }
        }

        private void shrink(long remaining) {
            long released = Math.max(0, held - remaining);
            held -= released;
            used -= released;
        }
    }
}
