// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import java.time.Duration;

/**
 * The limits on the number and rate of requests.
 *
 * @param concurrency the maximum number of requests in flight, in total
 * @param siteConcurrency the maximum number of requests in flight to the site under check
 * @param hostConcurrency the maximum number of requests in flight to any other host
 * @param requestInterval the minimum time between two requests to an external host
 * @param retries the number of further attempts after a temporary failure
 * @param maxRetryAfter the longest {@code Retry-After} that is respected
 * @param maxRedirects the maximum number of redirects that are followed
 */
public record Politeness(
        int concurrency,
        int siteConcurrency,
        int hostConcurrency,
        Duration requestInterval,
        int retries,
        Duration maxRetryAfter,
        int maxRedirects) {}
