// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import java.time.Duration;
import java.util.List;

/**
 * Where a crawl ends.
 *
 * @param seeds further start URLs or paths, resolved against the start page
 * @param maxDepth links from the start page; {@code Integer.MAX_VALUE} for no limit
 * @param maxPages pages read; does not apply to a directory
 * @param maxDuration the whole run
 * @param respectRobots whether the robots.txt of a served site is obeyed
 */
public record CrawlLimits(
        List<String> seeds, int maxDepth, int maxPages, Duration maxDuration, boolean respectRobots) {}
