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
 * What a crawl must know.
 *
 * @param site what is checked
 * @param mappings further local directories
 * @param indexFiles what a directory's URL serves
 * @param cleanUrls whether {@code guide} may be served by {@code guide.html}
 * @param pages whose links are judged
 * @param places where links are looked for
 * @param fragmentZones in which zones anchors are judged
 * @param excludes never requested
 * @param allowPrivate hosts that may be asked although their address is private
 * @param external whether targets outside the site are probed
 * @param offline whether the network may not be used
 * @param accepts which statuses are fine, so that nothing more is tried
 * @param bounds where the crawl ends
 * @param politeness how many requests, how fast
 * @param slots the places of each host, shared by all crawls of a session; a map that is safe for threads, empty at first
 * @param userAgent what is sent as {@code User-Agent}, whose first word robots.txt knows us by
 * @param fetcher opens what asks servers when the first request is due, and gives the same one from then on
 * @param abort ends every request in flight
 * @param keepAll whether every link is kept, for the ledger
 * @param keepSkipped whether skipped links are kept, for what depends on them
 * @param inbound whether it is noted which files of a built site other pages link to
 * @param spoolDirectory where links wait when they are many
 * @param cache what earlier runs learnt of other sites; null when nothing is remembered
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
