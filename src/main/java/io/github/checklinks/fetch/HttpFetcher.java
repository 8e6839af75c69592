package io.github.checklinks.fetch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Asks web servers, with one pooled asynchronous client. Loaded only when something must be asked over the network. */
public final class HttpFetcher implements Fetcher, AutoCloseable {

    /** Opens the client. Names are resolved, and bodies inflated, on {@code executor}. */
    public HttpFetcher(HttpSettings settings, Executor executor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Response> fetch(Request request) {
        throw new UnsupportedOperationException();
    }

    /** Ends every request in flight (each future completes) and every thread of ours, within a second. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
