// SPDX-License-Identifier: Apache-2.0
/** The scheduling of requests: rate limits, retries, circuit breakers, and the next step after a response. */
@NullMarked
package io.github.checklinks.crawl.schedule;

import org.jspecify.annotations.NullMarked;
