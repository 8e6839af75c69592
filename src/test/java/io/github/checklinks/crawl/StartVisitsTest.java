// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.Slow;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.fetch.Fetcher;
import io.github.checklinks.fetch.Request;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.SkipReason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The start page and robots.txt have the retries, limits and redirects of all other requests. */
@Slow
class StartVisitsTest extends ServedSite {

    private static final String ROBOTS = "https://docs.org/robots.txt";

    /** Logs the requests as URL, space, {@code Cookie} header. */
    private final List<String> log = new CopyOnWriteArrayList<>();

    private void answers(java.util.function.Function<Request, @Nullable Response> gate) {
        Fetcher pages = web;
        plans.fetcher = request -> {
            log.add(request.url().href() + " " + request.cookies());
            Response response = gate.apply(request);
            return response == null ? pages.fetch(request) : CompletableFuture.completedFuture(response);
        };
    }

    private static Response redirect(String location, String cookie) {
        return new Response.Answer(302, location, null, null, List.of(cookie), false, new byte[0], false);
    }

    @Test
    void aStartThatFailsTwiceIsRetriedWithGet() throws Exception {
        web.series(BASE, Web.status(503), Web.status(503), Web.html(a("page")));
        web.page(BASE + "page", "");

        Facts facts = crawl();

        assertThat(facts.outcome(facts.starts().page())).isEqualTo(new Outcome.Answered(200, 3));
        assertThat(facts.pages()).isEqualTo(2);
        assertThat(web.requestModes(BASE)).containsOnly(RequestMode.CONTENT).hasSize(3);
    }

    @Test
    void aStartThatFailsEachTimeIsRetriedOnceTheSeedsAreRead() throws Exception {
        plans.retries = 1;
        plans.seeds = List.of("seed");
        web.series(BASE, Web.status(503), Web.status(503), Web.html(a("page")));
        web.page(BASE + "seed", "");
        web.page(BASE + "page", "");

        Facts facts = crawl();

        assertThat(facts.outcome(facts.starts().page())).isEqualTo(new Outcome.Answered(200, 3));
        assertThat(web.requested()).containsSubsequence(BASE, BASE, BASE + "seed", BASE, BASE + "page");
    }

    @ParameterizedTest
    @ValueSource(strings = {ROBOTS, BASE})
    void aRetryAfterIsRespected(String url) throws Exception {
        web.page(BASE, "");
        web.series(url, Web.wait(503, Duration.ofMillis(1_500)), url.equals(ROBOTS) ? Web.status(404) : Web.html(""));
        long start = System.nanoTime();

        Facts facts = crawl();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(1_500));
        assertThat(facts.pages()).isEqualTo(1);
        assertThat(web.requestModes(url)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {ROBOTS, BASE})
    void aRetryAfterThatIsTooLongEndsTheStart(String url) throws Exception {
        web.page(BASE, "");
        web.series(url, Web.wait(503, Duration.ofHours(1)));

        Facts facts = crawl();

        assertThat(facts.outcome(facts.starts().page())).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.cause())
                    .isEqualTo(url.equals(ROBOTS) ? FailureCause.ROBOTS_UNAVAILABLE : FailureCause.RATE_LIMITED);
            assertThat(failed.status()).isEqualTo(503);
            assertThat(failed.detail()).contains("3600 s, longer than maxRetryAfter");
        });
        assertThat(web.requestModes(url)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {ROBOTS, BASE})
    void theRunEndsDuringAPause(String url) throws Exception {
        plans.maxDuration = Duration.ofMillis(300);
        web.page(BASE, "");
        web.series(url, Web.wait(503, Duration.ofSeconds(50)));

        Facts facts = crawl();

        assertThat(facts.stopReason()).startsWith("maxDuration").endsWith("1 address is left");
        assertThat(facts.outcome(facts.starts().page())).isEqualTo(new Outcome.NotRequested(SkipReason.LIMIT));
    }

    @Test
    void aRobotsTxtIsRetriedAsOftenAsOtherRequests() throws Exception {
        plans.retries = 1;
        web.series(ROBOTS, Web.status(502));
        web.page(BASE, "");

        Facts facts = crawl();

        assertThat(web.requested()).containsExactly(ROBOTS, ROBOTS);
        assertThat(facts.outcome(facts.starts().page()))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.attempts()).isEqualTo(2));
    }

    @Test
    void aStartThatSetsACookieAndRedirectsToItselfIsRead() throws Exception {
        web.page(BASE, a("page"));
        web.page(BASE + "page", "");
        answers(request ->
                request.url().href().equals(BASE) && request.cookies().isEmpty()
                        ? redirect(BASE, "seen=1; Path=/")
                        : null);

        Facts facts = crawl();

        assertThat(log).containsSubsequence(BASE + " ", BASE + " seen=1", BASE + "page ");
        assertThat(facts.outcome(facts.starts().page())).isEqualTo(new Outcome.Answered(200, 1));
        assertThat(facts.pages()).isEqualTo(2);
    }

    @Test
    void aCookieOfTheStartComesBackOverAnotherServer() throws Exception {
        web.page(BASE, "");
        answers(request -> {
            if (request.url().href().equals("https://login.org/")) {
                return redirect(BASE, "other=2");
            }
            return request.url().href().equals(BASE) && request.cookies().isEmpty()
                    ? redirect("https://login.org/", "seen=1")
                    : null;
        });

        Facts facts = crawl();

        assertThat(log).containsSubsequence(BASE + " ", "https://login.org/ ", BASE + " seen=1");
        assertThat(log).noneMatch(request -> request.startsWith("https://login.org/robots.txt o"));
        assertThat(facts.site()).isEqualTo(BASE);
        assertThat(facts.pages()).isEqualTo(1);
        assertThat(facts.outcome(facts.starts().page())).isEqualTo(new Outcome.Answered(200, 1));
    }

    @Test
    void aStartWithEverNewCookiesIsALoop() throws Exception {
        int[] number = new int[1];
        answers(request -> request.url().href().equals(BASE) ? redirect(BASE, "n=" + number[0]++) : null);

        Facts facts = crawl();

        assertThat(log).filteredOn(request -> request.startsWith(BASE + " ")).hasSize(2);
        assertThat(facts.outcome(facts.starts().page())).isInstanceOf(Outcome.Redirected.class);
    }

    @Test
    void theRedirectsOfTheStartAreCounted() throws Exception {
        for (int i = 0; i < 20; i++) {
            web.redirect(i == 0 ? BASE : BASE + "r" + i, 302, "r" + (i + 1));
        }

        Facts facts = crawl();

        assertThat(facts.outcome(facts.starts().page())).isInstanceOf(Outcome.Redirected.class);
        assertThat(web.requested()).contains(BASE + "r10").doesNotContain(BASE + "r11");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anUnknownHostIsLookedUpTwice(boolean respectRobots) throws Exception {
        plans.respectRobots = respectRobots;
        web.none(ROBOTS, FailureCause.UNKNOWN_HOST);
        web.none(BASE, FailureCause.UNKNOWN_HOST);

        Facts facts = crawl();

        assertThat(web.requested()).hasSize(2).containsOnly(respectRobots ? ROBOTS : BASE);
        assertThat(facts.outcome(facts.starts().page()))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.attempts()).isEqualTo(1));
    }

    @Test
    void aPrivateStartIsSkipped() throws Exception {
        web.none(ROBOTS, FailureCause.FORBIDDEN_ADDRESS);
        web.none(BASE, FailureCause.FORBIDDEN_ADDRESS);

        Facts facts = crawl();

        assertThat(facts.outcome(facts.starts().page()))
                .isEqualTo(new Outcome.NotRequested(SkipReason.PRIVATE_ADDRESS));
    }
}
