// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.body;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The memory that all bodies in flight share, from their first byte until they were read. At its limit bodies wait, in the
 * order they came; one of them may always go beyond it, so that there is an end to the waiting.
 */
public final class BodyBudget {

    /** How long a complete body may wait for its reader while it holds up all others, in nanoseconds. */
    private static final long PATIENCE = Duration.ofSeconds(10).toNanos();

    private final long total;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private long used;
    private @Nullable Claim ahead;

    /**
     * A budget.
     *
     * @param total bytes
     */
    public BodyBudget(long total) {
        this.total = total;
    }

    /** A body's share, with nothing in it. */
    public Claim claim() {
        return new Claim();
    }

    /** Bytes claimed. */
    public synchronized long used() {
        return used;
    }

    private synchronized boolean enter(Claim claim, long bytes, Runnable then) {
        if (claim.closed || claim == ahead || queue.isEmpty() && fits(claim, bytes)) {
            claim.take(bytes);
            return true;
        }
        queue.add(new Waiting(claim, bytes, then));
        return false;
    }

    /** Whether there is room, or nobody else is ahead of the others. */
    private boolean fits(Claim claim, long bytes) {
        if (used + bytes <= total) {
            return true;
        }
        if (ahead == null) {
            ahead = claim;
        }
        return ahead == claim;
    }

    /** Lets the next go ahead when the one that does has its body for so long that nobody seems to read it. */
    public void relieve(long nanoTime) {
        Claim first;
        synchronized (this) {
            first = ahead;
            if (first == null || !first.complete || nanoTime - first.completeSince < PATIENCE) {
                return;
            }
            ahead = null;
        }
        free(first, Long.MAX_VALUE);
    }

    private void free(Claim claim, long left) {
        List<Runnable> granted = new ArrayList<>();
        synchronized (this) {
            claim.shrink(left);
            if (claim.closed && claim == ahead) {
                ahead = null;
            }
            while (!queue.isEmpty()) {
                Waiting first = queue.element();
                if (!first.claim.closed && !fits(first.claim, first.bytes)) {
                    break;
                }
                queue.remove();
                first.claim.take(first.bytes);
                granted.add(first.then);
            }
        }
        granted.forEach(Runnable::run);
    }

    private record Waiting(Claim claim, long bytes, Runnable then) {}

    /** One body's share of the memory. Safe for several threads. */
    public final class Claim {

        private long held;
        private boolean closed;
        private boolean complete;
        private long completeSince;

        /**
         * Claims more, and goes on once it is there: at once, or when others let go, on their thread.
         *
         * @param then what to do when it had to wait
         * @return whether it is there already; {@code then} is not run
         */
        public boolean take(long bytes, Runnable then) {
            return enter(this, bytes, then);
        }

        /** Claims bytes that have come already. */
        public void add(long bytes) {
            synchronized (BodyBudget.this) {
                take(bytes);
            }
        }

        /** Lets go of all but so many bytes, the body being complete. */
        public void keep(long bytes, long nanoTime) {
            synchronized (BodyBudget.this) {
                complete = true;
                completeSince = nanoTime;
            }
            free(this, bytes);
        }

        /** Lets go of everything for good. Who waits for more is let through and is to see that all is over. */
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

        private void shrink(long left) {
            long less = Math.max(0, held - left);
            held -= less;
            used -= less;
        }
    }
}
