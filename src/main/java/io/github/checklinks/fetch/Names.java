package io.github.checklinks.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * The addresses of host names, each asked for once in a run, on an executor: a slow name server must hold neither the
 * caller nor the client's own threads. Requests for a name that is being looked up wait for the same answer.
 */
final class Names {

    /** Looks a name up, and blocks meanwhile. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /**
     * What a look-up brought.
     *
     * @param addresses in the platform's order; empty when there are none
     * @param failure why there are none, in the platform's words; empty otherwise
     */
    record Found(List<InetAddress> addresses, String failure) {

        boolean isUnknown() {
            return addresses.isEmpty();
        }
    }

    private final Map<String, CompletableFuture<Found>> known = new ConcurrentHashMap<>();
    private final Set<String> doubted = ConcurrentHashMap.newKeySet();
    private final Lookup lookup;
    private final Executor executor;

    Names(Lookup lookup, Executor executor) {
        this.lookup = lookup;
        this.executor = executor;
    }

    /**
     * The addresses of a host as written in a URL. The future fails only if the executor refuses; that is not
     * remembered.
     */
    CompletableFuture<Found> find(String host) {
        InetAddress literal = Hosts.literal(host);
        if (literal != null) {
            return CompletableFuture.completedFuture(new Found(List.of(literal), ""));
        }
        CompletableFuture<Found> mine = new CompletableFuture<>();
        CompletableFuture<Found> earlier = known.putIfAbsent(host, mine);
        if (earlier != null) {
            return earlier;
        }
        try {
            executor.execute(() -> ask(host, mine));
        } catch (RuntimeException refused) {
            known.remove(host, mine);
            mine.completeExceptionally(refused);
        }
        return mine;
    }

    /** Forgets the names without address, so that the next request for one asks again. */
    void forgetUnknown() {
        known.forEach((host, future) -> {
            if (future.isDone()
                    && (future.isCompletedExceptionally() || future.join().isUnknown())
                    && known.remove(host, future)) {
                doubted.add(host);
            }
        });
    }

    private void ask(String host, CompletableFuture<Found> answer) {
        try {
            answer.complete(new Found(List.of(look(host)), ""));
        } catch (UnknownHostException | RuntimeException e) {
            answer.complete(new Found(List.of(), String.valueOf(e.getMessage())));
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
