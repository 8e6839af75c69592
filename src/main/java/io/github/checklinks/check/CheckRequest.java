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
 * Everything a check must know.
 *
 * @param site what is checked
 * @param mappings further URL prefixes answered from local directories
 * @param reading which pages are read, and how links find files
 * @param policy what is left alone, and how much each rule weighs
 * @param baseline known broken links; empty for none
 * @param bounds where a crawl ends
 * @param politeness how many requests, how fast
 * @param slots the places of each host, shared by all checks of a Maven session; a map that is safe for threads, empty at first
 * @param http how requests are made
 * @param sources where links can be mended
 * @param ledger whether every link is kept to be told, not only findings
 * @param workDirectory where large intermediate data may be put; created when needed, and nothing stays there
 * @param cache where good answers of other sites are remembered across runs; null for nowhere
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
     * @param places where links are looked for
     * @param includePages patterns on the page's path below the site; empty for all
     * @param excludePages patterns on the page's path below the site: such pages are targets only
     * @param indexFiles what a directory's URL serves, first match first
     * @param cleanUrls whether {@code guide} may be served by {@code guide.html}
     */
    public record Reading(
            LinkAttributes linkAttributes,
            Patterns includePages,
            Patterns excludePages,
            List<String> indexFiles,
            boolean cleanUrls) {}
}
