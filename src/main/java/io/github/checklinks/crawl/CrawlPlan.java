// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.cache.AnswerCache;
import io.github.checklinks.crawl.directory.Mapping;
import io.github.checklinks.crawl.schedule.Politeness;
import io.github.checklinks.extract.attribute.LinkAttributes;
import io.github.checklinks.fetch.Fetcher;
import io.github.checklinks.model.Site;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.Patterns;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a crawl.
 *
 * @param site the site to check
 * @param mappings further local directories
 * @param indexFiles the file names that a server returns for the URL of a directory
 * @param cleanUrls whether a server returns {@code guide.html} for {@code guide}
 * @param pages the pages whose links are checked
 * @param linkAttributes the attributes that contain links
 * @param fragmentZones the zones in which anchors are checked
 * @param excludes the URLs that are never requested
 * @param allowPrivate the hosts that may be requested although their IP address is private
 * @param external whether targets outside the site are probed
 * @param offline whether the network may not be used
 * @param accepts the status codes that count as success
 * @param crawlLimits the limits of the crawl
 * @param politeness the limits on the number and rate of requests
 * @param slots the request slots of each host, shared by all crawls of a Maven session; a thread-safe map, initially empty
 * @param userAgent the {@code User-Agent} header, whose product token selects the group of rules in robots.txt
 * @param fetcher supplies the HTTP client; opens it on the first call and returns the same instance from then on
 * @param abort aborts all requests in flight
 * @param keepAll whether all links are stored, for the ledger
 * @param keepSkipped whether skipped links are stored, because suppressions may match them
 * @param inbound whether the files of a built site that other pages link to are recorded
 * @param spoolDirectory the directory for links that do not fit in memory
 * @param cache the persistent cache of external responses; null to use none
 */
public record CrawlPlan(
        Site site,
        List<Mapping> mappings,
        List<String> indexFiles,
        boolean cleanUrls,
        PageFilter pages,
        LinkAttributes linkAttributes,
        Set<Zone> fragmentZones,
        Patterns excludes,
        Patterns allowPrivate,
        boolean external,
        boolean offline,
        IntPredicate accepts,
        CrawlLimits crawlLimits,
        Politeness politeness,
        Map<String, long[]> slots,
        String userAgent,
        Supplier<Fetcher> fetcher,
        Runnable abort,
        boolean keepAll,
        boolean keepSkipped,
        boolean inbound,
        Path spoolDirectory,
        @Nullable AnswerCache cache) {}
