// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.http;

import io.github.checklinks.fetch.HttpSettings;
import io.github.checklinks.fetch.RetryAfter;
import io.github.checklinks.fetch.body.BodyBudget;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/**
 * The objects that all requests of a fetcher share.
 *
 * @param settings the settings for requests
 * @param executor runs CPU-bound work such as decoding
 * @param scheduler runs deadlines
 * @param budget the memory budget of bodies
 * @param proxyHealth records which proxies reject requests
 * @param failureClassifier classifies exceptions
 * @param retryAfter parses requested waits
 */
record FetchContext(
        HttpSettings settings,
        Executor executor,
        ScheduledExecutorService scheduler,
        BodyBudget budget,
        ProxyHealth proxyHealth,
        FailureClassifier failureClassifier,
        RetryAfter retryAfter) {

    /**
     * Runs CPU-bound work on the executor.
     *
     * @param onFailure receives what the work threw, or why the executor rejected it
     */
    void execute(Runnable work, Consumer<Throwable> onFailure) {
        try {
            executor.execute(() -> {
                try {
                    work.run();
                } catch (Throwable bug) {
                    onFailure.accept(bug);
                }
            });
        } catch (Throwable rejection) {
            onFailure.accept(rejection);
        }
    }
}
