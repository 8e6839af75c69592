// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.connection;

import io.github.checklinks.fetch.HostLiterals;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A caching resolver for host names. Looks up each name once per run, on an executor, so that a slow name server blocks neither
 * the caller nor the I/O threads of the client. Concurrent requests for a name share one look-up. Thread-safe.
 */
public final class HostResolver {

    /** A blocking look-up of a host name. */
    @FunctionalInterface
    public interface Lookup {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /**
     * The result of a look-up.
     *
     * @param addresses the addresses in Java's order; empty if there are none
     * @param failure Java's message if there are none; empty otherwise
     */
    public record Found(List<InetAddress> addresses, String failure) {

        public boolean isUnknown() {
            return addresses.isEmpty();
        }

        /** Returns whether the name service did not answer. Java reports that only in its message, and not on every system. */
        public boolean isUnanswered() {
            return failure.contains("Temporary failure");
        }
    }

    /**
     * After this many look-ups without an answer, and none with one, no further names are looked up: each would take half a
     * minute.
     */
    private static final int MAX_UNANSWERED = 20;

    /** A failed look-up that took longer counts as unanswered: a working name service reports an unknown name faster. */
    private static final long UNANSWERED_NANOS = TimeUnit.SECONDS.toNanos(4);

    /** The failure of names that are not looked up any more. */
    private static final String UNANSWERED = "Temporary failure in name resolution";

    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile boolean answered;
    private final Map<String, CompletableFuture<Found>> cache = new ConcurrentHashMap<>();
    private final Set<String> forgotten = ConcurrentHashMap.newKeySet();
    private final Lookup lookup;
    private final Executor executor;

    public HostResolver(Lookup lookup, Executor executor) {
        this.lookup = lookup;
        this.executor = executor;
    }

    /**
     * Looks up the addresses of a host as written in a URL. The future fails only if the executor rejects the task (which is not
     * cached) or the look-up throws an error.
     */
    public CompletableFuture<Found> find(String host) {
        CompletableFuture<Found> created = new CompletableFuture<>();
        CompletableFuture<Found> earlier = cache.putIfAbsent(host, created);
        if (earlier != null) {
            return earlier;
        }
        try {
            InetAddress literal = HostLiterals.literal(host);
            if (literal == null) {
                executor.execute(() -> lookUp(host, created));
            } else {
                created.complete(new Found(List.of(literal), ""));
            }
        } catch (RuntimeException refused) {
            cache.remove(host, created);
            created.completeExceptionally(refused);
        }
        return created;
    }

    /** Returns the cached addresses of a host; empty if there are none, or not yet. */
    public List<InetAddress> known(String host) {
        CompletableFuture<Found> found = cache.get(host);
        return found == null || !found.isDone() || found.isCompletedExceptionally()
                ? List.of()
                : found.join().addresses();
    }

    /** Removes names without addresses from the cache, so that they are looked up again. */
    public void forgetUnknown() {
        unanswered.set(0);
        cache.forEach((host, future) -> {
            if (future.isDone()
                    && (future.isCompletedExceptionally() || future.join().isUnknown())
                    && cache.remove(host, future)) {
                forgotten.add(host);
            }
        });
    }

    private void lookUp(String host, CompletableFuture<Found> answer) {
        if (!answered && unanswered.get() >= MAX_UNANSWERED) {
            answer.complete(new Found(List.of(), UNANSWERED));
            return;
        }
        long start = System.nanoTime();
        try {
            Found found = new Found(List.of(resolve(host)), "");
            answered = true;
            answer.complete(found);
        } catch (UnknownHostException | RuntimeException e) {
            Found none = new Found(List.of(), String.valueOf(e.getMessage()));
            if (none.isUnanswered() || System.nanoTime() - start > UNANSWERED_NANOS) {
                unanswered.incrementAndGet();
            } else {
                answered = true;
            }
            answer.complete(none);
        } catch (Throwable error) {
            answer.completeExceptionally(error); // a bug of ours, reported by the requests that wait for it
        }
    }

    /** Looks up a name. Java caches a failure for ten seconds; a trailing dot bypasses its cache when a name is looked up again. */
    private InetAddress[] resolve(String host) throws UnknownHostException {
        if (forgotten.contains(host) && host.contains(".") && !host.endsWith(".")) {
            try {
                return lookup.addresses(host + ".");
            } catch (UnknownHostException unknown) {
                return lookup.addresses(host);
            }
        }
        return lookup.addresses(host);
    }
}
