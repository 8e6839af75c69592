// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.facts.Facts;
import io.github.checklinks.fetch.Fetcher;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.SkipReason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BoundedCrawlTest extends ServedSite {

    @Test
    void aLimitOnPagesLeavesTheRestAndIsReported() throws Exception {
        plans.maxPages = 3;
        for (int i = 0; i < 10; i++) {
            web.page(BASE + (i == 0 ? "" : "p" + i), a("p" + (i + 1), "p" + (i + 2), "https://other.org/" + i));
        }

        Facts facts = crawl();

        assertThat(facts.pages()).isEqualTo(3);
        assertThat(facts.stopReason()).startsWith("maxPages (3) was reached");
        assertThat(CrawlOutcomes.outcome(facts, BASE + "p4")).isEqualTo(new Outcome.NotRequested(SkipReason.LIMIT));
        assertThat(CrawlOutcomes.outcome(facts, "https://other.org/2")).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void exactlyAsManyPagesAsAllowedIsNoBound() throws Exception {
        plans.maxPages = 2;
        web.page(BASE, a("p1", "absent1", "absent2", "https://other.org/", "x.png"));
        web.page(BASE + "p1", a("./", "absent3", "https://other.org/2"));

        Facts facts = crawl();

        assertThat(facts.pages()).isEqualTo(2);
        assertThat(CrawlOutcomes.outcome(facts, "https://other.org/2")).isInstanceOf(Outcome.Answered.class);
        assertThat(CrawlOutcomes.outcome(facts, BASE + "x.png")).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void aBoundOnDepthIsNoCut() throws Exception {
        plans.maxDepth = 1;
        web.page(BASE, a("one"));
        web.page(BASE + "one", a("two"));
        web.page(BASE + "two", "<p id=x>" + a("three"));

        Facts facts = crawl();

        assertThat(CrawlOutcomes.pages(facts)).containsExactly("index.html", "one");
        assertThat(CrawlOutcomes.outcome(facts, BASE + "two")).isEqualTo(new Outcome.Answered(200, 1));
        assertThat(web.requested()).doesNotContain(BASE + "three");
        assertThat(facts.stopReason()).isEmpty();
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

        assertThat(CrawlOutcomes.pages(facts)).containsExactly("fast1", "fast2", "index.html", "slow", "target");
        assertThat(web.requestModes(BASE + "deep")).containsExactly(RequestMode.STATUS, RequestMode.STATUS_BY_GET);
    }

    @Test
    void aBoundOnTimeEndsWhatIsUnderWay() throws Exception {
        plans.maxDuration = Duration.ofMillis(200);
        web.page(BASE, a("never", "https://other.org/"));
        CompletableFuture<Response> hanging = new CompletableFuture<>();
        Fetcher pages = web;
        plans.fetcher = request -> request.url().path().endsWith("never") ? hanging : pages.fetch(request);
        plans.abort = () -> hanging.complete(new Response.None(FailureCause.UNREACHABLE, "stopped", true));

        Facts facts = crawl();

        assertThat(facts.stopReason()).startsWith("maxDuration (0 s) was reached");
        assertThat(CrawlOutcomes.outcome(facts, BASE + "never")).isEqualTo(new Outcome.NotRequested(SkipReason.LIMIT));
    }

    /** Serves a site in which each page links to pages that were not visited before. */
    private void endless(Function<String, String> page) {
        plans.keepAll = false;
        Fetcher files = web;
        plans.fetcher = request -> {
            if (!request.url().path().startsWith("/g/") || request.url().path().contains("check-links")) {
                return files.fetch(request);
            }
            byte[] body = page.apply(request.url().href()).getBytes(StandardCharsets.UTF_8);
            return CompletableFuture.completedFuture(
                    new Response.Answer(200, null, "text/html", null, List.of(), false, body, false));
        };
    }

    @Test
    void anEndlessCalendarEndsAsIncomplete() throws Exception {
        plans.maxPages = 5_000;
        endless(url -> {
            int at = url.indexOf("month=");
            int month = at < 0 ? 0 : Integer.parseInt(url.substring(at + "month=".length()));
            return a("?month=" + (month + 1), "cal/" + month + "/01/", "?month=" + (month - 1));
        });

        Facts facts = crawl();

        assertThat(facts.pages()).isEqualTo(5_000);
        assertThat(facts.stopReason()).startsWith("maxPages (5000) was reached");
        assertThat(facts.targets().size()).isLessThan(20_000);
    }

    @Test
    void sessionsInAddressesEndAsIncomplete() throws Exception {
        plans.maxPages = 2_000;
        AtomicInteger session = new AtomicInteger();
        endless(url -> a(
                "page;jsessionid=" + session.incrementAndGet(),
                "other;jsessionid=" + session.incrementAndGet(),
                "third?PHPSESSID=" + session.incrementAndGet()));

        Facts facts = crawl();

        assertThat(facts.pages()).isEqualTo(2_000);
        assertThat(facts.stopReason()).startsWith("maxPages (2000) was reached");
        assertThat(facts.targets().size()).isLessThan(10_000);
    }

    @Test
    void addressesThatGrowFromPageToPageEndWithTheTime() throws Exception {
        plans.maxDuration = Duration.ofMillis(500);
        endless(url -> a("www.docs.org/", "next/"));

        Facts facts = crawl();

        assertThat(facts.stopReason()).startsWith("maxDuration (0 s) was reached");
        assertThat(facts.pages()).isGreaterThan(1);
    }

    @Test
    void depthCountsFromTheStart() throws Exception {
        plans.maxDepth = 0;
        web.page(BASE, a("one", "img.png"));
        web.page(BASE + "one", a("two"));

        Facts facts = crawl();

        assertThat(CrawlOutcomes.pages(facts)).containsExactly("index.html");
        assertThat(CrawlOutcomes.outcome(facts, BASE + "one")).isEqualTo(new Outcome.Answered(200, 1));
        assertThat(web.requested()).doesNotContain(BASE + "two");
        assertThat(facts.stopReason()).isEmpty();
    }
}
