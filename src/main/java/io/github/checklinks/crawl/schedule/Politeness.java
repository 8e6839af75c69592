// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import io.github.checklinks.crawl.target.HostRules;
import java.time.Duration;

/**
 * How many requests, how fast.
 *
 * @param concurrency requests in flight, in all
 * @param siteConcurrency requests in flight to the site under check
 * @param hostConcurrency requests in flight to any other host
 * @param requestInterval least time between two requests to one foreign host
 * @param retries further attempts after a passing failure
 * @param maxRetryAfter longest {@code Retry-After} obeyed
 * @param maxRedirects hops followed
 * @param hosts what holds for single hosts
 */
public record Politeness(
        int concurrency,
        int siteConcurrency,
        int hostConcurrency,
        Duration requestInterval,
        int retries,
        Duration maxRetryAfter,
        int maxRedirects,
        HostRules hosts) {}
