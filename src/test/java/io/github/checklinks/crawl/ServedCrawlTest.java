package io.github.checklinks.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.checklinks.Outcome;
import io.github.checklinks.Rule;
import io.github.checklinks.Site;
import io.github.checklinks.Skip;
import io.github.checklinks.Zone;
import io.github.checklinks.fetch.Fetcher;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.fetch.Want;
import io.github.checklinks.url.Patterns;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ServedCrawlTest {

    private static final String BASE = "https://docs.org/g/";

    @TempDir
    Path work;

    private Plans plans;
    private Web web;
    private final ExecutorService client = Executors.newFixedThreadPool(4);

    @BeforeEach
    void begin() {
        plans = new Plans(work);
        web = new Web(client);
        plans.fetcher = web;
        plans.site = new Site.Served(BASE, BASE);
    }

    @AfterEach
    void end() throws IOException {
        plans.close();
        client.shutdownNow();
    }

    private Facts crawl() throws IOException, InterruptedException {
        return plans.run();
    }

    private static String a(String... hrefs) {
        StringBuilder html = new StringBuilder();
        for (String href : hrefs) {
            html.append("<a href=\"").append(href).append("\">x</a>\n");
        }
        return html.toString();
    }

    @Test
    void onlyPagesBelowTheStartAreFollowed() throws Exception {
        web.page(BASE, a("sub/", "../above.html", "http://docs.org/g/plain", "https://other.org/x"));
        web.page(BASE + "sub/", a("page.html"));
        web.page(BASE + "sub/page.html", a("../#x"));
        web.page("http://docs.org/g/plain", a("never"));
        web.page("https://docs.org/above.html", a("never"));
        web.page("https://other.org/x", a("never"));

        Facts facts = crawl();

        assertThat(Told.pages(facts)).containsExactly("index.html", "plain", "sub/index.html", "sub/page.html");
        assertThat(web.asked()).doesNotContain("https://docs.org/never", "https://other.org/never");
        assertThat(web.wants("https://other.org/x")).containsExactly(Want.STATUS);
        assertThat(web.wants("https://docs.org/above.html")).containsExactly(Want.STATUS);
        assertThat(Told.outcome(facts, "http://docs.org/g/never")).isEqualTo(new Outcome.Answered(404, 1));
        assertThat(facts.cutShort()).isEmpty();
        assertThat(facts.pages()).isEqualTo(4);
        assertThat(facts.start()).isEqualTo(Told.target(facts, BASE));
    }

    @Test
    void equalTargetsAreAskedForOnce() throws Exception {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            all.append(a("p" + i));
            web.page(
                    BASE + "p" + i,
                    a("./", "p" + (i + 1) % 200, "https://other.org/x", "https://other.org/x#y", "img.png"));
        }
        web.page(BASE, all.toString());
        web.page("https://other.org/x", "");
        web.document(BASE + "img.png", "image/png", "");

        Facts facts = crawl();

        assertThat(web.asked()).doesNotHaveDuplicates().hasSize(203);
        assertThat(facts.pages()).isEqualTo(201);
    }

    @Test
    void oneRequestAtATimeIsEnough() throws Exception {
        plans.concurrency = 1;
        for (int i = 0; i < 50; i++) {
            web.page(BASE + (i == 0 ? "" : "p" + i), a("p" + (i + 1), "p" + (i + 2), "https://o" + i + ".org/"));
        }

        Facts facts = crawl();

        assertThat(facts.pages()).isEqualTo(50);
        assertThat(facts.cutShort()).isEmpty();
    }

    @Test
    void anAnchorIsFoundWheneverItsPageComes() throws Exception {
        web.page(BASE, a("late.html#there", "late.html#absent", "./#self"));
        web.page(BASE + "late.html", "<p id=there>" + a("./#self"));

        Facts facts = crawl();

        assertThat(Told.hasAnchor(facts, BASE + "late.html", "there")).isTrue();
        assertThat(Told.hasAnchor(facts, BASE + "late.html", "absent")).isFalse();
    }

    @Test
    void anAnchorOutsideIsLookedForWhenThatIsWanted() throws Exception {
        plans.fragmentZones = EnumSet.allOf(Zone.class);
        web.page(BASE, a("https://other.org/x", "second", "https://other.org/moved"));
        web.page(BASE + "second", a("third"));
        web.page(
                BASE + "third",
                a("https://other.org/x#part", "https://other.org/moved#part", "https://other.org/pic.png#x"));
        web.page("https://other.org/x", "<p id=part>" + a("never"));
        web.redirect("https://other.org/moved", 302, "/there");
        web.page("https://other.org/there", "<p id=part>");
        web.document("https://other.org/pic.png", "image/png", "");

        Facts facts = crawl();

        assertThat(Told.hasAnchor(facts, "https://other.org/x", "part")).isTrue();
        assertThat(Told.hasAnchor(facts, "https://other.org/there", "part")).isTrue();
        assertThat(web.asked()).doesNotContain("https://other.org/never");
        assertThat(web.wants("https://other.org/moved")).hasSize(1);
        assertThat(Told.pages(facts)).containsExactly("index.html", "second", "third");
    }

    @Test
    void redirectsAreFollowedHopByHop() throws Exception {
        web.page(BASE, a("one", "two", "out", "twice"));
        web.redirect(BASE + "one", 301, "two#part");
        web.redirect(BASE + "two", 302, "/g/three");
        web.page(BASE + "three", a("four"));
        web.page(BASE + "four", "");
        web.redirect(BASE + "out", 307, "https://other.org/in");
        web.redirect("https://other.org/in", 308, BASE + "five");
        web.page(BASE + "five", "");

        Facts facts = crawl();

        assertThat(Told.outcome(facts, BASE + "one"))
                .isEqualTo(new Outcome.Redirected(301, Told.target(facts, BASE + "two"), true, 1));
        assertThat(Told.outcome(facts, BASE + "two"))
                .isEqualTo(new Outcome.Redirected(302, Told.target(facts, BASE + "three"), false, 1));
        assertThat(Told.pages(facts)).containsExactly("five", "four", "index.html", "three");
        assertThat(web.asked()).doesNotHaveDuplicates();
    }

    @Test
    void aRedirectToAnotherHostLosesItsLinks() throws Exception {
        web.page(BASE, a("out#part"));
        web.redirect(BASE + "out", 302, "https://other.org/x");
        web.page("https://other.org/x", "<p id=part>" + a("never"));

        Facts facts = crawl();

        assertThat(Told.hasAnchor(facts, "https://other.org/x", "part")).isTrue();
        assertThat(web.asked()).doesNotContain("https://other.org/never");
        assertThat(facts.pages()).isEqualTo(1);
    }

    @Test
    void loopsAndEndlessRedirectsEnd() throws Exception {
        web.page(BASE, a("self", "a", "r0", "nowhere", "mail"));
        web.redirect(BASE + "self", 302, "self");
        web.redirect(BASE + "a", 302, "b");
        web.redirect(BASE + "b", 302, "a");
        web.redirect(BASE + "nowhere", 302, "");
        web.redirect(BASE + "mail", 302, "mailto:x@y.org");
        for (int i = 0; i < 100; i++) {
            web.redirect(BASE + "r" + i, 302, "r" + (i + 1));
        }

        Facts facts = crawl();

        assertThat(web.asked()).doesNotHaveDuplicates().contains(BASE + "r10").doesNotContain(BASE + "r11");
        assertThat(Told.outcome(facts, BASE + "self"))
                .isEqualTo(new Outcome.Redirected(302, Told.target(facts, BASE + "self"), false, 1));
        for (String broken : List.of("nowhere", "mail")) {
            assertThat(Told.outcome(facts, BASE + broken))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.rule()).isEqualTo(Rule.REDIRECT_LOOP));
        }
    }

    @Test
    void aRedirectThatOnlySetsACookieIsFollowedWithIt() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        Fetcher pages = plans.fetcher;
        web.page(BASE, a("wall"));
        plans.fetcher = request -> {
            if (!request.url().path().endsWith("/wall")) {
                return pages.fetch(request);
            }
            requests.incrementAndGet();
            boolean known = request.cookies().equals("seen=1");
            return CompletableFuture.completedFuture(new Response.Answer(
                    known ? 200 : 302, "/g/wall", null, null, List.of("seen=1; Path=/"), false, new byte[0], false));
        };

        Facts facts = crawl();

        assertThat(Told.outcome(facts, BASE + "wall")).isEqualTo(new Outcome.Answered(200, 2));
        assertThat(requests).hasValue(2);
    }

    @Test
    void theStartMayBeRedirected() throws Exception {
        plans.site = new Site.Served("http://docs.org/", "http://docs.org/");
        plans.external = false;
        web.redirect("http://docs.org/", 301, "https://docs.org/");
        web.redirect("https://docs.org/", 302, BASE);
        web.page(BASE, a("page", "/elsewhere", "http://docs.org/"));
        web.page(BASE + "page", "");

        Facts facts = crawl();

        assertThat(facts.site()).isEqualTo(BASE);
        assertThat(Told.pages(facts)).containsExactly("index.html", "page");
        assertThat(facts.targets().url(facts.start())).isEqualTo("http://docs.org/");
        assertThat(facts.outcome(facts.start()))
                .isEqualTo(new Outcome.Redirected(301, Told.target(facts, "https://docs.org/"), false, 1));
        assertThat(Told.outcome(facts, "https://docs.org/"))
                .isEqualTo(new Outcome.Redirected(302, Told.target(facts, BASE), false, 1));
        assertThat(Told.outcome(facts, "https://docs.org/elsewhere")).isEqualTo(new Outcome.Unasked(Skip.EXTERNAL));
        assertThat(web.asked()).doesNotHaveDuplicates();
    }

    @Test
    void aStartThatIsRedirectedInACircleEnds() throws Exception {
        web.redirect(BASE, 302, "b");
        web.redirect(BASE + "b", 302, BASE);

        Facts facts = crawl();

        assertThat(facts.outcome(facts.start())).isInstanceOf(Outcome.Redirected.class);
        assertThat(facts.pages()).isZero();
    }

    @Test
    void aStartThatIsNotThereIsAFactToo() throws Exception {
        Facts facts = crawl();

        assertThat(facts.outcome(facts.start())).isEqualTo(new Outcome.Answered(404, 1));
        assertThat(facts.pages()).isZero();
        assertThat(facts.cutShort()).isEmpty();
    }

    @Test
    void aStartWithoutAnswerIsAFactToo() throws Exception {
        web.none(BASE, Rule.UNKNOWN_HOST);

        Facts facts = crawl();

        assertThat(facts.outcome(facts.start()))
                .isEqualTo(new Outcome.Failed(Rule.UNKNOWN_HOST, "no answer", null, 0, 1));
    }

    @Test
    void aDirectoryAndItsIndexFileWithEqualBodiesAreOnePage() throws Exception {
        web.page(BASE, a("index.html", "sub/", "sub/index.html", "?x"));
        web.page(BASE + "index.html", a("index.html", "sub/", "sub/index.html", "?x"));
        web.page(BASE + "sub/", "<p id=one>");
        web.page(BASE + "sub/index.html", "<p id=two>");
        web.page(BASE + "?x", "");

        Facts facts = crawl();

        assertThat(facts.page(Told.target(facts, BASE)))
                .isEqualTo(facts.page(Told.target(facts, BASE + "index.html")))
                .isNotNegative();
        assertThat(Told.pages(facts)).containsExactly(BASE + "?x", "index.html", "sub/index.html", "sub/index.html");
    }

    @Test
    void seedsAreStartsToo() throws Exception {
        plans.seeds = List.of("hidden/", BASE + "other", "https://docs.org/outside");
        web.page(BASE, "");
        web.page(BASE + "hidden/", a("deep"));
        web.page(BASE + "hidden/deep", "");
        web.page(BASE + "other", "");
        web.page("https://docs.org/outside", a("never"));

        Facts facts = crawl();

        assertThat(Told.pages(facts)).containsExactly("hidden/deep", "hidden/index.html", "index.html", "other");
    }

    @Test
    void aSitemapAsStartIsNoPage() throws Exception {
        plans.site = new Site.Served("https://docs.org/sitemap.xml", "https://docs.org/");
        web.document(
                "https://docs.org/sitemap.xml",
                "application/xml",
                "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"></urlset>");

        Facts facts = crawl();

        assertThat(facts.pages()).isZero();
        assertThat(facts.outcome(facts.start())).isEqualTo(new Outcome.Answered(200, 1));
    }

    @Test
    void styleSheetsAreReadAndAreNoPages() throws Exception {
        web.page(BASE, "<link rel=stylesheet href=s.css>");
        web.document(BASE + "s.css", "text/css", "a{background:url(bg.png)}");

        Facts facts = crawl();

        assertThat(facts.pages()).isEqualTo(1);
        assertThat(Told.outcome(facts, BASE + "bg.png")).isEqualTo(new Outcome.Answered(404, 2));
    }

    @Test
    void imagesAreOnlyAskedWhetherTheyAreThere() throws Exception {
        web.page(BASE, "<img src=a.svg><img src=b.svg><a href='b.svg#part'>x</a><a href=odd.txt>x</a>");
        web.document(BASE + "a.svg", "image/svg+xml", "<svg id=part></svg>");
        web.document(BASE + "b.svg", "image/svg+xml", "<svg id=part></svg>");
        web.page(BASE + "odd.txt", a("found"));

        Facts facts = crawl();

        assertThat(web.wants(BASE + "a.svg")).containsExactly(Want.STATUS);
        assertThat(web.wants(BASE + "b.svg")).contains(Want.CONTENT);
        assertThat(Told.hasAnchor(facts, BASE + "b.svg", "part")).isTrue();
        assertThat(web.wants(BASE + "odd.txt")).containsExactly(Want.STATUS, Want.CONTENT);
        assertThat(web.asked()).contains(BASE + "found");
    }

    @Test
    void anEmptyPageIsAPageWithoutAnchors() throws Exception {
        web.page(BASE, a("empty#x"));
        web.page(BASE + "empty", "");

        Facts facts = crawl();

        assertThat(facts.pages()).isEqualTo(2);
        assertThat(facts.page(Told.target(facts, BASE + "empty"))).isNotNegative();
    }

    @Test
    void excludedPagesAreTargetsAndLeadNowhere() throws Exception {
        plans.excludePages = Patterns.of("excludePages", List.of("old/*", "index.html"));
        web.page(BASE, a("old/a", "old/b#part", "new"));
        web.page(BASE + "old/a", a("never"));
        web.page(BASE + "old/b", "<p id=part>" + a("never"));
        web.page(BASE + "new", a("gone"));

        Facts facts = crawl();

        assertThat(Told.pages(facts)).containsExactly("new");
        assertThat(web.asked()).doesNotContain(BASE + "old/never");
        assertThat(Told.hasAnchor(facts, BASE + "old/b", "part")).isTrue();
        assertThat(Told.outcome(facts, BASE + "old/a")).isEqualTo(new Outcome.Answered(200, 1));
    }

    @Test
    void aBoundOnPagesLeavesTheRestAndSaysSo() throws Exception {
        plans.maxPages = 3;
        for (int i = 0; i < 10; i++) {
            web.page(BASE + (i == 0 ? "" : "p" + i), a("p" + (i + 1), "p" + (i + 2), "https://other.org/" + i));
        }

        Facts facts = crawl();

        assertThat(facts.pages()).isEqualTo(3);
        assertThat(facts.cutShort()).startsWith("maxPages (3) was reached");
        assertThat(Told.outcome(facts, BASE + "p4")).isEqualTo(new Outcome.Unasked(Skip.LIMIT));
        assertThat(Told.outcome(facts, "https://other.org/2")).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void exactlyAsManyPagesAsAllowedIsNoBound() throws Exception {
        plans.maxPages = 2;
        web.page(BASE, a("p1", "absent1", "absent2", "https://other.org/", "x.png"));
        web.page(BASE + "p1", a("./", "absent3", "https://other.org/2"));

        Facts facts = crawl();

        assertThat(facts.pages()).isEqualTo(2);
        assertThat(Told.outcome(facts, "https://other.org/2")).isInstanceOf(Outcome.Answered.class);
        assertThat(Told.outcome(facts, BASE + "x.png")).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void aBoundOnDepthIsNoCut() throws Exception {
        plans.maxDepth = 1;
        web.page(BASE, a("one"));
        web.page(BASE + "one", a("two"));
        web.page(BASE + "two", "<p id=x>" + a("three"));

        Facts facts = crawl();

        assertThat(Told.pages(facts)).containsExactly("index.html", "one");
        assertThat(Told.outcome(facts, BASE + "two")).isEqualTo(new Outcome.Answered(200, 1));
        assertThat(web.asked()).doesNotContain(BASE + "three");
        assertThat(facts.cutShort()).isEmpty();
    }

    @Test
    void theDepthOfAPageIsThatOfItsShortestWayHoweverSlowThatIs() throws Exception {
        plans.maxDepth = 2;
        CountDownLatch longWayIsDone = new CountDownLatch(1);
        Fetcher pages = web;
        web.page(BASE, a("slow", "fast1"));
        web.page(BASE + "fast1", a("fast2"));
        web.page(BASE + "fast2", a("deep"));
        web.page(BASE + "slow", a("fast2", "target"));
        web.page(BASE + "target", a("end"));
        plans.fetcher = request -> {
            if (request.url().path().endsWith("fast1")) {
                return pages.fetch(request).whenComplete((r, f) -> longWayIsDone.countDown());
            }
            return request.url().path().endsWith("slow")
                    ? CompletableFuture.supplyAsync(
                                    () -> {
                                        try {
                                            longWayIsDone.await();
                                        } catch (InterruptedException e) {
                                            throw new AssertionError(e);
                                        }
                                        return request;
                                    },
                                    client)
                            .thenCompose(pages::fetch)
                    : pages.fetch(request);
        };

        Facts facts = crawl();

        assertThat(Told.pages(facts)).containsExactly("fast1", "fast2", "index.html", "slow", "target");
        assertThat(web.wants(BASE + "deep")).containsExactly(Want.STATUS, Want.STATUS_BY_GET);
    }

    @Test
    void aBoundOnTimeEndsWhatIsUnderWay() throws Exception {
        plans.maxDuration = Duration.ofMillis(200);
        web.page(BASE, a("never", "https://other.org/"));
        CompletableFuture<Response> hanging = new CompletableFuture<>();
        Fetcher pages = web;
        plans.fetcher = request -> request.url().path().endsWith("never") ? hanging : pages.fetch(request);
        plans.abort = () -> hanging.complete(new Response.None(Rule.UNREACHABLE, "stopped", true));

        Facts facts = crawl();

        assertThat(facts.cutShort()).startsWith("maxDuration (0 s) was over");
        assertThat(Told.outcome(facts, BASE + "never")).isEqualTo(new Outcome.Unasked(Skip.LIMIT));
    }

    @Test
    void ourOwnFailureEndsTheRun() {
        web.page(BASE, a("bug"));
        Fetcher pages = web;
        plans.fetcher = request -> request.url().path().endsWith("bug")
                ? CompletableFuture.failedFuture(new IllegalStateException("our fault"))
                : pages.fetch(request);

        assertThatThrownBy(this::crawl)
                .isInstanceOf(IOException.class)
                .hasMessageContaining(BASE + "bug")
                .hasRootCauseMessage("our fault");
    }

    @Test
    void anExecutorThatRefusesEndsTheRun() {
        web.page(BASE, a("page"));
        web.page(BASE + "page", a("x"));
        Fetcher pages = web;
        plans.fetcher = request -> {
            if (request.url().path().endsWith("page")) {
                plans.executor().shutdown();
            }
            return pages.fetch(request);
        };

        assertThatThrownBy(this::crawl).isInstanceOf(IOException.class).hasMessageContaining(BASE + "page");
    }

    @Test
    void anInterruptEndsTheRun() throws Exception {
        web.page(BASE, a("never"));
        CountDownLatch waits = new CountDownLatch(1);
        Fetcher pages = web;
        plans.fetcher = request -> {
            if (request.url().path().endsWith("never")) {
                waits.countDown();
                return new CompletableFuture<>();
            }
            return pages.fetch(request);
        };
        AtomicReference<Throwable> end = new AtomicReference<>(new AssertionError("did not end"));
        Thread thread = new Thread(() -> {
            try {
                crawl();
            } catch (Throwable thrown) {
                end.set(thrown);
            }
        });
        thread.start();
        waits.await();
        thread.interrupt();
        thread.join();

        assertThat(end.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void withoutOneForeignAnswerTheNetworkIsMissing() throws Exception {
        web.page(BASE, a("https://a.org/", "https://b.org/", "https://c.org/"));
        for (String host : List.of("a", "b", "c")) {
            web.none("https://" + host + ".org/", Rule.UNKNOWN_HOST);
        }

        assertThat(crawl().isWithoutNetwork()).isTrue();
        web.page("https://c.org/", "");
        assertThat(crawl().isWithoutNetwork()).isFalse();
    }

    @Test
    void aHostThatAnswersHeadWronglyIsAskedByGetFromThenOn() throws Exception {
        plans.concurrency = 1;
        web.page(BASE, a("https://a.org/1", "https://a.org/2", "https://a.org/3"));
        Fetcher pages = web;
        plans.fetcher = request -> request.url().href().startsWith("https://a.org")
                        && request.want() == Want.STATUS
                        && pages.fetch(request) != null
                ? CompletableFuture.completedFuture(
                        new Response.Answer(405, null, null, null, List.of(), false, new byte[0], false))
                : pages.fetch(request);
        for (int i = 1; i <= 3; i++) {
            web.page("https://a.org/" + i, "");
        }

        Facts facts = crawl();

        assertThat(web.wants("https://a.org/1")).containsExactly(Want.STATUS, Want.STATUS_BY_GET);
        assertThat(web.wants("https://a.org/3")).containsExactly(Want.STATUS_BY_GET);
        assertThat(Told.outcome(facts, "https://a.org/3")).isEqualTo(new Outcome.Answered(200, 1));
    }
}
