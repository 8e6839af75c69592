// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.cache.AnswerCache;
import io.github.checklinks.crawl.directory.Mapping;
import io.github.checklinks.crawl.record.RecordUse;
import io.github.checklinks.crawl.schedule.Politeness;
import io.github.checklinks.crawl.target.Acceptance;
import io.github.checklinks.crawl.target.HostRules;
import io.github.checklinks.crawl.target.ScopeSettings;
import io.github.checklinks.fetch.Fetcher;
import io.github.checklinks.model.Site;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a crawl.
 *
 * @param site the site to check
 * @param mappings further local directories
 * @param reading which pages are read, and how links find files
 * @param scope which URLs may be requested
 * @param acceptance the status codes that count as success, and the anchors that are checked
 * @param crawlLimits the limits of the crawl
 * @param politeness the limits on the number and rate of requests
 * @param hosts the settings of individual hosts, which precede {@code acceptance} and {@code politeness}
 * @param network the access to the network
 * @param storage what is stored of the links that are found
 * @param cache the persistent cache of external responses; null to use none
 * @param record the record of external links; null to use none
 */
public record CrawlPlan(
        Site site,
        List<Mapping> mappings,
        ReadingSettings reading,
        ScopeSettings scope,
        Acceptance acceptance,
        CrawlLimits crawlLimits,
        Politeness politeness,
        HostRules hosts,
        Network network,
        Storage storage,
        @Nullable AnswerCache cache,
        @Nullable RecordUse record) {

    /**
     * The access to the network.
     *
     * @param fetcher supplies the HTTP client; opens it on the first call and returns the same instance from then on
     * @param abort aborts all requests in flight
     * @param userAgent the {@code User-Agent} header, whose product token selects the group of rules in robots.txt
     * @param slots the request slots of each host, shared by all crawls of a Maven session; a thread-safe map, initially empty
     */
    public record Network(Supplier<Fetcher> fetcher, Runnable abort, String userAgent, Map<String, long[]> slots) {}

    /**
     * What is stored of the links that are found.
     *
     * @param links which links are stored
     * @param inbound whether the files of a built site that other pages link to are recorded
     * @param directory the directory for links that do not fit in memory
     */
    public record Storage(Retention links, boolean inbound, Path directory) {}

    /** Which links are stored. */
    public enum Retention {
        /** Those whose verdict is not certain when they are read. */
        UNCERTAIN,

        /** In addition skipped links, because suppressions may match them. */
        UNCERTAIN_AND_SKIPPED,

        /** All, for the ledger. */
        ALL
    }
}
