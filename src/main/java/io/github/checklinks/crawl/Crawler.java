package io.github.checklinks.crawl;

import io.github.checklinks.Outcome;
import io.github.checklinks.Rule;
import io.github.checklinks.Site;
import io.github.checklinks.Skip;
import io.github.checklinks.extract.Language;
import io.github.checklinks.fetch.Fetcher;
import io.github.checklinks.fetch.Request;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.fetch.Want;
import io.github.checklinks.url.WebUrl;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one loop of a check: lets departures go while hosts and memory allow, waits for an arrival, remembers it, and adds what it
 * found. All state is this thread's own; other threads only fetch and read.
 */
final class Crawler {

    private final CrawlPlan plan;
    private final Ground ground;
    private final ExecutorService executor;
    private final int readersAtOnce;
    private final Progress progress;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final Frontier frontier;
    private final Facts facts;
    private final long deadline;

    private final Deque<Integer> files = new ArrayDeque<>();
    private final BitSet fileScheduled = new BitSet();
    private int filesFlying;

    private final BitSet scheduled = new BitSet();
    private final BitSet contentWanted = new BitSet();
    private final Map<Integer, Integer> depths = new HashMap<>();
    /** The fewest redirects on the way to a target; none for one that is not named here. */
    private final Map<Integer, Integer> hopsTo = new HashMap<>();

    private final Map<String, IndexPage> indexPages = new HashMap<>();
    private final Set<String> hostsWithoutHead = new HashSet<>();
    private final Set<String> hostsTried = new HashSet<>();
    private boolean anyForeignAnswer;
    private int contentFlying;
    private boolean stopped;
    private @Nullable Fetcher fetcher;

    private record IndexPage(long bodyHash, int page) {}

    Crawler(CrawlPlan plan, Ground ground, ExecutorService executor, int readersAtOnce, Progress progress) {
        this.plan = plan;
        this.ground = ground;
        this.executor = executor;
        this.readersAtOnce = readersAtOnce;
        this.progress = progress;
        this.frontier = new Frontier(plan.politeness(), ground.siteHost(), System::nanoTime);
        this.facts = ground.facts();
        this.deadline = System.nanoTime() + plan.bounds().maxDuration().toNanos();
    }

    /** Runs until everything was visited or a bound was reached. */
    Facts crawl() throws IOException, InterruptedException {
        if (plan.site() instanceof Site.Built) {
            for (int file = 0; file < ground.siteFiles().size(); file++) {
                if (isReadForLinks(file)) {
                    fileScheduled.set(file);
                    files.add(file);
                }
            }
        }
        loop();
        if (hostsTried.size() >= 3 && !anyForeignAnswer) {
            facts.setWithoutNetwork();
        }
        return facts;
    }

    /** Queues a start of the crawl. */
    void start(int target) {
        depths.put(target, 0);
        schedule(target, 0, 0);
    }

    /** Records an answer that was fetched before the loop began. */
    void startWith(int target, Response response) throws IOException {
        depths.put(target, 0);
        scheduled.set(target);
        contentWanted.set(target);
        Visit visit = new Visit(target, ground.host(target), Want.CONTENT);
        recordAnswer(ground.readers().answer(visit, ground.url(target), response, true));
    }

    private boolean isReadForLinks(int file) {
        String path = ground.siteFiles().get(file);
        return Language.ofFile(path)
                        .filter(language -> language != Language.SVG)
                        .isPresent()
                && plan.pages().accepts(path);
    }

    private void loop() throws IOException, InterruptedException {
        while (true) {
            if (!stopped && System.nanoTime() - deadline > 0) {
                stop("maxDuration (" + plan.bounds().maxDuration().toSeconds() + " s) was over");
                plan.abort().run();
            }
            if (!stopped) {
                departFiles();
                departVisits();
            }
            if (filesFlying + frontier.flying() == 0 && (stopped || files.isEmpty() && frontier.waiting() == 0)) {
                break;
            }
            Arrival arrival = arrivals.poll(Math.max(1, frontier.rest().toNanos()), TimeUnit.NANOSECONDS);
            while (arrival != null) {
                record(arrival);
                arrival = arrivals.poll();
            }
            progress.hear(
                    facts.pages(),
                    facts.links(),
                    (long) files.size() + filesFlying + frontier.waiting() + frontier.flying());
        }
        leaveTheRest();
    }

    private void stop(String reason) {
        stopped = true;
        long left = files.size() + (long) frontier.waiting() + frontier.flying();
        facts.setCutShort(reason + " before everything was visited: " + left + " addresses are left");
    }

    private void leaveTheRest() {
        if (facts.cutShort().isEmpty()) {
            return;
        }
        for (int target = scheduled.nextSetBit(0); target >= 0; target = scheduled.nextSetBit(target + 1)) {
            if (facts.outcome(target) == null) {
                facts.setOutcome(target, new Outcome.Unasked(Skip.LIMIT));
            }
        }
    }

    private void departFiles() {
        // A few files wait for each thread, so that none idles while this one remembers; no more, so that none piles
        // up.
        while (filesFlying < readersAtOnce * 4 && !files.isEmpty()) {
            int file = files.remove();
            filesFlying++;
            boolean withLinks = ground.isOfSite(file) && isReadForLinks(file);
            executor.execute(() -> arrivals.add(readFile(file, withLinks)));
        }
    }

    private Arrival readFile(int file, boolean withLinks) {
        try {
            Language language = Language.ofFile(ground.path(file)).orElse(Language.HTML);
            return ground.readers().file(ground.urlOfFile(file), file, language, withLinks);
        } catch (Throwable failure) {
            return new Arrival.Bug(null, failure);
        }
    }

    private void departVisits() {
        while (true) {
            boolean full = facts.pages() + contentFlying >= plan.bounds().maxPages();
            if (full && contentFlying > 0) {
                return;
            }
            if (full && ground.isServed() && frontier.waiting() > 0) {
                stop("maxPages (" + plan.bounds().maxPages() + ") was reached");
                return;
            }
            Visit visit = frontier.next();
            if (visit == null) {
                return;
            }
            depart(visit);
        }
    }

    private void depart(Visit visit) {
        if (visit.want == Want.STATUS && hostsWithoutHead.contains(visit.host)) {
            visit.want = Want.STATUS_BY_GET;
        }
        boolean follows = ground.targets().reach(visit.target) == Reach.FOLLOW;
        if (visit.want == Want.CONTENT && follows) {
            contentFlying++;
        }
        WebUrl url = ground.url(visit.target);
        boolean withLinks =
                follows && depths.getOrDefault(visit.target, 0) <= plan.bounds().maxDepth();
        CompletableFuture<Response> unused = fetcher()
                .fetch(new Request(url, visit.want, visit.anyType, visit.cookies))
                .whenComplete((response, failure) -> land(visit, url, response, failure, withLinks));
    }

    /** Called on a thread of the client, which must not be held. */
    private void land(Visit visit, WebUrl url, Response response, @Nullable Throwable failure, boolean withLinks) {
        if (failure != null) {
            arrivals.add(new Arrival.Bug(visit, failure));
        } else if (hasBody(response)) {
            executor.execute(() -> arrivals.add(readAnswer(visit, url, response, withLinks)));
        } else {
            arrivals.add(new Arrival.Answered(visit, response, null, null, 0));
        }
    }

    private static boolean hasBody(Response response) {
        return response instanceof Response.Answer answer && answer.body().length > 0;
    }

    private Arrival readAnswer(Visit visit, WebUrl url, Response response, boolean withLinks) {
        try {
            return ground.readers().answer(visit, url, response, withLinks);
        } catch (Throwable failure) {
            return new Arrival.Bug(visit, failure);
        }
    }

    private Fetcher fetcher() {
        if (fetcher == null) {
            fetcher = plan.fetcher().get();
        }
        return fetcher;
    }

    private void record(Arrival arrival) throws IOException {
        if (arrival instanceof Arrival.FileRead read) {
            filesFlying--;
            recordFile(read);
        } else if (arrival instanceof Arrival.Answered answered) {
            if (answered.visit().want == Want.CONTENT
                    && ground.targets().reach(answered.visit().target) == Reach.FOLLOW) {
                contentFlying--;
            }
            recordAnswer(answered);
            frontier.done(answered.visit());
        } else {
            throw failure((Arrival.Bug) arrival);
        }
    }

    private static IOException failure(Arrival.Bug bug) {
        if (bug.cause() instanceof IOException unreadable) {
            return unreadable;
        }
        return new IOException("a page could not be read: " + bug.cause(), bug.cause());
    }

    private void recordFile(Arrival.FileRead read) throws IOException {
        boolean counts = read.language().isPage();
        int page = facts.addPage(read.target(), read.page(), counts, read.withLinks());
        facts.setPageOfFile(read.file(), page);
        if (read.withLinks()) {
            follow(read.page(), 0, true);
        }
    }

    private void recordAnswer(Arrival.Answered arrival) throws IOException {
        Visit visit = arrival.visit();
        Want asked = visit.want;
        noteHost(visit, arrival.response());
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

    private void noteHost(Visit visit, Response response) {
        if (ground.targets().reach(visit.target) == Reach.PROBE) {
            hostsTried.add(visit.host);
            anyForeignAnswer |= response instanceof Response.Answer
                    || response instanceof Response.None none
                            && (none.rule() == Rule.SKIPPED || none.rule() == Rule.UNTRUSTED);
        }
        if (visit.want == Want.STATUS_BY_GET
                && visit.lastStatus != 0
                && response instanceof Response.Answer answer
                && plan.accepts().test(answer.status())) {
            hostsWithoutHead.add(visit.host);
        }
    }

    private void recordHop(Visit visit, NextStep.Hop hop, Response response) {
        WebUrl from = ground.url(visit.target);
        if (!(from.resolve(hop.location()) instanceof WebUrl to) || !to.isHttp()) {
            String detail = hop.status() + " to \"" + hop.location() + "\", which no browser could follow";
            facts.setOutcome(
                    visit.target, new Outcome.Failed(Rule.REDIRECT_LOOP, detail, null, hop.status(), visit.attempts));
            return;
        }
        int target = ground.resolving().number(to.withoutFragment());
        if (target == visit.target && visit.cookies.isEmpty() && hasCookies(response)) {
            visit.cookies = Cookies.header(((Response.Answer) response).cookies());
            frontier.again(visit, Duration.ZERO);
            return;
        }
        facts.setOutcome(
                visit.target, new Outcome.Redirected(hop.status(), target, to.fragment() != null, visit.attempts));
        followHop(visit.target, target, depths.getOrDefault(visit.target, 0));
    }

    private void followHop(int from, int to, int depth) {
        int hops = hopsTo.getOrDefault(from, 0);
        if (hops < plan.politeness().maxRedirects()) {
            if (contentWanted.get(from)) {
                wantContent(to);
            }
            schedule(to, depth, hops + 1);
        }
    }

    private static boolean hasCookies(Response response) {
        return response instanceof Response.Answer answer && !answer.cookies().isEmpty();
    }

    private void recordOutcome(Arrival.Answered arrival, Want asked, Outcome outcome) throws IOException {
        Visit visit = arrival.visit();
        boolean wantsMore = asked != Want.CONTENT
                && contentWanted.get(visit.target)
                && outcome instanceof Outcome.Answered
                && arrival.response() instanceof Response.Answer answer
                && Readers.language(answer, ground.url(visit.target)) != null
                && plan.accepts().test(answer.status());
        if (wantsMore) {
            visit.want = Want.CONTENT;
            frontier.again(visit, Duration.ZERO);
            return;
        }
        facts.setOutcome(visit.target, outcome);
        if (arrival.page() != null && arrival.language() != null) {
            recordPage(arrival, arrival.page(), arrival.language());
        }
        if (arrival.response() instanceof Response.Answer answer && answer.cut()) {
            facts.setOutcome(
                    visit.target,
                    new Outcome.Failed(
                            Rule.TOO_LARGE,
                            "the page was cut at maxBodySize, so not all its links were read",
                            null,
                            answer.status(),
                            visit.attempts));
        }
    }

    private void recordPage(Arrival.Answered arrival, PageFacts page, Language language) throws IOException {
        int target = arrival.visit().target;
        boolean withLinks = ground.targets().reach(target) == Reach.FOLLOW
                && language != Language.SVG
                && depths.getOrDefault(target, 0) <= plan.bounds().maxDepth();
        WebUrl url = ground.url(target);
        String directory = ground.directoryOfIndex(url);
        if (directory != null) {
            IndexPage known = indexPages.get(directory);
            if (known != null && known.bodyHash() == arrival.bodyHash()) {
                facts.setPageOfTarget(target, known.page());
                return;
            }
        }
        boolean judged = withLinks && plan.pages().accepts(ground.pageName(url));
        int number = facts.addPage(target, page, language.isPage(), judged);
        facts.setPageOfTarget(target, number);
        if (directory != null) {
            indexPages.putIfAbsent(directory, new IndexPage(arrival.bodyHash(), number));
        }
        int depth = depths.getOrDefault(target, 0);
        if (withLinks && (judged || depth == 0)) {
            follow(page, depth + 1, judged);
        }
    }

    /** Goes where a page leads; one whose links are not judged only leads to further pages. */
    private void follow(PageFacts page, int depth, boolean judged) {
        for (int code : page.targets) {
            int target = code >> 1;
            if (target < 0) {
                continue;
            }
            Reach reach = ground.targets().reach(target);
            if (!judged && reach != Reach.FOLLOW) {
                continue;
            }
            if ((code & 1) == 0) {
                facts.setSettled(target);
            }
            switch (reach) {
                case FILE -> readForAnchors(target, (code & 1) != 0);
                case FOLLOW, PROBE -> {
                    if ((code & 1) != 0) {
                        wantContent(target);
                    }
                    schedule(target, depth, 0);
                }
                default -> {}
            }
        }
    }

    /** A file whose links nobody reads still has anchors, once a link names one. */
    private void readForAnchors(int target, boolean namesAnchor) {
        int file = ground.targets().file(target);
        if (namesAnchor && !fileScheduled.get(file)) {
            fileScheduled.set(file);
            files.add(file);
        }
    }

    private void wantContent(int target) {
        if (!contentWanted.get(target)) {
            contentWanted.set(target);
            boolean visitedWithout = scheduled.get(target)
                    && facts.outcome(target) instanceof Outcome.Answered
                    && facts.page(target) < 0;
            if (visitedWithout) {
                scheduled.clear(target);
            } else if (facts.outcome(target) instanceof Outcome.Redirected hop) {
                followHop(target, hop.to(), depths.getOrDefault(target, 0));
            }
        }
    }

    private void schedule(int target, int depth, int hops) {
        Reach reach = ground.targets().reach(target);
        if (reach != Reach.FOLLOW && reach != Reach.PROBE) {
            return;
        }
        int hopsBefore = scheduled.get(target) ? hopsTo.getOrDefault(target, 0) : Integer.MAX_VALUE;
        if (hops == 0) {
            hopsTo.remove(target);
        } else if (hops < hopsBefore) {
            hopsTo.put(target, hops);
        }
        if (scheduled.get(target)) {
            // A longer way may have ended here, for the number of its hops.
            if (hops < hopsBefore && facts.outcome(target) instanceof Outcome.Redirected hop) {
                followHop(target, hop.to(), depth);
            }
            return;
        }
        scheduled.set(target);
        depths.putIfAbsent(target, depth);
        Want want;
        if (reach == Reach.FOLLOW) {
            contentWanted.set(target);
            want = Wants.of(ground.url(target).path());
        } else {
            want = contentWanted.get(target) ? Want.CONTENT : Want.STATUS;
        }
        frontier.add(new Visit(target, ground.host(target), want));
    }
}
