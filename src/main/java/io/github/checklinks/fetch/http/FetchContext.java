// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.http;

import io.github.checklinks.fetch.HttpSettings;
import io.github.checklinks.fetch.RetryAfter;
import io.github.checklinks.fetch.body.BodyBudget;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/**
 * What all requests of a fetcher share.
 *
 * @param settings how requests are made
 * @param executor for what takes time
 * @param alarms for deadlines
 * @param budget for bodies
 * @param watch what proxies let through
 * @param failures the meaning of exceptions
 * @param retryAfter the reading of waits
 */
record FetchContext(
        HttpSettings settings,
        Executor executor,
        ScheduledExecutorService alarms,
        BodyBudget budget,
        ProxyHealth watch,
        FailureClassifier failureClassifier,
        RetryAfter retryAfter) {

    /**
     * Does what takes time.
     *
     * @param trouble told what the work threw, or why it was not taken on
     */
    void execute(Runnable work, Consumer<Throwable> trouble) {
        try {
            executor.execute(() -> {
                try {
                    work.run();
                } catch (Throwable bug) {
                    trouble.accept(bug);
                }
            });
        } catch (Throwable refusal) {
            trouble.accept(refusal);
        }
    }
}
