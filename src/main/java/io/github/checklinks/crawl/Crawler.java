// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.page.ReadFile;
import io.github.checklinks.crawl.schedule.Frontier;
import io.github.checklinks.crawl.schedule.HostHealth;
import io.github.checklinks.crawl.schedule.HostSlots;
import io.github.checklinks.crawl.schedule.ScheduledRequest;
import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.TargetKind;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Site;
import io.github.checklinks.text.MemoryShortage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * The one loop of a check: lets departures go while hosts and memory allow, waits for an arrival, remembers it, and adds what it
 * found. All state is this thread's own; other threads only fetch and read.
 */
final class Crawler {

    /**
     * So many files that lie deep are read first: ordinary pages, which teach the compiler what pages are made of. The first ones of a site
     * may be long lists of links, and what was compiled for these is thrown away when something else is met.
     */
    private static final int FIRST = 8;

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
    private final Facts facts;
    private final ResponseHandler responseHandler;
    private final UnreadPages unread;
    private final MemoryShortages memoryShortages;
    private final StopCondition stopCondition;

    private int batchesFlying;
    private int filesFlying;
    private boolean stopped;
    private long stoppedAt;

    Crawler(
            CrawlPlan plan,
            CrawlContext crawlContext,
            ExecutorService executor,
            int readersAtOnce,
            Progress progress,
            StopCondition stopCondition) {
        this.plan = plan;
        this.crawlContext = crawlContext;
        this.readersAtOnce = readersAtOnce;
        this.progress = progress;
        this.frontier =
                new Frontier(plan.politeness(), crawlContext.siteHost(), System::nanoTime, new HostSlots(plan.slots()));
        this.cachedAnswers = new CachedAnswers(plan, crawlContext);
        this.visitPlanner = new VisitPlanner(plan, crawlContext, frontier, cachedAnswers);
        this.readForLinks = visitPlanner.readForLinks();
        this.workDispatcher = new WorkDispatcher(crawlContext, executor, plan.fetcher());
        this.network = new NetworkCheck(crawlContext, workDispatcher, stopCondition);
        this.hosts = new HostHealth(plan.accepts(), network::namesResolve);
        this.facts = crawlContext.facts();
        this.responseHandler =
                new ResponseHandler(plan, crawlContext, frontier, visitPlanner, hosts, cachedAnswers, network);
        this.unread = new UnreadPages(plan, crawlContext);
        this.memoryShortages = new MemoryShortages(crawlContext);
        this.stopCondition = stopCondition;
        CompletableFuture<Void> unused = stopCondition.interrupted().thenRun(workDispatcher::wake);
    }

    /** Runs until everything was visited or a bound was reached. */
    Facts crawl() throws IOException {
        if (plan.site() instanceof Site.Built) {
            findPages();
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
            plan.abort().run();
            visitPlanner.markRestSkipped();
        } finally {
            frontier.close();
        }
        cachedAnswers.keep();
        facts.setUnreached(hosts.unreached());
        return facts;
    }

    /** Queues a start of the crawl; says whether it was new. */
    boolean start(int target) {
        return visitPlanner.addStart(target);
    }

    /** Records an answer that was fetched before the loop began. */
    void startWith(int target, Response response) throws IOException {
        ScheduledRequest scheduledRequest = visitPlanner.firstVisit(target);
        responseHandler.record(new WorkResult.Answered(
                scheduledRequest,
                crawlContext
                        .readers()
                        .answer(target, crawlContext.url(target), response, scheduledRequest.readsLinks)));
    }

    /** Records what became of a start before the loop began. */
    void startOver(int target, Outcome outcome) {
        visitPlanner.addVisited(target);
        facts.setOutcome(target, outcome);
    }

    /** Keeps requests to the site so far apart. */
    void setInterval(Duration interval) {
        frontier.setInterval(crawlContext.siteHost(), interval);
    }

    private void findPages() {
        List<String> files = crawlContext.siteFiles();
        boolean all = plan.pages().acceptsAll();
        int first = Math.max(0, files.size() - FIRST);
        for (int at = 0; at < files.size(); at++) {
            int file = (at + first) % files.size();
            String path = files.get(file);
            DocumentType documentType = DocumentType.ofFile(path).orElse(null);
            if (documentType != null
                    && documentType != DocumentType.SVG
                    && (all || plan.pages().accepts(path))) {
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
                depart();
            }
            if (isOver()) {
                break;
            }
            WorkResult workResult = await();
            while (workResult != null) {
                record(workResult);
                workResult = workDispatcher.poll();
            }
            progress.update(facts.pages(), facts.links(), left());
        }
        if (visitPlanner.pagesWaiting() > 0 && !stopped) {
            cutShort("maxPages (" + plan.crawlLimits().maxPages() + ") was reached");
        }
        if (!facts.cutShort().isEmpty()) {
            visitPlanner.markRestSkipped();
        }
    }

    private boolean isOver() {
        boolean idle = filesFlying + frontier.inFlight() == 0;
        if (stopped) {
            return idle || System.nanoTime() - stoppedAt > stopCondition.grace();
        }
        boolean nothingWaits = visitPlanner.files().isEmpty() && frontier.waiting() == 0;
        return idle && nothingWaits && (stopCondition.isDue() || !responseHandler.beginSecondPass(workDispatcher));
    }

    private @Nullable WorkResult await() {
        try {
            long most = stopped
                    ? stopCondition.grace() / 100
                    : Math.min(frontier.timeToNext().toNanos(), stopCondition.nanosLeft());
            return workDispatcher.await(Math.max(1, most));
        } catch (InterruptedException stop) {
            // What is known so far is to be told all the same; whoever called us hears of it from the facts.
            stopCondition.interrupt();
            return null;
        }
    }

    private long left() {
        return (long) visitPlanner.files().size()
                + visitPlanner.pagesWaiting()
                + filesFlying
                + frontier.waiting()
                + frontier.inFlight();
    }

    private void stop() {
        if (left() == 0) {
            return;
        }
        stopped = true;
        stoppedAt = System.nanoTime();
        // A second try that is not made leaves nothing unvisited.
        if (stopCondition.isInterrupted() || !responseHandler.isSecondPass() || visitPlanner.markRestSkipped()) {
            cutShort(stopCondition.reason());
        }
        plan.abort().run();
    }

    private void cutShort(String reason) {
        long left = left();
        String rest = left == 1 ? "1 address is left" : left + " addresses are left";
        if (facts.cutShort().isEmpty()) {
            facts.setCutShort(reason + " before everything was visited: " + rest);
        }
    }

    private void depart() {
        // Some files wait for each thread, so that none idles while this one remembers; no more, so that none piles
        // up.
        while (batchesFlying < readersAtOnce * 3 && !visitPlanner.files().isEmpty()) {
            int[] files = new int[WorkDispatcher.together(visitPlanner.files().size(), readersAtOnce)];
            boolean[] withLinks = new boolean[files.length];
            for (int i = 0; i < files.length; i++) {
                files[i] = visitPlanner.files().remove();
                withLinks[i] = readForLinks.get(files[i]);
            }
            batchesFlying++;
            filesFlying += files.length;
            workDispatcher.send(files, withLinks, false);
        }
        visitPlanner.admit();
        responseHandler.endTurnedAway();
        for (ScheduledRequest scheduledRequest = frontier.next();
                scheduledRequest != null;
                scheduledRequest = frontier.next()) {
            if (scheduledRequest.requestMode == RequestMode.STATUS && hosts.isWithoutHead(scheduledRequest.host)) {
                scheduledRequest.requestMode = RequestMode.STATUS_BY_GET;
            }
            visitPlanner.departs(scheduledRequest);
            if (crawlContext.targets().reach(scheduledRequest.target) == TargetKind.PROBE) {
                hosts.onSent();
            }
            workDispatcher.send(scheduledRequest);
        }
    }

    private void record(WorkResult workResult) throws IOException {
        if (workResult instanceof WorkResult.Batch batch) {
            recordFiles(batch);
        } else if (workResult instanceof WorkResult.Answered answered) {
            // An answer that was ended by us says nothing of the server.
            if (!stopped || !(answered.read().response() instanceof Response.None)) {
                responseHandler.record(answered);
            }
            frontier.done(answered.scheduledRequest());
        } else if (workResult instanceof WorkResult.Bug bug) {
            recordFailure(bug);
        }
    }

    private void recordFiles(WorkResult.Batch batch) throws IOException {
        batchesFlying--;
        for (ReadFile each : batch.files()) {
            filesFlying--;
            if (each instanceof ReadFile.Done read) {
                record(read);
            } else if (each instanceof ReadFile.Unread failed) {
                unread.add(failed);
            } else if (each instanceof ReadFile.Failed failed) {
                recordFailure(new WorkResult.Bug(failed.path(), failed.cause(), null));
            }
        }
    }

    private void record(ReadFile.Done read) throws IOException {
        int page = facts.addPage(read.target(), read.page(), read.documentType(), read.withLinks());
        if (read.withLinks() || facts.pageOfFile(read.file()) < 0) {
            // A picture that is opened may have been on its way for its anchors alone.
            facts.setPageOfFile(read.file(), page);
        }
        facts.addPending(read.file(), read.page().pending);
        if (read.withLinks()) {
            visitPlanner.follow(read.page(), 0, true);
            if (plan.inbound() && (read.documentType().isPage() || read.documentType() == DocumentType.SVG)) {
                facts.inbound().add(read.file(), read.page().targets);
            }
        }
    }

    /** A lack of memory leaves one page unread, or ends the run early when it is met again; anything else is a fault of ours. */
    private void recordFailure(WorkResult.Bug bug) throws IOException {
        Throwable cause = bug.cause() instanceof UncheckedIOException unchecked ? unchecked.getCause() : bug.cause();
        Throwable shortage = MemoryShortage.is(bug.cause())
                ? bug.cause()
                : crawlContext.readers().shortage();
        if (shortage == null) {
            throw new IOException("cannot read " + bug.what() + ": " + cause, cause);
        }
        boolean over = memoryShortages.add(shortage, bug.what());
        if (bug.scheduledRequest() != null) {
            visitPlanner.ends(bug.scheduledRequest(), false);
            frontier.done(bug.scheduledRequest());
        }
        if (over && !stopped) {
            stopped = true;
            stoppedAt = System.nanoTime();
            plan.abort().run();
        }
    }
}
