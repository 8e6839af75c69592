// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.cache;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/**
 * The location and lifetime of the response cache.
 *
 * @param directory the directory of the cache; created when the first entry is written
 * @param maxAge how long an entry is used without a request; zero means that each is revalidated in every run
 * @param clock the source of the current time
 */
public record CacheSettings(Path directory, Duration maxAge, Clock clock) {}
