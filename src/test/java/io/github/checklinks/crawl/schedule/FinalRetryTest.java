// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.Slow;
import io.github.checklinks.crawl.CrawlOutcomes;
import io.github.checklinks.crawl.ServedSite;
import io.github.checklinks.crawl.Web;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.fetch.Fetcher;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.SkipReason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Slow
class FinalRetryTest extends ServedSite {

    private static final String URL = "https://a.org/x";

    @BeforeEach
    void oneRetry() {
        plans.retries = 1;
    }

    @Test
    void aTemporaryFailureIsRetriedAtTheEnd() throws Exception {
        web.page(BASE, a(URL, "https://b.org/"));
        web.page("https://b.org/", "");
        web.series(URL, Web.status(500), Web.status(500), Web.status(500), Web.status(200));

        Facts facts = crawl();

        assertThat(CrawlOutcomes.outcome(facts, URL)).isEqualTo(new Outcome.Answered(200, 3));
        assertThat(web.requested()).endsWith(URL).containsOnlyOnce("https://b.org/");
    }

    @Test
    void aRepeatedFailureIsReportedWithAllAttempts() throws Exception {
        web.page(BASE, a(URL));
        web.series(URL, Web.nothing(FailureCause.TIMED_OUT));
        web.page("https://b.org/", "");

        Facts facts = crawl();

        assertThat(CrawlOutcomes.outcome(facts, URL))
                .isEqualTo(new Outcome.Failed(FailureCause.TIMED_OUT, "no answer", 0, 3));
        assertThat(web.requestModes(URL)).hasSize(3);
    }

    @Test
    void aPermanentFailureIsNotRetried() throws Exception {
        web.page(BASE, a(URL, "https://b.org/"));
        web.status(URL, 404);
        web.none("https://b.org/", FailureCause.UNTRUSTED);

        crawl();

        assertThat(web.requestModes(URL)).hasSize(2);
        assertThat(web.requestModes("https://b.org/")).hasSize(1);
    }

    @Test
    void withoutRetriesNoPageOfTheSiteIsRetried() throws Exception {
        plans.retries = 0;
        web.page(BASE, a("x"));
        web.status(BASE + "x", 503);

        crawl();

        assertThat(web.requestModes(BASE + "x")).hasSize(1);
    }

    @Test
    void aPageThatIsFoundInTheSecondPassLeadsOn() throws Exception {
        web.page(BASE, a("x"));
        web.series(BASE + "x", Web.status(503), Web.status(503), Web.html(a("y", URL)));
        web.page(BASE + "y", "");
        web.page(URL, "");

        Facts facts = crawl();

        assertThat(CrawlOutcomes.outcome(facts, BASE + "x")).isEqualTo(new Outcome.Answered(200, 3));
        assertThat(CrawlOutcomes.outcome(facts, BASE + "y")).isEqualTo(new Outcome.Answered(200, 1));
        assertThat(CrawlOutcomes.outcome(facts, URL)).isEqualTo(new Outcome.Answered(200, 1));
        assertThat(facts.pages()).isEqualTo(3);
    }

    @Test
    void pagesFoundInTheSecondPassAreRetriedToo() throws Exception {
        web.page(BASE, a("x"));
        web.series(BASE + "x", Web.status(503), Web.status(503), Web.html(a("y", URL)));
        web.series(BASE + "y", Web.status(500), Web.status(500), Web.html(""));
        web.series(URL, Web.status(502), Web.status(502), Web.status(502), Web.status(200));

        Facts facts = crawl();

        assertThat(CrawlOutcomes.outcome(facts, BASE + "y")).isEqualTo(new Outcome.Answered(200, 3));
        assertThat(CrawlOutcomes.outcome(facts, URL)).isEqualTo(new Outcome.Answered(200, 3));
    }

    @Test
    void aPageThatNeverAnswersIsGivenUpWithAllItsAttempts() throws Exception {
        web.page(BASE, a("x"));
        web.status(BASE + "x", 503);

        Facts facts = crawl();

        assertThat(CrawlOutcomes.outcome(facts, BASE + "x")).isEqualTo(new Outcome.Answered(503, 4));
        assertThat(web.requestModes(BASE + "x")).hasSize(4);
        assertThat(facts.stopReason()).isEmpty();
    }

    @Test
    void aThrottlingSiteIsReadCompletely() throws Exception {
        String[] names = IntStream.range(0, 40).mapToObj(i -> "p" + i).toArray(String[]::new);
        web.page(BASE, a(names));
        for (String name : names) {
            web.series(
                    BASE + name,
                    Web.wait(429, Duration.ofMillis(20)),
                    Web.wait(503, Duration.ofMillis(20)),
                    Web.html(""));
        }

        Facts facts = crawl();

        for (String name : names) {
            assertThat(CrawlOutcomes.outcome(facts, BASE + name)).isInstanceOf(Outcome.Answered.class);
        }
        assertThat(facts.pages()).isEqualTo(41);
    }

    @Test
    void aNameWithoutAddressIsLookedUpTwiceEvenWithoutRetries() throws Exception {
        plans.retries = 0;
        web.page(BASE, a(URL, "https://b.org/"));
        web.page("https://b.org/", "");
        web.series(URL, Web.nothing(FailureCause.UNKNOWN_HOST), Web.status(200));

        Facts facts = crawl();

        assertThat(CrawlOutcomes.outcome(facts, URL)).isEqualTo(new Outcome.Answered(200, 2));
        assertThat(web.forgetting()).isEqualTo(1);
    }

    @Test
    void aSuccessfulRetryOfARedirectTargetCountsForAllThatRedirectThere() throws Exception {
        plans.retries = 0;
        web.page(BASE, a("https://b.org/", "https://c.org/"));
        web.redirect("https://b.org/", 301, URL).redirect("https://c.org/", 302, URL);
        web.series(URL, Web.nothing(FailureCause.UNKNOWN_HOST), Web.status(200));

        assertThat(CrawlOutcomes.outcome(crawl(), URL)).isEqualTo(new Outcome.Answered(200, 2));
    }

    @Test
    void aTimeoutInTheSecondPassLeavesTheFirstOutcome() throws Exception {
        plans.retries = 0;
        plans.maxDuration = Duration.ofMillis(1_500);
        web.page(BASE, a(URL, "https://b.org/"));
        web.page("https://b.org/", "");
        web.none(URL, FailureCause.UNKNOWN_HOST);
        Fetcher pages = web;
        CompletableFuture<Response> hanging = new CompletableFuture<>();
        plans.fetcher = request ->
                request.url().href().equals(URL) && web.requestModes(URL).size() == 1 ? hanging : pages.fetch(request);
        plans.abort = () -> hanging.complete(new Response.None(FailureCause.UNREACHABLE, "stopped", true));

        Facts facts = crawl();

        assertThat(facts.stopReason()).isEmpty();
        assertThat(CrawlOutcomes.outcome(facts, URL))
                .isEqualTo(new Outcome.Failed(FailureCause.UNKNOWN_HOST, "no answer", 0, 1));
    }

    @Test
    void withoutANetworkThousandsOfHostsAreSkipped() throws Exception {
        String[] urls = IntStream.range(0, 5_000)
                .mapToObj(i -> "https://h" + i + ".org/")
                .toArray(String[]::new);
        web.page(BASE, a(urls));
        for (String url : urls) {
            web.series(url, Web.nothing(FailureCause.TIMED_OUT));
        }

        Facts facts = crawl();

        assertThat(facts.isWithoutNetwork(FailureCause.TIMED_OUT)).isTrue();
        // How many are sent before the first ones fail depends on the threads; most are never sent.
        assertThat(web.requested()).hasSizeLessThan(4_000);
        assertThat(facts.stopReason()).isEmpty();
        for (String url : urls) {
            assertThat(CrawlOutcomes.outcome(facts, url)).isInstanceOf(Outcome.Failed.class);
        }
    }

    @Test
    void manyDeadHostsAreNoMissingNetworkWhenOneLives() throws Exception {
        String[] urls =
                IntStream.range(0, 60).mapToObj(i -> "https://h" + i + ".org/").toArray(String[]::new);
        web.page(BASE, a(urls));
        for (String url : urls) {
            web.none(url, FailureCause.UNKNOWN_HOST);
        }
        web.page(urls[45], "");

        Facts facts = crawl();

        assertThat(facts.isWithoutNetwork(FailureCause.UNKNOWN_HOST)).isFalse();
        assertThat(CrawlOutcomes.outcome(facts, urls[45])).isEqualTo(new Outcome.Answered(200, 1));
        assertThat(CrawlOutcomes.outcome(facts, urls[59]))
                .isEqualTo(new Outcome.Failed(FailureCause.UNKNOWN_HOST, "no answer", 0, 2));
    }

    @Test
    void aHostThatAlwaysRefusesIsRequestedAFewTimesInTotal() throws Exception {
        String[] urls = IntStream.range(0, 300).mapToObj(i -> URL + i).toArray(String[]::new);
        web.page(BASE, a(urls));
        for (String url : urls) {
            web.series(url, Web.wait(429, Duration.ofMillis(50)));
        }

        Facts facts = crawl();

        assertThat(web.requested()).hasSizeLessThan(40);
        for (String url : urls) {
            assertThat(CrawlOutcomes.outcome(facts, url))
                    .satisfiesAnyOf(
                            outcome -> assertThat(outcome).isInstanceOf(Outcome.Answered.class),
                            outcome -> assertThat(((Outcome.Failed) java.util.Objects.requireNonNull(outcome)).cause())
                                    .isEqualTo(FailureCause.RATE_LIMITED));
        }
    }

    @Test
    void aHostWithALongRetryAfterIsGivenUpAtOnceAndOthersAreNot() throws Exception {
        plans.hostConcurrency = 1;
        web.page(BASE, a(URL + 1, URL + 2, URL + 3, "https://b.org/"));
        web.page("https://b.org/", "");
        for (int i = 1; i <= 3; i++) {
            web.series(URL + i, Web.wait(503, Duration.ofHours(1)));
        }

        Facts facts = crawl();

        String detail = "503, and asks us to wait 3600 s, longer than maxRetryAfter (60 s)";
        assertThat(web.requested().stream().filter(url -> url.startsWith(URL))).hasSize(1);
        assertThat(List.of(1, 2, 3).stream().map(i -> CrawlOutcomes.outcome(facts, URL + i)))
                .containsExactlyInAnyOrder(
                        new Outcome.Failed(FailureCause.RATE_LIMITED, detail, 503, 1),
                        new Outcome.Failed(FailureCause.RATE_LIMITED, detail + "; not asked for this address", 0, 0),
                        new Outcome.Failed(FailureCause.RATE_LIMITED, detail + "; not asked for this address", 0, 0));
        assertThat(CrawlOutcomes.outcome(facts, "https://b.org/")).isEqualTo(new Outcome.Answered(200, 1));
    }

    @Test
    void theSiteIsNeverGivenUp() throws Exception {
        web.page(BASE, a("busy", "next"));
        web.page(BASE + "next", "");
        web.series(BASE + "busy", Web.wait(503, Duration.ofHours(1)));

        Facts facts = crawl();

        assertThat(CrawlOutcomes.outcome(facts, BASE + "next")).isEqualTo(new Outcome.Answered(200, 1));
        assertThat(CrawlOutcomes.outcome(facts, BASE + "busy"))
                .isNotEqualTo(new Outcome.NotRequested(SkipReason.LIMIT));
    }

    @Test
    void aHostWithoutAnyAnswerIsGivenUpBeforeAllItsUrlsHaveTimedOut() throws Exception {
        String[] urls = IntStream.range(0, 300).mapToObj(i -> URL + i).toArray(String[]::new);
        web.page(BASE, a(urls) + a("https://b.org/"));
        web.page("https://b.org/", "");
        for (String url : urls) {
            web.series(url, Web.nothing(FailureCause.TIMED_OUT));
        }

        Facts facts = crawl();

        assertThat(web.requested()).hasSizeLessThan(40);
        for (String url : urls) {
            assertThat(((Outcome.Failed) java.util.Objects.requireNonNull(CrawlOutcomes.outcome(facts, url))).cause())
                    .isEqualTo(FailureCause.TIMED_OUT);
        }
    }
}
