// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.target;

import io.github.checklinks.model.Zone;
import io.github.checklinks.url.HostPattern;
import java.time.Duration;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What holds for some hosts instead of what holds for all; null where that is nothing of their own.
 *
 * @param name the hosts
 * @param concurrency requests in flight to each of them
 * @param interval least time between two requests to each of them
 * @param accepts which statuses are fine there besides those that are fine everywhere
 * @param fragmentZones in which zones their anchors are judged
 */
public record HostRule(
        HostPattern name,
        @Nullable Integer concurrency,
        @Nullable Duration interval,
        @Nullable IntPredicate accepts,
        @Nullable Set<Zone> fragmentZones) {}
