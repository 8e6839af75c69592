// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.CrawlPlan.StoredLinks;
import io.github.checklinks.crawl.cache.AnswerCache;
import io.github.checklinks.crawl.directory.FileLookup;
import io.github.checklinks.crawl.directory.Mapping;
import io.github.checklinks.crawl.schedule.Politeness;
import io.github.checklinks.crawl.target.Acceptance;
import io.github.checklinks.crawl.target.HostRules;
import io.github.checklinks.crawl.target.ScopeSettings;
import io.github.checklinks.crawl.target.ScopeSettings.Reach;
import io.github.checklinks.extract.attribute.LinkAttributes;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.fetch.Fetcher;
import io.github.checklinks.model.Site;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.Patterns;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A builder of crawls, in which everything has its default until a test changes it. */
public final class Plans implements AutoCloseable {

    public Site site = new Site.Served("https://docs.org/", "https://docs.org/");
    List<Mapping> mappings = new ArrayList<>();
    boolean cleanUrls;
    Patterns includePages = Patterns.NONE;
    Patterns excludePages = Patterns.NONE;
    public Set<Zone> fragmentZones = EnumSet.of(Zone.SITE);
    public Patterns excludes = Patterns.NONE;
    Patterns allowPrivate = Patterns.NONE;
    boolean external = true;
    boolean offline;
    List<String> seeds = List.of();
    int maxDepth = Integer.MAX_VALUE;
    int maxPages = 100_000;
    public Duration maxDuration = Duration.ofMinutes(5);
    boolean respectRobots = true;
    String userAgent = "check-links-maven-plugin/test";
    int concurrency = 64;
    public int retries = 2;
    public int hostConcurrency = 6;
    public boolean keepAll = true;
    Map<String, long[]> slots = new ConcurrentHashMap<>();

    @Nullable
    AnswerCache cache;

    public Runnable abort = () -> {};
    Progress progress = (pages, links, waiting) -> {};
    public Fetcher fetcher = request -> {
        throw new IllegalStateException("unexpected request for " + request.url());
    };

    private final Path work;
    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final List<Crawl> open = new ArrayList<>();

    Plans(Path work) {
        this.work = work;
    }

    ExecutorService executor() {
        return executor;
    }

    CrawlPlan plan() {
        return new CrawlPlan(
                site,
                mappings,
                new ReadingSettings(
                        LinkAttributes.STANDARD,
                        includePages,
                        excludePages,
                        new FileLookup(FileLookup.STANDARD.indexFiles(), cleanUrls)),
                new ScopeSettings(
                        excludes, allowPrivate, offline ? Reach.OFFLINE : external ? Reach.EVERYWHERE : Reach.SITE),
                new Acceptance(status -> status >= 200 && status < 300, fragmentZones),
                new CrawlLimits(seeds, maxDepth, maxPages, maxDuration, respectRobots),
                new Politeness(concurrency, 32, hostConcurrency, Duration.ZERO, retries, Duration.ofSeconds(60), 10),
                HostRules.NONE,
                new CrawlPlan.Network(() -> fetcher, () -> abort.run(), userAgent, slots),
                new CrawlPlan.Storage(keepAll ? StoredLinks.ALL : StoredLinks.UNCERTAIN_AND_SKIPPED, true, work),
                cache);
    }

    public Facts run() throws IOException {
        Crawl crawl = new Crawl(plan(), executor, 2, progress);
        open.add(crawl);
        return crawl.run();
    }

    @Override
    public void close() throws IOException {
        executor.shutdownNow();
        for (Crawl crawl : open) {
            crawl.close();
        }
    }
}
