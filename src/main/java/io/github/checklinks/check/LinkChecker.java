// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.check.policy.Policy;
import io.github.checklinks.crawl.Crawl;
import io.github.checklinks.crawl.CrawlPlan;
import io.github.checklinks.crawl.PageFilter;
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
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Checks a site: opens what that needs, crawls, judges, and closes it all again. */
public final class LinkChecker implements AutoCloseable {

    private final CheckRequest request;
    private final ExecutorService executor;
    private final int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
    private @Nullable HttpFetcher fetcher;
    private final Suppressions suppressions;
    private final Instant started = Instant.now();
    private final @Nullable AnswerCache cache;
    private final Crawl crawl;

    /** Why not everything was judged; empty when it was. */
    private String shortage = "";

    /** A check that has not begun. */
    public LinkChecker(CheckRequest request, Progress progress) {
        this.request = request;
        this.executor = Executors.newFixedThreadPool(threads, new Readers());
        this.suppressions = new Suppressions(
                request.policy().ignores(), request.baseline(), LocalDate.ofInstant(started, ZoneOffset.UTC));
        this.cache = request.cache() == null ? null : new AnswerCache(request.cache());
        this.crawl = new Crawl(plan(!suppressions.isEmpty()), executor, threads, progress);
    }

    /** Names the threads, and keeps none of them alive beyond the build. */
    private static final class Readers implements ThreadFactory {

        private final AtomicInteger number = new AtomicInteger();

        @Override
        public Thread newThread(Runnable task) {
            Thread thread = new Thread(task, "check-links-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        }
    }

    /**
     * Runs the check. The result reads from disk on demand and is valid until {@link #close}. When this thread is interrupted, or
     * {@link #interrupt} is called, it ends soon, with every thread of ours, and its result tells what is known by then.
     *
     * @throws IOException when the site's directory or the work directory cannot be read or written
     * @throws ProxyRefusal when the proxy of the settings let nothing through
     */
    public CheckResult check() throws IOException {
        long begin = System.nanoTime();
        try {
            Facts facts = crawl.run();
            stopIfRefused();
            ResultBuilder resultBuilder = conclude(facts);
            if (cache != null && !crawl.isInterrupted()) {
                write(cache, resultBuilder.findings());
            }
            String cutShort = facts.cutShort().isEmpty() ? shortage : facts.cutShort();
            boolean complete = cutShort.isEmpty();
            return new CheckResult(
                    resultBuilder.site(),
                    started,
                    Duration.ofNanos(System.nanoTime() - begin),
                    complete,
                    cutShort,
                    resultBuilder.summary(),
                    resultBuilder.skipped(),
                    resultBuilder.findings(),
                    complete ? suppressions.stale() : List.of(),
                    notes(facts),
                    request.sources(),
                    resultBuilder::forEachLink);
        } finally {
            stopWorking();
        }
    }

    /** Judges; when memory runs out, a second time without hints and with the first findings only. */
    private ResultBuilder conclude(Facts facts) throws IOException {
        try {
            return conclude(facts, false);
        } catch (OutOfMemoryError failure) {
            crawl.releaseMemory();
            shortage = MemoryShortage.text(failure, "judging the links");
            return conclude(facts, true);
        }
    }

    private ResultBuilder conclude(Facts facts, boolean shortOfMemory) throws IOException {
        return ResultBuilder.of(
                facts,
                request.policy(),
                suppressions,
                request.politeness(),
                request.reading().indexFiles(),
                shortOfMemory);
    }

    private List<String> notes(Facts facts) {
        List<String> notes = new ArrayList<>(facts.starts().notes());
        if (!crawl.troubleWithDisk().isEmpty()) {
            notes.add(crawl.troubleWithDisk());
        }
        if (cache != null) {
            notes.addAll(cache.notes());
        }
        for (HostSettings host : request.http().hosts()) {
            if (host.insecure()) {
                notes.add("certificates of " + host.name() + " are not verified (insecure in hosts)");
            }
        }
        return List.copyOf(notes);
    }

    /** A page that lacks an anchor answered well, but what it lacks may be mended: it is asked for again in the next run. */
    private static void write(AnswerCache cache, List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.rule() == Rule.MISSING_FRAGMENT || finding.rule() == Rule.KNOWN) {
                cache.drop(finding.target().split("#", 2)[0]);
                finding.redirects().forEach(cache::drop);
            }
        }
        cache.write();
    }

    /** Asks for the end of the check. Any thread may call it, at any time. */
    public void interrupt() {
        crawl.interrupt();
    }

    /** Whether the end was asked for, so that whoever waits for this check wants to hear of an interrupt. */
    public boolean isInterrupted() {
        return crawl.isInterrupted();
    }

    /**
     * What the baseline should be after a check that was complete and not muted by it.
     *
     * @param result of {@link #check}
     */
    public BaselineUpdate renewal(CheckResult result) {
        return BaselineUpdate.of(request.baseline(), result, suppressions, request.site());
    }

    private void stopIfRefused() throws ProxyRefusal {
        if (fetcher != null) {
            Optional<ProxyRefusal> refusal = fetcher.proxyRefusal();
            if (refusal.isPresent()) {
                throw refusal.get();
            }
        }
    }

    private CrawlPlan plan(boolean keepSkipped) {
        Policy policy = request.policy();
        CheckRequest.Reading reading = request.reading();
        return new CrawlPlan(
                request.site(),
                request.mappings(),
                reading.indexFiles(),
                reading.cleanUrls(),
                new PageFilter(reading.includePages(), reading.excludePages()),
                reading.linkAttributes(),
                policy.fragments().zones(),
                policy.excludes(),
                request.http().allowPrivate(),
                policy.external(),
                policy.offline(),
                policy.acceptStatuses()::accept,
                request.crawlLimits(),
                request.politeness(),
                request.slots(),
                request.http().userAgent(),
                this::fetcher,
                this::closeFetcher,
                request.ledger(),
                keepSkipped,
                policy.wantsOrphans(),
                request.workDirectory(),
                cache);
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

    private void stopWorking() {
        closeFetcher();
        executor.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            if (!executor.awaitTermination(5, TimeUnit.SECONDS)) {
                // A reader stuck in the file system; it is a daemon and holds nothing that counts.
                interrupted |= Thread.interrupted();
            }
        } catch (InterruptedException again) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Removes the intermediate data. */
    @Override
    public void close() throws IOException {
        stopWorking();
        crawl.close();
    }
}
