package io.github.checklinks.fetch;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

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
record Kit(
        HttpSettings settings,
        Executor executor,
        ScheduledExecutorService alarms,
        BodyBudget budget,
        ProxyWatch watch,
        Failures failures,
        RetryAfter retryAfter) {}
