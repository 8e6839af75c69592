// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.directory.FileLookup;
import io.github.checklinks.crawl.directory.Mapping;
import io.github.checklinks.crawl.schedule.Politeness;
import io.github.checklinks.crawl.target.Acceptance;
import io.github.checklinks.crawl.target.HostRules;
import io.github.checklinks.crawl.target.ScopeSettings;
import io.github.checklinks.crawl.target.ScopeSettings.Reach;
import io.github.checklinks.extract.attribute.LinkAttributes;
import io.github.checklinks.model.Site;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.Patterns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;

/** The parts that a crawl and a check are made of, in which everything has its default until a test changes it. */
public class PlanParts {

    public Site site = new Site.Served("https://docs.org/", "https://docs.org/");
    public List<Mapping> mappings = new ArrayList<>();
    public boolean cleanUrls;
    public Patterns includePages = Patterns.NONE;
    public Patterns excludePages = Patterns.NONE;
    public Patterns excludes = Patterns.NONE;
    public Patterns allowPrivate = Patterns.NONE;
    public Reach reach = Reach.EVERYWHERE;
    public IntPredicate statuses = status -> status >= 200 && status < 300;
    public Set<Zone> fragmentZones = EnumSet.of(Zone.SITE);
    public List<String> seeds = List.of();
    public int maxDepth = Integer.MAX_VALUE;
    public int maxPages = 100_000;
    public Duration maxDuration = Duration.ofMinutes(5);
    public boolean respectRobots = true;
    public int concurrency = 64;
    public int siteConcurrency = 32;
    public int hostConcurrency = 6;
    public Duration interval = Duration.ZERO;
    public int retries = 2;
    public Duration maxRetryAfter = Duration.ofSeconds(60);
    public int maxRedirects = 10;
    public HostRules hosts = HostRules.NONE;
    public Map<String, long[]> slots = new ConcurrentHashMap<>();
    public String userAgent = "check-links-maven-plugin/test";

    public ReadingSettings reading() {
        return new ReadingSettings(
                LinkAttributes.STANDARD,
                includePages,
                excludePages,
                new FileLookup(FileLookup.STANDARD.indexFiles(), cleanUrls));
    }

    public ScopeSettings scope() {
        return new ScopeSettings(excludes, allowPrivate, reach);
    }

    public Acceptance acceptance() {
        return new Acceptance(statuses, fragmentZones);
    }

    public CrawlLimits crawlLimits() {
        return new CrawlLimits(seeds, maxDepth, maxPages, maxDuration, respectRobots);
    }

    public Politeness politeness() {
        return new Politeness(
                concurrency, siteConcurrency, hostConcurrency, interval, retries, maxRetryAfter, maxRedirects);
    }
}
