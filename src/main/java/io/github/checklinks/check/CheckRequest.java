// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.check.policy.Baseline;
import io.github.checklinks.check.policy.Policy;
import io.github.checklinks.crawl.CrawlLimits;
import io.github.checklinks.crawl.cache.CacheSettings;
import io.github.checklinks.crawl.directory.Mapping;
import io.github.checklinks.crawl.schedule.Politeness;
import io.github.checklinks.extract.attribute.LinkAttributes;
import io.github.checklinks.fetch.HttpSettings;
import io.github.checklinks.model.Site;
import io.github.checklinks.model.Sources;
import io.github.checklinks.url.Patterns;
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
 * @param policy what to skip, and the severities of rules
 * @param baseline known broken links; empty for none
 * @param crawlLimits the limits of a crawl
 * @param politeness limits on the number and rate of requests
 * @param slots the request slots of each host, shared by all checks of a Maven session; a thread-safe map, initially empty
 * @param http the settings of the HTTP client
 * @param sources the source files in which links can be fixed
 * @param ledger whether all links are kept for the ledger, not only those of findings
 * @param workDirectory the directory for large intermediate data; created if needed, and empty at the end
 * @param cache the cache of successful responses from other sites; null for none
 */
public record CheckRequest(
        Site site,
        List<Mapping> mappings,
        Reading reading,
        Policy policy,
        Baseline baseline,
        CrawlLimits crawlLimits,
        Politeness politeness,
        Map<String, long[]> slots,
        HttpSettings http,
        Sources sources,
        boolean ledger,
        Path workDirectory,
        @Nullable CacheSettings cache) {

    /**
     * Which pages are read, and how links find files.
     *
     * @param linkAttributes the elements and attributes that contain links
     * @param includePages patterns for the paths of pages relative to the site; empty for all
     * @param excludePages patterns for the paths of pages whose links are not read
     * @param indexFiles the index files of a directory in order of precedence
     * @param cleanUrls whether {@code guide} may be served by {@code guide.html}
     */
    public record Reading(
            LinkAttributes linkAttributes,
            Patterns includePages,
            Patterns excludePages,
            List<String> indexFiles,
            boolean cleanUrls) {}
}
