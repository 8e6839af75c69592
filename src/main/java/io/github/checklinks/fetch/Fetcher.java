// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import java.util.concurrent.CompletableFuture;

/** Sends exactly one request and brings what came of it. Redirects, retries and the GET after a HEAD are new requests, made by the crawl. */
@FunctionalInterface
public interface Fetcher {

    /** Sends it. The future never fails: what goes wrong, our own bugs included, is a {@link Response.None}. Completes on a thread that must not be held. */
    CompletableFuture<Response> fetch(Request request);

    /**
     * Looks up a few unrelated names that exist for certain, and connects to none of them: whether one of them has a public address,
     * so that a name without address has none indeed.
     */
    default CompletableFuture<Boolean> resolvesPublicNames() {
        return CompletableFuture.completedFuture(false);
    }

    /** Asks the name service again for names that had no address, when they are requested next. */
    default void forgetUnknownHosts() {}
}
