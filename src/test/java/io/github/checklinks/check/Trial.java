// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.check.policy.AcceptedStatuses;
import io.github.checklinks.check.policy.Baseline;
import io.github.checklinks.check.policy.CheckedFragments;
import io.github.checklinks.check.policy.Ignore;
import io.github.checklinks.check.policy.Policy;
import io.github.checklinks.check.policy.Severities;
import io.github.checklinks.check.record.RecordSettings;
import io.github.checklinks.crawl.PlanParts;
import io.github.checklinks.crawl.cache.CacheSettings;
import io.github.checklinks.crawl.directory.Mapping;
import io.github.checklinks.crawl.target.HostRule;
import io.github.checklinks.crawl.target.HostRules;
import io.github.checklinks.crawl.target.ScopeSettings.Reach;
import io.github.checklinks.fetch.HostSettings;
import io.github.checklinks.fetch.HttpSettings;
import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Site;
import io.github.checklinks.model.Sources;
import io.github.checklinks.report.Format;
import io.github.checklinks.report.Reports;
import io.github.checklinks.report.console.ConsoleReport;
import io.github.checklinks.report.console.ConsoleSink;
import io.github.checklinks.report.console.ConsoleStyle;
import io.github.checklinks.url.Patterns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A check of a small site that is created for it. The settings have their default values, but external links are not requested. */
public final class Trial {

    private final Path directory;
    private final PlanParts parts = new PlanParts();
    private final List<Ignore> ignores = new ArrayList<>();
    private String base = "https://site.invalid/";
    private boolean published;
    private @Nullable String start;
    private Baseline baseline = Baseline.EMPTY;
    private Severities severities = Severities.of(List.of(), List.of(), List.of());
    private long maxBodySize = 1 << 20;
    private List<HostSettings> sentToHosts = List.of();
    private List<HttpSettings.Proxy> proxies = List.of();
    private boolean ledger = true;
    private @Nullable CacheSettings cache;
    private @Nullable RecordSettings external;
    private int readers = 2;
    private Duration patience = Duration.ofSeconds(20);
    private Duration linkTimeout = Duration.ofSeconds(20);

    /** Creates a trial whose files are written to a subdirectory. */
    public Trial(Path temporary) {
        this.directory = temporary.resolve("site");
        parts.reach = Reach.SITE;
        parts.maxPages = 1000;
        parts.siteConcurrency = 8;
        parts.retries = 0;
        parts.maxRetryAfter = Duration.ofSeconds(1);
        parts.maxDuration = Duration.ofMinutes(1);
    }

    /** Writes a page with the given body. */
    public Trial page(String path, String body) throws IOException {
        return file(path, "<!DOCTYPE html>\n<html lang=\"en\"><title>t</title>\n" + body);
    }

    /** Writes a file of the site. */
    public Trial file(String path, String text) throws IOException {
        write(directory.resolve(path), text);
        return this;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /** Sets the URL at which the site will be published. */
    public Trial publishedAt(String url) {
        base = url;
        published = true;
        return this;
    }

    /** Checks a served site with this start page instead of the directory. */
    Trial servedFrom(String url) {
        start = url;
        base = url.substring(0, url.lastIndexOf('/') + 1);
        return this;
    }

    public Trial mapping(String url, @Nullable Path files) {
        parts.mappings.add(new Mapping(url, files));
        return this;
    }

    Trial includePages(String... patterns) {
        parts.includePages = Patterns.of("includePages", List.of(patterns));
        return this;
    }

    Trial excludePages(String... patterns) {
        parts.excludePages = Patterns.of("excludePages", List.of(patterns));
        return this;
    }

    Trial excludes(String... patterns) {
        parts.excludes = Patterns.of("excludes", List.of(patterns));
        return this;
    }

    Trial ignore(Ignore ignore) {
        ignores.add(ignore);
        return this;
    }

    Trial baseline(String json) throws IOException {
        Path file = directory.resolveSibling("baseline.json");
        write(file, json);
        baseline = Baseline.read(file);
        return this;
    }

    Trial weights(List<String> failOn, List<String> warnOn, List<String> allow) {
        severities = Severities.of(failOn, warnOn, allow);
        return this;
    }

    Trial accept(String... items) {
        parts.statuses = AcceptedStatuses.of("acceptStatuses", List.of(items))::accept;
        return this;
    }

    Trial fragments(CheckedFragments which) {
        parts.fragmentZones = which.zones();
        return this;
    }

    /** Checks external links as well; private addresses other than 127.0.0.1 are not requested. */
    public Trial askingOutside() {
        parts.reach = Reach.EVERYWHERE;
        return allowPrivate("127.0.0.1");
    }

    Trial allowPrivate(String... patterns) {
        parts.allowPrivate = Patterns.of("allowPrivate", List.of(patterns));
        return this;
    }

    Trial offline() {
        parts.reach = Reach.OFFLINE;
        return this;
    }

    Trial cleanUrls() {
        parts.cleanUrls = true;
        return this;
    }

    Trial seeds(String... addresses) {
        parts.seeds = List.of(addresses);
        return this;
    }

    Trial ignoringRobots() {
        parts.respectRobots = false;
        return this;
    }

    Trial maxPages(int most) {
        parts.maxPages = most;
        return this;
    }

    Trial maxBodySize(long most) {
        maxBodySize = most;
        return this;
    }

    /** Sets the settings and rules of single hosts. */
    Trial hosts(List<HostSettings> sent, List<HostRule> rules) {
        sentToHosts = sent;
        parts.hosts = new HostRules(rules);
        return this;
    }

    Trial proxies(HttpSettings.Proxy... active) {
        proxies = List.of(active);
        return this;
    }

    Trial maxRedirects(int most) {
        parts.maxRedirects = most;
        return this;
    }

    public Trial retries(int further) {
        parts.retries = further;
        return this;
    }

    /** Sets the number of concurrent requests to a host, and the interval between them. */
    Trial perHost(int concurrency, Duration least) {
        parts.hostConcurrency = concurrency;
        parts.interval = least;
        return this;
    }

    Trial maxRetryAfter(Duration longest) {
        parts.maxRetryAfter = longest;
        return this;
    }

    /** Shares the request slots of hosts with another trial. */
    Trial slots(Map<String, long[]> shared) {
        parts.slots = shared;
        return this;
    }

    /** Sets the timeout of responses. */
    public Trial patience(Duration longest) {
        patience = longest;
        linkTimeout = longest;
        return this;
    }

    /** Sets the timeout of an attempt with all of its redirects. */
    Trial linkTimeout(Duration longest) {
        linkTimeout = longest;
        return this;
    }

    Trial maxDuration(Duration longest) {
        parts.maxDuration = longest;
        return this;
    }

    /** Caches successful responses from other sites. */
    Trial cache(CacheSettings settings) {
        cache = settings;
        return this;
    }

    /** Uses a record of external links. */
    Trial external(RecordSettings settings) {
        external = settings;
        return this;
    }

    public Trial withoutLedger() {
        ledger = false;
        return this;
    }

    /** Sets the number of threads that read pages. */
    Trial readers(int threads) {
        readers = threads;
        return this;
    }

    /** Runs the check and returns a copy of the result. */
    public TrialResult run() throws IOException, InterruptedException {
        Files.createDirectories(directory);
        try (LinkChecker checker = new LinkChecker(request(), (pages, links, waiting) -> {}, readers)) {
            return TrialResult.of(checker.check());
        }
    }

    /** Runs the check and writes every report to a directory; console output goes to a sink. */
    public CheckResult report(Path reports, ConsoleSink console) throws IOException {
        Files.createDirectories(directory);
        try (LinkChecker checker = new LinkChecker(request(), (pages, links, waiting) -> {})) {
            CheckResult result = checker.check();
            GateResult gate = new GateResult(List.of(), true);
            List<Path> files = Reports.write(reports, List.of(Format.values()), result, gate)
                    .files();
            new ConsoleReport(ConsoleStyle.PLAIN, console).print(result, gate, files);
            return result;
        }
    }

    /** Runs the check without suppressing known links, and returns the new content of the baseline. */
    BaselineUpdate renew() throws IOException, InterruptedException {
        Files.createDirectories(directory);
        baseline = baseline.withoutSuppression();
        try (LinkChecker checker = new LinkChecker(request(), (pages, links, waiting) -> {})) {
            checker.check();
            return checker.baselineUpdate();
        }
    }

    /** Runs the check and writes the record of external links. Returns what became of the file. */
    String recordExternalLinks() throws IOException {
        Files.createDirectories(directory);
        try (LinkChecker checker = new LinkChecker(request(), (pages, links, waiting) -> {})) {
            checker.check();
            return checker.recordUpdate().write();
        }
    }

    /** Returns the request for the check. */
    public CheckRequest request() {
        String origin = start == null ? null : start.substring(0, start.indexOf('/', "https://".length()));
        return new CheckRequest(
                start == null ? new Site.Built(directory, base, published) : new Site.Served(start, base),
                List.copyOf(parts.mappings),
                parts.reading(),
                parts.scope(),
                parts.acceptance(),
                new Policy(List.copyOf(ignores), severities, baseline),
                parts.crawlLimits(),
                parts.politeness(),
                parts.hosts,
                parts.slots,
                http(origin),
                Sources.NONE,
                ledger,
                directory.resolveSibling("work"),
                cache,
                external);
    }

    private HttpSettings http(@Nullable String origin) {
        return new HttpSettings(
                Duration.ofSeconds(5),
                patience,
                linkTimeout,
                maxBodySize,
                parts.userAgent,
                origin,
                Map.of(),
                parts.allowPrivate,
                proxies,
                parts.concurrency,
                parts.siteConcurrency,
                false,
                sentToHosts);
    }
}
