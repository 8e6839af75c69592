// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import java.util.concurrent.CompletableFuture;

/** Sends single requests. Redirects, retries and the GET after a HEAD are new requests, which the crawler makes. */
@FunctionalInterface
public interface Fetcher {

    /**
     * Sends a request. The future never completes exceptionally: every failure, including bugs of ours, is reported as a
     * {@link Response.None}. It completes on a thread that must not be blocked.
     */
    CompletableFuture<Response> fetch(Request request);

    /**
     * Looks up a few unrelated names that are known to exist, without connecting to them, and returns whether one of them has a
     * public address. If so, name resolution works, and a name without an address really has none.
     */
    default CompletableFuture<Boolean> resolvesPublicNames() {
        return CompletableFuture.completedFuture(false);
    }

    /** Forgets which names had no address, so that they are looked up again with the next request. */
    default void forgetUnknownHosts() {}
}
