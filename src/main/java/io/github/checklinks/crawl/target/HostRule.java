// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.target;

import io.github.checklinks.model.Zone;
import io.github.checklinks.url.HostPattern;
import java.time.Duration;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Settings for some hosts, in place of those for all hosts; null where the general setting applies.
 *
 * @param name the hosts
 * @param concurrency requests in flight to each of them
 * @param interval minimum time between two requests to each of them
 * @param accepts which statuses are accepted there, besides those that are accepted everywhere
 * @param fragmentZones in which zones their anchors are judged
 */
public record HostRule(
        HostPattern name,
        @Nullable Integer concurrency,
        @Nullable Duration interval,
        @Nullable IntPredicate accepts,
        @Nullable Set<Zone> fragmentZones) {}
