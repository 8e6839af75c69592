// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.checklinks.facts.Facts;
import io.github.checklinks.fetch.Fetcher;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.SkipReason;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TroubledCrawlTest extends ServedSite {

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
    void anExecutorWithoutMemoryForAThreadLeavesTheRunIncomplete() throws Exception {
        web.page(BASE, a("page"));
        web.page(BASE + "page", a("x"));
        ThreadPoolExecutor starved = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        starved.setThreadFactory(task -> {
            throw new OutOfMemoryError("unable to create native thread");
        });

        try (Crawl crawl = new Crawl(plans.plan(), starved, 1, plans.progress)) {
            Facts facts = crawl.run();

            assertThat(facts.stopReason())
                    .startsWith("the system had no memory for another thread while reading " + BASE);
            assertThat(facts.pages()).isEqualTo(1);
            assertThat(CrawlOutcomes.outcome(facts, BASE + "page"))
                    .isEqualTo(new Outcome.NotRequested(SkipReason.LIMIT));
        }
    }

    @Test
    void aLoopWithoutMemoryEndsTheRunAndKeepsItsResults() throws Exception {
        web.page(BASE, a("there", "gone"));
        web.page(BASE + "there", a("never"));
        web.status(BASE + "never", 200);
        plans.progress = (pages, links, waiting) -> {
            if (pages == 2) {
                throw new OutOfMemoryError("Java heap space");
            }
        };

        Facts facts = crawl();

        assertThat(facts.stopReason())
                .startsWith("Java ran out of memory")
                .contains("MAVEN_OPTS=-Xmx")
                .contains(".mvn/jvm.config");
        assertThat(facts.pages()).isEqualTo(2);
    }

    @Test
    void anAnswerThatTheHeapCannotHoldLeavesTheRunIncomplete() throws Exception {
        web.page(BASE, a("huge", "there"));
        web.page(BASE + "there", "");
        Fetcher pages = web;
        plans.fetcher = request -> request.url().path().endsWith("huge")
                ? CompletableFuture.failedFuture(new OutOfMemoryError("Java heap space"))
                : pages.fetch(request);

        Facts facts = crawl();

        assertThat(facts.stopReason()).contains("while reading " + BASE + "huge");
        assertThat(CrawlOutcomes.outcome(facts, BASE + "huge")).isEqualTo(new Outcome.NotRequested(SkipReason.LIMIT));
        assertThat(CrawlOutcomes.outcome(facts, BASE + "there")).isEqualTo(new Outcome.Answered(200, 1));
    }

    @Test
    void anInterruptedRunReportsWhatIsKnown() throws Exception {
        web.page(BASE, a("there", "never"));
        web.page(BASE + "there", "");
        CountDownLatch waits = new CountDownLatch(1);
        CompletableFuture<Response> never = new CompletableFuture<>();
        Fetcher pages = web;
        plans.abort = () -> never.complete(new Response.None(FailureCause.UNREACHABLE, "stopped", true));
        plans.fetcher = request -> {
            if (request.url().path().endsWith("never")) {
                waits.countDown();
                return never;
            }
            return pages.fetch(request);
        };
        CompletableFuture<Facts> end = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                end.complete(crawl());
            } catch (Throwable thrown) {
                end.completeExceptionally(thrown);
            }
        });
        thread.start();
        waits.await();
        thread.interrupt();
        thread.join();

        assertThat(end.join().stopReason()).startsWith("interrupted before everything was visited");
        assertThat(end.join().pages()).isPositive();
        assertThat(CrawlOutcomes.outcome(end.join(), BASE + "never"))
                .isEqualTo(new Outcome.NotRequested(SkipReason.LIMIT));
    }

    @Test
    void anInterruptEndsAWaitForTheStartPage() throws Exception {
        CompletableFuture<Response> never = new CompletableFuture<>();
        plans.fetcher = request -> never;
        Crawl crawl = new Crawl(plans.plan(), plans.executor(), 1, plans.progress);
        crawl.interrupt();

        Facts facts = crawl.run();

        assertThat(crawl.isInterrupted()).isTrue();
        assertThat(facts.stopReason()).startsWith("interrupted");
        assertThat(facts.outcome(facts.starts().page())).isEqualTo(new Outcome.NotRequested(SkipReason.LIMIT));
        crawl.close();
    }

    @Test
    void theStartPageMayNotTakeLongerThanTheWholeRun() throws Exception {
        plans.maxDuration = Duration.ofMillis(200);
        plans.fetcher = request -> new CompletableFuture<>();

        Facts facts = crawl();

        assertThat(facts.stopReason()).startsWith("maxDuration");
        assertThat(facts.outcome(facts.starts().page())).isEqualTo(new Outcome.NotRequested(SkipReason.LIMIT));
    }

    @Test
    void withoutOneForeignAnswerTheNetworkIsMissing() throws Exception {
        web.page(BASE, a("https://a.org/", "https://b.org/", "https://c.org/"));
        for (String host : List.of("a", "b", "c")) {
            web.none("https://" + host + ".org/", FailureCause.UNREACHABLE);
        }

        assertThat(crawl().isWithoutNetwork(FailureCause.UNREACHABLE)).isTrue();
        web.page("https://c.org/", "");
        assertThat(crawl().isWithoutNetwork(FailureCause.UNREACHABLE)).isFalse();
    }

    @Test
    void aHostThatFailsOnHeadIsRequestedWithGetFromThenOn() throws Exception {
        plans.concurrency = 1;
        web.page(BASE, a("https://a.org/1", "https://a.org/2", "https://a.org/3"));
        Fetcher pages = web;
        plans.fetcher = request -> request.url().href().startsWith("https://a.org")
                        && request.requestMode() == RequestMode.STATUS
                        && pages.fetch(request) != null
                ? CompletableFuture.completedFuture(
                        new Response.Answer(405, null, null, null, List.of(), false, new byte[0], false))
                : pages.fetch(request);
        for (int i = 1; i <= 3; i++) {
            web.page("https://a.org/" + i, "");
        }

        Facts facts = crawl();

        assertThat(web.requestModes("https://a.org/1")).containsExactly(RequestMode.STATUS, RequestMode.STATUS_BY_GET);
        assertThat(web.requestModes("https://a.org/3")).containsExactly(RequestMode.STATUS_BY_GET);
        assertThat(CrawlOutcomes.outcome(facts, "https://a.org/3")).isEqualTo(new Outcome.Answered(200, 1));
    }

    @Test
    void aStartThatIsNotThereIsAFactToo() throws Exception {
        Facts facts = crawl();

        assertThat(facts.outcome(facts.starts().page())).isEqualTo(new Outcome.Answered(404, 1));
        assertThat(facts.pages()).isZero();
        assertThat(facts.stopReason()).isEmpty();
    }

    @Test
    void aStartWhoseNameIsUnknownIsLookedUpTwice() throws Exception {
        web.series(BASE, Web.nothing(FailureCause.UNKNOWN_HOST), Web.status(200));

        Facts facts = crawl();

        assertThat(facts.outcome(facts.starts().page())).isInstanceOf(Outcome.Answered.class);
        assertThat(web.forgetting()).isPositive();
    }

    @Test
    void anUnknownNameIsLookedUpTwiceNotMoreOften() throws Exception {
        web.none("https://docs.org/robots.txt", FailureCause.UNKNOWN_HOST);
        web.none(BASE, FailureCause.UNKNOWN_HOST);

        crawl();

        assertThat(web.requested()).hasSize(2);
    }

    @Test
    void aStartWithoutAnswerIsAFactToo() throws Exception {
        web.none(BASE, FailureCause.UNKNOWN_HOST);

        Facts facts = crawl();

        assertThat(facts.outcome(facts.starts().page()))
                .isEqualTo(new Outcome.Failed(FailureCause.UNKNOWN_HOST, "no answer", 0, 1));
    }
}
