// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.cache;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/**
 * Where good answers of other sites are remembered, and for how long they count.
 *
 * @param directory where the cache lies; created when something is remembered
 * @param maxAge how long an answer counts without being asked for again; zero means that each is confirmed in every run
 * @param clock the time
 */
public record CacheSettings(Path directory, Duration maxAge, Clock clock) {}
