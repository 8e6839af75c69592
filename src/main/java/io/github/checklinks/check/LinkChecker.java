// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.check.record.RecordUpdate;
import io.github.checklinks.crawl.Crawl;
import io.github.checklinks.crawl.CrawlPlan;
import io.github.checklinks.crawl.Progress;
import io.github.checklinks.crawl.cache.AnswerCache;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.fetch.Fetcher;
import io.github.checklinks.fetch.HostSettings;
import io.github.checklinks.fetch.ProxyRefusal;
import io.github.checklinks.fetch.http.HttpFetcher;
import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Rule;
import io.github.checklinks.text.MemoryShortage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Checks a site: crawls it, judges its links, and releases all resources at the end. */
public final class LinkChecker implements AutoCloseable {

    private final CheckRequest request;
    private final ExecutorService executor;
    private @Nullable HttpFetcher fetcher;
    private final Suppressions suppressions;
    private final Instant started = Instant.now();
    private final @Nullable AnswerCache cache;
    private final Crawl crawl;

    /** Why not all links were judged; empty if they were. */
    private String shortage = "";

    /** What the result was built from; null before the check. */
    private @Nullable ResultBuilder judged;

    /** The result before redaction; null before the check. */
    private @Nullable CheckResult exact;

    /** Creates a check without starting it. */
    public LinkChecker(CheckRequest request, Progress progress) {
        this(request, progress, Math.max(2, Runtime.getRuntime().availableProcessors()));
    }

    /** Creates a check that reads with a number of threads. */
    LinkChecker(CheckRequest request, Progress progress, int threads) {
        this.request = request;
        this.executor = Executors.newFixedThreadPool(threads, new DaemonThreads());
        this.suppressions = new Suppressions(
                request.policy().ignores(), request.policy().baseline(), LocalDate.ofInstant(started, ZoneOffset.UTC));
        this.cache = request.cache() == null ? null : new AnswerCache(request.cache());
        this.crawl = new Crawl(plan(), executor, threads, progress);
    }

    /** Creates named daemon threads, so that none outlives the build. */
    private static final class DaemonThreads implements ThreadFactory {

        private final AtomicInteger number = new AtomicInteger();

        @Override
        public Thread newThread(Runnable task) {
            Thread thread = new Thread(task, "check-links-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        }
    }

    /**
     * Runs the check. The result reads from disk on demand and is valid until {@link #close}. If this thread is interrupted, or
     * {@link #interrupt} is called, the check and all of its threads end soon, and the result contains what is known by then.
     *
     * @throws IOException if the site's directory or the work directory cannot be read or written
     * @throws ProxyRefusal if the configured proxy refused all requests
     */
    public CheckResult check() throws IOException {
        long begin = System.nanoTime();
        try {
            Facts facts = crawl.run();
            stopIfRefused();
            ResultBuilder resultBuilder = judge(facts);
            if (cache != null && !crawl.isInterrupted()) {
                write(cache, resultBuilder.findings());
            }
            String stopReason = facts.stopReason().isEmpty() ? shortage : facts.stopReason();
            boolean complete = stopReason.isEmpty();
            CheckResult result = new CheckResult(
                    resultBuilder.site(),
                    started,
                    Duration.ofNanos(System.nanoTime() - begin),
                    complete,
                    stopReason,
                    resultBuilder.summary(),
                    resultBuilder.skipped(),
                    resultBuilder.findings(),
                    complete ? suppressions.stale() : List.of(),
                    notes(facts),
                    request.sources(),
                    resultBuilder::forEachLink,
                    resultBuilder.external());
            exact = result;
            judged = resultBuilder;
            return RedactedText.of(result);
        } finally {
            shutDown();
        }
    }

    /** Judges all links; if memory runs out, again without hints and with the first findings only. */
    private ResultBuilder judge(Facts facts) throws IOException {
        try {
            return judge(facts, false);
        } catch (OutOfMemoryError failure) {
            crawl.releaseMemory();
            shortage = MemoryShortage.text(failure, "judging the links");
            return judge(facts, true);
        }
    }

    private ResultBuilder judge(Facts facts, boolean shortOfMemory) throws IOException {
        return ResultBuilder.of(facts, request, suppressions, shortOfMemory);
    }

    private List<String> notes(Facts facts) {
        List<String> notes = new ArrayList<>(facts.starts().notes());
        if (!crawl.troubleWithDisk().isEmpty()) {
            notes.add(crawl.troubleWithDisk());
        }
        if (cache != null) {
            notes.addAll(cache.notes());
        }
        if (request.record() != null) {
            notes.addAll(request.record().notes());
        }
        for (HostSettings host : request.http().hosts()) {
            if (host.insecure()) {
                notes.add("certificates of " + host.name() + " are not verified (insecure in hosts)");
            }
        }
        return List.copyOf(notes);
    }

    /** Writes the cache without pages that lack an anchor: they responded successfully, but are requested again in the next run because the anchor may have been added. */
    private static void write(AnswerCache cache, List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.rule() == Rule.MISSING_FRAGMENT || finding.rule() == Rule.KNOWN) {
                cache.drop(finding.target().split("#", 2)[0]);
                finding.redirects().forEach(cache::drop);
            }
        }
        cache.write();
    }

    /** Requests the end of the check. May be called by any thread at any time. */
    public void interrupt() {
        crawl.interrupt();
    }

    /** Returns whether the end was requested, so that a thread waiting for this check should restore its interrupt status. */
    public boolean isInterrupted() {
        return crawl.isInterrupted();
    }

    /** Returns the new content of the baseline after a complete check that it did not suppress. */
    public BaselineUpdate baselineUpdate() {
        CheckResult result = Objects.requireNonNull(exact, "the check has not run");
        return BaselineUpdate.of(request.policy().baseline(), result, suppressions, request.site());
    }

    /**
     * Returns the record of external links after a complete check that requested all of them.
     *
     * @throws NullPointerException if the request has no record
     */
    public RecordUpdate recordUpdate() throws IOException {
        return Objects.requireNonNull(judged, "the check has not run")
                .recordUpdate(Objects.requireNonNull(request.record()));
    }

    private void stopIfRefused() throws ProxyRefusal {
        if (fetcher != null) {
            Optional<ProxyRefusal> refusal = fetcher.proxyRefusal();
            if (refusal.isPresent()) {
                throw refusal.get();
            }
        }
    }

    private CrawlPlan plan() {
        return new CrawlPlan(
                request.site(),
                request.mappings(),
                request.reading(),
                request.scope(),
                request.acceptance(),
                request.crawlLimits(),
                request.politeness(),
                request.hosts(),
                new CrawlPlan.Network(
                        this::fetcher, this::closeFetcher, request.http().userAgent(), request.slots()),
                new CrawlPlan.Storage(retention(), request.policy().reportsOrphans(), request.workDirectory()),
                cache,
                request.record() == null ? null : request.record().use(CauseRules::cause));
    }

    private CrawlPlan.Retention retention() {
        if (request.ledger()) {
            return CrawlPlan.Retention.ALL;
        }
        return suppressions.isEmpty() ? CrawlPlan.Retention.UNCERTAIN : CrawlPlan.Retention.UNCERTAIN_AND_SKIPPED;
    }

    private Fetcher fetcher() {
        if (fetcher == null) {
            fetcher = new HttpFetcher(request.http(), executor);
        }
        return fetcher;
    }

    private void closeFetcher() {
        if (fetcher != null) {
            fetcher.close();
        }
    }

    private void shutDown() {
        closeFetcher();
        executor.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            if (!executor.awaitTermination(5, TimeUnit.SECONDS)) {
                // A thread is stuck in the file system; it is a daemon and holds no resource that matters.
                interrupted |= Thread.interrupted();
            }
        } catch (InterruptedException again) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends all threads and deletes the intermediate data. */
    @Override
    public void close() throws IOException {
        shutDown();
        crawl.close();
    }
}
