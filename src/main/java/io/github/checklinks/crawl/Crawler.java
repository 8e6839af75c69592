// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.text.MemoryShortage;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Site;
import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.fetch.RequestMode;
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
    private final Ground ground;
    private final int readersAtOnce;
    private final Progress progress;
    private final Frontier frontier;
    private final Recall recall;
    private final Itinerary itinerary;
    private final BitSet readForLinks;
    private final Departures departures;
    private final NetworkCheck network;
    private final HostNotes hosts;
    private final Facts facts;
    private final Answers answers;
    private final UnreadPages unread;
    private final Shortages shortages;
    private final Halt halt;

    private int batchesFlying;
    private int filesFlying;
    private boolean stopped;
    private long stoppedAt;

    Crawler(CrawlPlan plan, Ground ground, ExecutorService executor, int readersAtOnce, Progress progress, Halt halt) {
        this.plan = plan;
        this.ground = ground;
        this.readersAtOnce = readersAtOnce;
        this.progress = progress;
        this.frontier =
                new Frontier(plan.politeness(), ground.siteHost(), System::nanoTime, new HostSlots(plan.slots()));
        this.recall = new Recall(plan, ground);
        this.itinerary = new Itinerary(plan, ground, frontier, recall);
        this.readForLinks = itinerary.readForLinks();
        this.departures = new Departures(ground, executor, plan.fetcher());
        this.network = new NetworkCheck(ground, departures, halt);
        this.hosts = new HostNotes(plan.accepts(), network::namesResolve);
        this.facts = ground.facts();
        this.answers = new Answers(plan, ground, frontier, itinerary, hosts, recall, network);
        this.unread = new UnreadPages(plan, ground);
        this.shortages = new Shortages(ground);
        this.halt = halt;
        CompletableFuture<Void> unused = halt.interrupted().thenRun(departures::wake);
    }

    /** Runs until everything was visited or a bound was reached. */
    Facts crawl() throws IOException {
        if (plan.site() instanceof Site.Built) {
            findPages();
            ground.resolving().numberFiles(ground.siteFiles(), readForLinks);
            unread.addUnlisted();
        }
        try {
            loop();
            if (!shortages.isOver()) {
                new SecondReading(departures, facts, halt, readersAtOnce).read(unread.toReadAgain(readForLinks));
            }
        } catch (OutOfMemoryError shortage) {
            shortages.end(shortage);
            plan.abort().run();
            itinerary.leaveTheRest();
        } finally {
            frontier.close();
        }
        recall.keep();
        facts.setUnreached(hosts.unreached());
        return facts;
    }

    /** Queues a start of the crawl; says whether it was new. */
    boolean start(int target) {
        return itinerary.addStart(target);
    }

    /** Records an answer that was fetched before the loop began. */
    void startWith(int target, Response response) throws IOException {
        Visit visit = itinerary.begun(target);
        answers.record(new Arrival.Answered(
                visit, ground.readers().answer(target, ground.url(target), response, visit.readsLinks)));
    }

    /** Records what became of a start before the loop began. */
    void startOver(int target, Outcome outcome) {
        itinerary.addVisited(target);
        facts.setOutcome(target, outcome);
    }

    /** Keeps requests to the site so far apart. */
    void space(Duration interval) {
        frontier.space(ground.siteHost(), interval);
    }

    private void findPages() {
        List<String> files = ground.siteFiles();
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
                itinerary.files().add(file);
            }
        }
    }

    private void loop() throws IOException {
        while (true) {
            if (!stopped && halt.isDue()) {
                stop();
            }
            if (!stopped) {
                depart();
            }
            if (isOver()) {
                break;
            }
            Arrival arrival = await();
            while (arrival != null) {
                record(arrival);
                arrival = departures.poll();
            }
            progress.hear(facts.pages(), facts.links(), left());
        }
        if (itinerary.pagesWaiting() > 0 && !stopped) {
            cutShort("maxPages (" + plan.bounds().maxPages() + ") was reached");
        }
        if (!facts.cutShort().isEmpty()) {
            itinerary.leaveTheRest();
        }
    }

    private boolean isOver() {
        boolean idle = filesFlying + frontier.flying() == 0;
        if (stopped) {
            return idle || System.nanoTime() - stoppedAt > halt.grace();
        }
        boolean nothingWaits = itinerary.files().isEmpty() && frontier.waiting() == 0;
        return idle && nothingWaits && (halt.isDue() || !answers.beginSecondPass(departures));
    }

    private @Nullable Arrival await() {
        try {
            long most = stopped ? halt.grace() / 100 : Math.min(frontier.rest().toNanos(), halt.nanosLeft());
            return departures.await(Math.max(1, most));
        } catch (InterruptedException stop) {
            // What is known so far is to be told all the same; whoever called us hears of it from the facts.
            halt.interrupt();
            return null;
        }
    }

    private long left() {
        return (long) itinerary.files().size()
                + itinerary.pagesWaiting()
                + filesFlying
                + frontier.waiting()
                + frontier.flying();
    }

    private void stop() {
        if (left() == 0) {
            return;
        }
        stopped = true;
        stoppedAt = System.nanoTime();
        // A second try that is not made leaves nothing unvisited.
        if (halt.isInterrupted() || !answers.isSecondPass() || itinerary.leaveTheRest()) {
            cutShort(halt.reason());
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
        while (batchesFlying < readersAtOnce * 3 && !itinerary.files().isEmpty()) {
            int[] files = new int[Departures.together(itinerary.files().size(), readersAtOnce)];
            boolean[] withLinks = new boolean[files.length];
            for (int i = 0; i < files.length; i++) {
                files[i] = itinerary.files().remove();
                withLinks[i] = readForLinks.get(files[i]);
            }
            batchesFlying++;
            filesFlying += files.length;
            departures.send(files, withLinks, false);
        }
        itinerary.admit();
        answers.endTurnedAway();
        for (Visit visit = frontier.next(); visit != null; visit = frontier.next()) {
            if (visit.requestMode == RequestMode.STATUS && hosts.isWithoutHead(visit.host)) {
                visit.requestMode = RequestMode.STATUS_BY_GET;
            }
            itinerary.departs(visit);
            if (ground.targets().reach(visit.target) == Reach.PROBE) {
                hosts.departs();
            }
            departures.send(visit);
        }
    }

    private void record(Arrival arrival) throws IOException {
        if (arrival instanceof Arrival.Batch batch) {
            recordFiles(batch);
        } else if (arrival instanceof Arrival.Answered answered) {
            // An answer that was ended by us says nothing of the server.
            if (!stopped || !(answered.read().response() instanceof Response.None)) {
                answers.record(answered);
            }
            frontier.done(answered.visit());
        } else if (arrival instanceof Arrival.Bug bug) {
            recordFailure(bug);
        }
    }

    private void recordFiles(Arrival.Batch batch) throws IOException {
        batchesFlying--;
        for (ReadFile each : batch.files()) {
            filesFlying--;
            if (each instanceof ReadFile.Done read) {
                record(read);
            } else if (each instanceof ReadFile.Unread failed) {
                unread.add(failed);
            } else if (each instanceof ReadFile.Failed failed) {
                recordFailure(new Arrival.Bug(failed.path(), failed.cause(), null));
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
            itinerary.follow(read.page(), 0, true);
            if (plan.inbound() && (read.documentType().isPage() || read.documentType() == DocumentType.SVG)) {
                facts.inbound().add(read.file(), read.page().targets);
            }
        }
    }

    /** A lack of memory leaves one page unread, or ends the run early when it is met again; anything else is a fault of ours. */
    private void recordFailure(Arrival.Bug bug) throws IOException {
        Throwable cause = bug.cause() instanceof UncheckedIOException unchecked ? unchecked.getCause() : bug.cause();
        Throwable shortage =
                MemoryShortage.is(bug.cause()) ? bug.cause() : ground.readers().shortage();
        if (shortage == null) {
            throw new IOException("cannot read " + bug.what() + ": " + cause, cause);
        }
        boolean over = shortages.add(shortage, bug.what());
        if (bug.visit() != null) {
            itinerary.ends(bug.visit(), false);
            frontier.done(bug.visit());
        }
        if (over && !stopped) {
            stopped = true;
            stoppedAt = System.nanoTime();
            plan.abort().run();
        }
    }
}
