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
 * The addresses of host names, each asked for once in a run, on an executor: a slow name server must hold neither the
 * caller nor the client's own threads. Requests for a name that is being looked up wait for the same answer.
 */
public final class HostResolver {

    /** Looks a name up, and blocks meanwhile. */
    @FunctionalInterface
    public interface Lookup {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /**
     * What a look-up brought.
     *
     * @param addresses in the platform's order; empty when there are none
     * @param failure why there are none, in the platform's words; empty otherwise
     */
    public record Found(List<InetAddress> addresses, String failure) {

        public boolean isUnknown() {
            return addresses.isEmpty();
        }

        /** Whether the name service said nothing; the platform tells that only in its words, and not on every system. */
        public boolean isSilence() {
            return failure.contains("Temporary failure");
        }
    }

    /** So many names without a word from the name service, and never one with: no further one is worth half a minute. */
    private static final int PLENTY = 20;

    /** An unknown name is told within moments; what takes longer is a name service that does not answer. */
    private static final long SILENCE = TimeUnit.SECONDS.toNanos(4);

    /** What a name is told that was not asked for. */
    private static final String SILENT = "Temporary failure in name resolution";

    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile boolean heardOf;
    private final Map<String, CompletableFuture<Found>> known = new ConcurrentHashMap<>();
    private final Set<String> doubted = ConcurrentHashMap.newKeySet();
    private final Lookup lookup;
    private final Executor executor;

    public HostResolver(Lookup lookup, Executor executor) {
        this.lookup = lookup;
        this.executor = executor;
    }

    /**
     * The addresses of a host as written in a URL. The future fails only if the executor refuses; that is not
     * remembered.
     */
    public CompletableFuture<Found> find(String host) {
        CompletableFuture<Found> mine = new CompletableFuture<>();
        CompletableFuture<Found> earlier = known.putIfAbsent(host, mine);
        if (earlier != null) {
            return earlier;
        }
        try {
            InetAddress literal = HostLiterals.literal(host);
            if (literal == null) {
                executor.execute(() -> ask(host, mine));
            } else {
                mine.complete(new Found(List.of(literal), ""));
            }
        } catch (RuntimeException refused) {
            known.remove(host, mine);
            mine.completeExceptionally(refused);
        }
        return mine;
    }

    /** The addresses of a host that was looked up; empty when there are none, or none yet. */
    public List<InetAddress> known(String host) {
        CompletableFuture<Found> found = known.get(host);
        return found == null || !found.isDone() || found.isCompletedExceptionally()
                ? List.of()
                : found.join().addresses();
    }

    /** Forgets the names without address, so that the next request for one asks again. */
    public void forgetUnknown() {
        unanswered.set(0);
        known.forEach((host, future) -> {
            if (future.isDone()
                    && (future.isCompletedExceptionally() || future.join().isUnknown())
                    && known.remove(host, future)) {
                doubted.add(host);
            }
        });
    }

    private void ask(String host, CompletableFuture<Found> answer) {
        if (!heardOf && unanswered.get() >= PLENTY) {
            answer.complete(new Found(List.of(), SILENT));
            return;
        }
        long start = System.nanoTime();
        try {
            Found found = new Found(List.of(look(host)), "");
            heardOf = true;
            answer.complete(found);
        } catch (UnknownHostException | RuntimeException e) {
            Found none = new Found(List.of(), String.valueOf(e.getMessage()));
            if (none.isSilence() || System.nanoTime() - start > SILENCE) {
                unanswered.incrementAndGet();
            } else {
                heardOf = true;
            }
            answer.complete(none);
        } catch (Throwable error) {
            answer.completeExceptionally(error); // a mistake of ours: whoever waits tells of it
        }
    }

    /** The platform keeps a failure for ten seconds, and would repeat it; it takes the same name with its final dot for another. */
    private InetAddress[] look(String host) throws UnknownHostException {
        if (doubted.contains(host) && host.contains(".") && !host.endsWith(".")) {
            try {
                return lookup.addresses(host + ".");
            } catch (UnknownHostException still) {
                return lookup.addresses(host);
            }
        }
        return lookup.addresses(host);
    }
}
