// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.page.ReadFile;
import io.github.checklinks.crawl.record.RecordedAnswers;
import io.github.checklinks.crawl.schedule.Frontier;
import io.github.checklinks.crawl.schedule.HostHealth;
import io.github.checklinks.crawl.schedule.ScheduledRequest;
import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.facts.FactsBuilder;
import io.github.checklinks.facts.TargetKind;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Site;
import io.github.checklinks.text.MemoryShortage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The main loop of a crawl: dispatches files and requests as far as limits allow, waits for a result, records it, and queues the links
 * it contains. All state is confined to the thread of the loop; other threads only fetch and read.
 */
final class Crawler {

    /**
     * The number of deeply nested files that are read first to warm up the JIT compiler with ordinary pages. The first files of a site
     * may be long lists of links; code compiled for these alone is deoptimised when other markup occurs.
     */
    private static final int WARM_UP_FILES = 8;

    private final CrawlPlan plan;
    private final CrawlContext crawlContext;
    private final int readersAtOnce;
    private final Progress progress;
    private final Frontier frontier;
    private final CachedAnswers cachedAnswers;
    private final VisitPlanner visitPlanner;
    private final BitSet readForLinks;
    private final WorkDispatcher workDispatcher;
    private final NetworkCheck network;
    private final HostHealth hosts;
    private final FactsBuilder facts;
    private final ResponseHandler responseHandler;
    private final UnreadPages unread;
    private final MemoryShortages memoryShortages;
    private final SoftNotFound softNotFound;
    private final StopCondition stopCondition;

    private int batchesInFlight;
    private int filesInFlight;
    private boolean stopped;
    private long stoppedAt;

    /** Creates a crawler without starts. */
    Crawler(
            CrawlPlan plan,
            CrawlContext crawlContext,
            RequestQueue queue,
            SoftNotFound softNotFound,
            int readersAtOnce,
            Progress progress,
            StopCondition stopCondition) {
        this.plan = plan;
        this.crawlContext = crawlContext;
        this.readersAtOnce = readersAtOnce;
        this.progress = progress;
        this.frontier = queue.frontier();
        this.cachedAnswers = new CachedAnswers(plan, crawlContext);
        RecordedAnswers recordedAnswers = new RecordedAnswers(
                plan.record(),
                crawlContext.facts(),
                crawlContext.resolving(),
                crawlContext::accepts,
                target -> !crawlContext.isServed() || !crawlContext.host(target).equals(crawlContext.siteHost()));
        this.visitPlanner = new VisitPlanner(plan, crawlContext, frontier, cachedAnswers, recordedAnswers);
        this.readForLinks = visitPlanner.readForLinks();
        this.workDispatcher = queue.workDispatcher().reading(crawlContext);
        this.network = new NetworkCheck(crawlContext, workDispatcher, stopCondition, recordedAnswers);
        this.hosts = new HostHealth(plan.acceptance().statuses(), network::namesResolve);
        this.facts = crawlContext.facts();
        this.responseHandler = new ResponseHandler(
                plan, crawlContext, queue, visitPlanner, hosts, cachedAnswers, network, softNotFound);
        this.unread = new UnreadPages(plan, crawlContext);
        this.memoryShortages = new MemoryShortages(crawlContext);
        this.softNotFound = softNotFound;
        this.stopCondition = stopCondition;
    }

    /** Runs until everything was visited or a limit was reached. */
    void crawl() throws IOException {
        if (plan.site() instanceof Site.Built) {
            queuePages();
            crawlContext.resolving().numberFiles(crawlContext.siteFiles(), readForLinks);
            unread.addUnlisted();
        }
        try {
            loop();
            if (!memoryShortages.isOver()) {
                new RereadPass(workDispatcher, facts, stopCondition, readersAtOnce)
                        .read(unread.toReadAgain(readForLinks));
            }
        } catch (OutOfMemoryError shortage) {
            memoryShortages.end(shortage);
            plan.network().abort().run();
            visitPlanner.markRestSkipped();
        } finally {
            frontier.close();
        }
        cachedAnswers.store();
        facts.setUnreached(hosts.unreached());
    }

    /** Queues a start of the crawl. Returns whether it was new. */
    boolean start(int target) {
        return visitPlanner.addStart(target);
    }

    /** Records the response of a start that was visited before the loop, after a number of redirects. */
    void recordStart(int target, ScheduledRequest visit, int redirects, Response response) throws IOException {
        ScheduledRequest scheduledRequest = visitPlanner.requestOfStart(target, visit, redirects);
        responseHandler.record(new WorkResult.Answered(
                scheduledRequest,
                crawlContext
                        .readers()
                        .answer(target, crawlContext.url(target), response, scheduledRequest.readsLinks)));
    }

    /** Records the outcome of a start that is known before the loop. */
    void recordStart(int target, Outcome outcome) {
        visitPlanner.addVisited(target);
        facts.setOutcome(target, outcome);
    }

    private void queuePages() {
        List<String> files = crawlContext.siteFiles();
        boolean all = plan.reading().acceptsAllPages();
        int first = Math.max(0, files.size() - WARM_UP_FILES);
        for (int at = 0; at < files.size(); at++) {
            int file = (at + first) % files.size();
            String path = files.get(file);
            DocumentType documentType = DocumentType.ofFile(path).orElse(null);
            if (documentType != null
                    && documentType != DocumentType.SVG
                    && (all || plan.reading().acceptsPage(path))) {
                readForLinks.set(file);
                visitPlanner.files().add(file);
            }
        }
    }

    private void loop() throws IOException {
        while (true) {
            if (!stopped && stopCondition.isDue()) {
                stop();
            }
            if (!stopped) {
                dispatch();
            }
            if (isOver()) {
                break;
            }
            WorkResult workResult = await();
            while (workResult != null) {
                record(workResult);
                workResult = workDispatcher.poll();
            }
            progress.update(facts.pages(), facts.links(), remaining());
        }
        if (visitPlanner.pagesWaiting() > 0 && !stopped) {
            stopReason("maxPages (" + plan.crawlLimits().maxPages() + ") was reached");
        }
        if (!facts.stopReason().isEmpty()) {
            visitPlanner.markRestSkipped();
        }
    }

    private boolean isOver() {
        boolean idle = filesInFlight + frontier.inFlight() == 0;
        if (stopCondition.isDue() && remaining() == 0) {
            return true;
        }
        if (stopped) {
            return idle || System.nanoTime() - stoppedAt > stopCondition.grace();
        }
        boolean nothingWaits = visitPlanner.files().isEmpty() && frontier.waiting() == 0;
        return idle && nothingWaits && (stopCondition.isDue() || !responseHandler.startFinalRetry(workDispatcher));
    }

    private @Nullable WorkResult await() {
        try {
            long maxWait = stopped
                    ? stopCondition.grace() / 100
                    : Math.min(frontier.timeToNext().toNanos(), stopCondition.nanosLeft());
            return workDispatcher.await(Math.max(1, maxWait));
        } catch (InterruptedException stop) {
            // The facts found so far are still reported; they are marked as incomplete.
            stopCondition.interrupt();
            return null;
        }
    }

    private long remaining() {
        return (long) visitPlanner.files().size()
                + visitPlanner.pagesWaiting()
                + filesInFlight
                + frontier.waiting()
                + frontier.inFlight()
                - (softNotFound.isPending() ? 1 : 0);
    }

    private void stop() {
        if (remaining() == 0) {
            return;
        }
        stopped = true;
        stoppedAt = System.nanoTime();
        // If only retries are skipped, nothing is left unvisited.
        if (stopCondition.isInterrupted() || !responseHandler.isFinalRetry() || visitPlanner.markRestSkipped()) {
            stopReason(stopCondition.reason());
        }
        plan.network().abort().run();
    }

    private void stopReason(String reason) {
        long remaining = remaining();
        String rest = remaining == 1 ? "1 address is left" : remaining + " addresses are left";
        if (facts.stopReason().isEmpty()) {
            facts.setStopReason(reason + " before everything was visited: " + rest);
        }
    }

    private void dispatch() {
        // Three batches per thread keep all readers busy while this thread records results; more would only use
        // memory.
        while (batchesInFlight < readersAtOnce * 3 && !visitPlanner.files().isEmpty()) {
            int[] files = new int[WorkDispatcher.batchSize(visitPlanner.files().size(), readersAtOnce)];
            boolean[] withLinks = new boolean[files.length];
            for (int i = 0; i < files.length; i++) {
                files[i] = visitPlanner.files().remove();
                withLinks[i] = readForLinks.get(files[i]);
            }
            batchesInFlight++;
            filesInFlight += files.length;
            workDispatcher.send(files, withLinks, false);
        }
        visitPlanner.admit();
        responseHandler.endRequestsToClosedHosts();
        for (ScheduledRequest scheduledRequest = frontier.next();
                scheduledRequest != null;
                scheduledRequest = frontier.next()) {
            if (scheduledRequest.requestMode == RequestMode.STATUS && hosts.isWithoutHead(scheduledRequest.host)) {
                scheduledRequest.requestMode = RequestMode.STATUS_BY_GET;
            }
            if (scheduledRequest.isForTarget()) {
                onSent(scheduledRequest);
            }
            workDispatcher.send(scheduledRequest);
        }
    }

    private void onSent(ScheduledRequest scheduledRequest) {
        visitPlanner.onSent(scheduledRequest);
        if (crawlContext.targets().kind(scheduledRequest.target) == TargetKind.PROBE) {
            hosts.onSent();
        }
    }

    private void record(WorkResult workResult) throws IOException {
        if (workResult instanceof WorkResult.Batch batch) {
            recordFiles(batch);
        } else if (workResult instanceof WorkResult.Answered answered) {
            // A request that was aborted by this crawl has no result.
            if (!stopped || !(answered.read().response() instanceof Response.None)) {
                responseHandler.record(answered);
            } else if (!answered.scheduledRequest().isForTarget()) {
                softNotFound.end();
            }
            frontier.done(answered.scheduledRequest());
        } else if (workResult instanceof WorkResult.Failure failure) {
            recordFailure(failure);
        }
    }

    private void recordFiles(WorkResult.Batch batch) throws IOException {
        batchesInFlight--;
        for (ReadFile each : batch.files()) {
            filesInFlight--;
            if (each instanceof ReadFile.Done read) {
                record(read);
            } else if (each instanceof ReadFile.Unread failed) {
                unread.add(failed);
            } else if (each instanceof ReadFile.Failed failed) {
                recordFailure(new WorkResult.Failure(failed.path(), failed.cause(), null));
            }
        }
    }

    private void record(ReadFile.Done read) throws IOException {
        int page = facts.addPage(read.target(), read.page(), read.documentType(), read.withLinks());
        if (read.withLinks() || facts.pageOfFile(read.file()) < 0) {
            // An image may already have been dispatched for its anchors only before it turned out to be opened as a
            // document.
            facts.setPageOfFile(read.file(), page);
        }
        facts.addDeferred(read.file(), read.page().pending);
        if (read.withLinks()) {
            visitPlanner.follow(read.page(), 0, true);
            if (plan.storage().inbound() && (read.documentType().isPage() || read.documentType() == DocumentType.SVG)) {
                facts.inbound().add(read.file(), read.page().targets);
            }
        }
    }

    /**
     * Handles a failure: if memory is short, the page is left unread, and the run ends early if that is repeated; anything else is a bug.
     */
    private void recordFailure(WorkResult.Failure failure) throws IOException {
        Throwable cause =
                failure.cause() instanceof UncheckedIOException unchecked ? unchecked.getCause() : failure.cause();
        Throwable shortage = MemoryShortage.is(failure.cause())
                ? failure.cause()
                : crawlContext.readers().shortage();
        if (shortage == null) {
            throw new IOException("cannot read " + failure.what() + ": " + cause, cause);
        }
        boolean over = memoryShortages.add(shortage, failure.what());
        if (failure.scheduledRequest() != null) {
            visitPlanner.onDone(failure.scheduledRequest(), false);
            frontier.done(failure.scheduledRequest());
        }
        if (over && !stopped) {
            stopped = true;
            stoppedAt = System.nanoTime();
            plan.network().abort().run();
        }
    }
}
