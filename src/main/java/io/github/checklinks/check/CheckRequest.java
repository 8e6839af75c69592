// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.check.policy.Policy;
import io.github.checklinks.check.record.RecordSettings;
import io.github.checklinks.crawl.CrawlLimits;
import io.github.checklinks.crawl.ReadingSettings;
import io.github.checklinks.crawl.cache.CacheSettings;
import io.github.checklinks.crawl.directory.Mapping;
import io.github.checklinks.crawl.schedule.Politeness;
import io.github.checklinks.crawl.target.Acceptance;
import io.github.checklinks.crawl.target.HostRules;
import io.github.checklinks.crawl.target.ScopeSettings;
import io.github.checklinks.fetch.HttpSettings;
import io.github.checklinks.model.Site;
import io.github.checklinks.model.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The input of a check.
 *
 * @param site the site to check
 * @param mappings further URL prefixes that are resolved to local directories
 * @param reading which pages are read, and how links find files
 * @param scope which URLs may be requested
 * @param acceptance the status codes that count as success, and the anchors that are checked
 * @param policy what to suppress, and the severities of rules
 * @param crawlLimits the limits of a crawl
 * @param politeness limits on the number and rate of requests
 * @param hosts the settings of individual hosts, which precede {@code acceptance} and {@code politeness}
 * @param slots the request slots of each host, shared by all checks of a Maven session; a thread-safe map, initially empty
 * @param http the settings of the HTTP client
 * @param sources the source files in which links can be fixed
 * @param ledger whether all links are kept for the ledger, not only those of findings
 * @param workDirectory the directory for large intermediate data; created if needed, and empty at the end
 * @param cache the cache of successful responses from other sites; null for none
 * @param record the record of external links; null if none is used
 */
public record CheckRequest(
        Site site,
        List<Mapping> mappings,
        ReadingSettings reading,
        ScopeSettings scope,
        Acceptance acceptance,
        Policy policy,
        CrawlLimits crawlLimits,
        Politeness politeness,
        HostRules hosts,
        Map<String, long[]> slots,
        HttpSettings http,
        Sources sources,
        boolean ledger,
        Path workDirectory,
        @Nullable CacheSettings cache,
        @Nullable RecordSettings record) {}
