// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import java.time.Duration;
import java.util.List;

/**
 * The limits of a crawl, and its further starts.
 *
 * @param seeds further start URLs or paths, resolved against the start page
 * @param maxDepth the maximum number of links from the start page; {@code Integer.MAX_VALUE} for no limit
 * @param maxPages the maximum number of pages read; does not apply to a directory
 * @param maxDuration the maximum duration of the whole run
 * @param respectRobots whether the robots.txt of a served site is respected
 */
public record CrawlLimits(
        List<String> seeds, int maxDepth, int maxPages, Duration maxDuration, boolean respectRobots) {}
