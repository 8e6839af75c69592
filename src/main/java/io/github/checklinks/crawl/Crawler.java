package io.github.checklinks.crawl;

import io.github.checklinks.Outcome;
import io.github.checklinks.Rule;
import io.github.checklinks.Site;
import io.github.checklinks.extract.Language;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.fetch.Want;
import io.github.checklinks.url.WebUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;

/**
 * The one loop of a check: lets departures go while hosts and memory allow, waits for an arrival, remembers it, and adds what it
 * found. All state is this thread's own; other threads only fetch and read.
 */
final class Crawler {

    /** How long what is under way may take to end after the run was stopped. */
    private static final long GRACE = Duration.ofSeconds(10).toNanos();

    private final CrawlPlan plan;
    private final Ground ground;
    private final int readersAtOnce;
    private final Progress progress;
    private final Frontier frontier;
    private final Recall recall;
    private final Itinerary itinerary;
    private final Departures departures;
    private final HostNotes hosts;
    private final Facts facts;
    private final IndexPages indexPages;
    private final long deadline;
    private int filesFlying;
    private boolean stopped;

    Crawler(CrawlPlan plan, Ground ground, ExecutorService executor, int readersAtOnce, Progress progress) {
        this.plan = plan;
        this.ground = ground;
        this.readersAtOnce = readersAtOnce;
        this.progress = progress;
        this.frontier = new Frontier(plan.politeness(), ground.siteHost(), System::nanoTime);
        this.recall = new Recall(plan, ground);
        this.itinerary = new Itinerary(plan, ground, frontier, recall);
        this.departures = new Departures(ground, executor, plan.fetcher());
        this.hosts = new HostNotes(plan.accepts());
        this.facts = ground.facts();
        this.indexPages = new IndexPages(ground);
        this.deadline = System.nanoTime() + plan.bounds().maxDuration().toNanos();
    }

    /** Runs until everything was visited or a bound was reached. */
    Facts crawl() throws IOException, InterruptedException {
        if (plan.site() instanceof Site.Built) {
            for (int file = 0; file < ground.siteFiles().size(); file++) {
                if (isReadForLinks(file)) {
                    itinerary.addFile(file);
                }
            }
        }
        loop();
        recall.keep();
        if (hosts.isWithoutNetwork()) {
            facts.setWithoutNetwork();
        }
        return facts;
    }

    /** Queues a start of the crawl. */
    void start(int target) {
        itinerary.addStart(target);
    }

    /** Records an answer that was fetched before the loop began. */
    void startWith(int target, Response response) throws IOException {
        Visit visit = itinerary.begun(target);
        recordAnswer(ground.readers().answer(visit, ground.url(target), response, visit.readsLinks));
    }

    /** Records a redirect that was met before the loop began. */
    void startOver(int target, Outcome.Redirected hop) {
        itinerary.addVisited(target);
        facts.setOutcome(target, hop);
    }

    /** Pictures have anchors, and links that nobody follows. */
    private static boolean isReadForLinks(Language language) {
        return language != Language.SVG;
    }

    private boolean isReadForLinks(int file) {
        String path = ground.siteFiles().get(file);
        return Language.ofFile(path).filter(Crawler::isReadForLinks).isPresent()
                && plan.pages().accepts(path);
    }

    private void loop() throws IOException, InterruptedException {
        while (true) {
            long late = System.nanoTime() - deadline;
            if (!stopped && late > 0) {
                stop();
            }
            if (!stopped) {
                depart();
            }
            boolean idle = filesFlying + frontier.flying() == 0;
            boolean nothingWaits = itinerary.files().isEmpty() && frontier.waiting() == 0;
            if (idle && (stopped || nothingWaits) || late > GRACE) {
                break;
            }
            Arrival arrival = departures.await(
                    stopped ? GRACE / 100 : Math.max(1, frontier.rest().toNanos()));
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
        cutShort("maxDuration (" + plan.bounds().maxDuration().toSeconds() + " s) was over");
        plan.abort().run();
    }

    private void cutShort(String reason) {
        facts.setCutShort(reason + " before everything was visited: " + left() + " addresses are left");
    }

    private void depart() {
        // A few files wait for each thread, so that none idles while this one remembers; no more, so that none piles
        // up.
        while (filesFlying < readersAtOnce * 4 && !itinerary.files().isEmpty()) {
            int file = itinerary.files().remove();
            filesFlying++;
            departures.send(file, ground.isOfSite(file) && isReadForLinks(file));
        }
        itinerary.admit();
        for (Visit visit = frontier.next(); visit != null; visit = frontier.next()) {
            if (visit.want == Want.STATUS && hosts.isWithoutHead(visit.host)) {
                visit.want = Want.STATUS_BY_GET;
            }
            itinerary.departs(visit);
            departures.send(visit);
        }
    }

    private void record(Arrival arrival) throws IOException {
        if (arrival instanceof Arrival.FileRead read) {
            filesFlying--;
            recordFile(read);
        } else if (arrival instanceof Arrival.Answered answered) {
            recordAnswer(answered);
            frontier.done(answered.visit());
        } else {
            throw failure((Arrival.Bug) arrival);
        }
    }

    private static IOException failure(Arrival.Bug bug) {
        Throwable cause = bug.cause() instanceof UncheckedIOException unchecked ? unchecked.getCause() : bug.cause();
        return new IOException("cannot read " + bug.what() + ": " + cause, cause);
    }

    private void recordFile(Arrival.FileRead read) throws IOException {
        int page = facts.addPage(read.target(), read.page(), read.language().isPage(), read.withLinks());
        facts.setPageOfFile(read.file(), page);
        if (read.withLinks()) {
            itinerary.follow(read.page(), 0, true);
            if (plan.inbound() && read.language().isPage()) {
                facts.inbound().add(read.file(), read.page().targets);
            }
        }
    }

    private void recordAnswer(Arrival.Answered arrival) throws IOException {
        Visit visit = arrival.visit();
        if (stopped && arrival.response() instanceof Response.None) {
            // Ended by us; that says nothing of the server.
            return;
        }
        Want asked = visit.want;
        hosts.note(visit, arrival.response(), ground.targets().reach(visit.target) == Reach.PROBE);
        if (recall.confirms(visit, arrival.response())) {
            itinerary.ends(visit, false);
            return;
        }
        NextStep step = NextStep.after(visit, arrival.response(), plan.politeness(), plan.accepts());
        if (step instanceof NextStep.Again again) {
            if (again.hostRests()) {
                frontier.rest(visit.host, again.pause());
            }
            frontier.again(visit, again.hostRests() ? Duration.ZERO : again.pause());
        } else if (step instanceof NextStep.Hop hop) {
            recordHop(visit, hop, arrival.response());
        } else if (step instanceof NextStep.Done done) {
            recordOutcome(arrival, asked, done.outcome());
        }
    }

    private void recordHop(Visit visit, NextStep.Hop hop, Response response) {
        WebUrl from = ground.url(visit.target);
        if (!(from.resolve(hop.location()) instanceof WebUrl to) || !to.isHttp()) {
            String detail = hop.status() + " to \"" + hop.location() + "\", which no browser could follow";
            end(visit, new Outcome.Failed(Rule.REDIRECT_LOOP, detail, null, hop.status(), visit.attempts));
            return;
        }
        int target = ground.resolving().number(to.withoutFragment());
        if (target == visit.target && visit.cookies.isEmpty() && hasCookies(response)) {
            visit.cookies = Cookies.header(((Response.Answer) response).cookies());
            frontier.again(visit, Duration.ZERO);
            return;
        }
        itinerary.addHop(visit.target, target, visit.depth);
        end(visit, new Outcome.Redirected(hop.status(), target, to.fragment() != null, visit.attempts));
    }

    private void end(Visit visit, Outcome outcome) {
        facts.setOutcome(visit.target, outcome);
        itinerary.ends(visit, false);
    }

    private static boolean hasCookies(Response response) {
        return response instanceof Response.Answer answer && !answer.cookies().isEmpty();
    }

    private void recordOutcome(Arrival.Answered arrival, Want asked, Outcome outcome) throws IOException {
        Visit visit = arrival.visit();
        if (asked != Want.CONTENT && outcome instanceof Outcome.Answered && hasMore(visit, arrival.response())) {
            itinerary.addContent(visit);
            return;
        }
        facts.setOutcome(visit.target, outcome);
        PageFacts page = arrival.page();
        Language language = arrival.language();
        itinerary.ends(visit, page != null && language != null && language.isPage());
        if (page != null && language != null) {
            recordPage(arrival, page, language);
        }
        if (arrival.response() instanceof Response.Answer answer && answer.cut()) {
            String detail = "the page was cut at maxBodySize, so not all its links were read";
            facts.setOutcome(
                    visit.target, new Outcome.Failed(Rule.TOO_LARGE, detail, null, answer.status(), visit.attempts));
        }
    }

    /** Whether an answer without its content is one whose content is needed. */
    private boolean hasMore(Visit visit, Response response) {
        if (!(response instanceof Response.Answer answer) || !plan.accepts().test(answer.status())) {
            return false;
        }
        Language language = Readers.language(answer, ground.url(visit.target));
        return language != null
                && (itinerary.wantsAnchors(visit.target) || visit.readsLinks && isReadForLinks(language));
    }

    private void recordPage(Arrival.Answered arrival, PageFacts page, Language language) throws IOException {
        Visit visit = arrival.visit();
        WebUrl url = ground.url(visit.target);
        boolean withLinks = visit.readsLinks && isReadForLinks(language);
        boolean judged = withLinks
                && ground.targets().reach(visit.target) == Reach.FOLLOW
                && plan.pages().accepts(ground.pageName(url));
        boolean fresh = true;
        if (visit.readsLinks) {
            fresh = indexPages.add(visit.target, url, page, arrival.bodyHash(), language.isPage(), judged);
        } else {
            facts.setPageOfTarget(visit.target, facts.addPage(visit.target, page, language.isPage(), judged));
        }
        // The start and the seeds are read to find pages even when their own links are nobody's business.
        if (fresh && withLinks && (judged || visit.depth == 0)) {
            itinerary.follow(page, visit.depth + 1, judged);
        }
    }
}
