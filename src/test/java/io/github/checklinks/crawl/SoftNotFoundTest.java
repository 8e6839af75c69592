// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.facts.Facts;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.url.Patterns;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SoftNotFoundTest extends ServedSite {

    private static final String MISSING = BASE + SoftNotFound.NAME;

    @Test
    void aSiteThatReturnsASuccessForMissingPagesIsReported() throws Exception {
        web.page(BASE, a("page"));
        web.page(MISSING, "welcome");

        Facts facts = crawl();

        assertThat(notes(facts)).singleElement().asString().startsWith("The server returns 200 for " + MISSING);
        assertThat(web.requestModes(MISSING)).containsExactly(RequestMode.STATUS_BY_GET);
        assertThat(facts.targets().find(MISSING)).isNegative();
        assertThat(CrawlOutcomes.pages(facts)).containsExactly("index.html");
    }

    @Test
    void aSiteThatRedirectsMissingPagesToItsStartIsReported() throws Exception {
        web.page(BASE, "");
        web.redirect(MISSING, 302, "./");

        assertThat(notes(crawl())).hasSize(1);
    }

    @Test
    void aSiteThatReturns404IsNotReported() throws Exception {
        web.page(BASE, "");
        web.redirect(MISSING, 301, SoftNotFound.NAME + "/");

        assertThat(notes(crawl())).isEmpty();
        assertThat(web.requested()).contains(MISSING + "/");
    }

    @Test
    void aSiteThatRedirectsMissingPagesToAnotherServerIsNotReported() throws Exception {
        web.page(BASE, "");
        web.redirect(MISSING, 302, "https://login.org/");
        web.page("https://login.org/", "");

        assertThat(notes(crawl())).isEmpty();
        assertThat(web.requested()).doesNotContain("https://login.org/");
    }

    @Test
    void noMissingPageIsRequestedWhenTheStartCannotBeRead() throws Exception {
        crawl();

        assertThat(web.requested()).doesNotContain(MISSING);
    }

    @Test
    void anExcludedOrDisallowedMissingPageIsNotRequested() throws Exception {
        web.page(BASE, "");
        plans.excludes = Patterns.of("excludes", List.of("*check-links-soft*"));
        crawl();
        plans.excludes = Patterns.NONE;
        web.document("https://docs.org/robots.txt", "text/plain", "User-agent: *\nDisallow: /g/check-links\n");
        crawl();

        assertThat(web.requested()).doesNotContain(MISSING);
    }

    @Test
    void aServerThatIsBusyIsRequestedAgain() throws Exception {
        web.page(BASE, a("page"));
        web.page(BASE + "page", "");
        web.series(MISSING, Web.wait(503, Duration.ofMillis(100)), Web.status(200));

        assertThat(notes(crawl())).hasSize(1);
        assertThat(web.requestModes(MISSING)).hasSize(2);
    }

    @Test
    void aMissingPageThatIsStillAwaitedWhenTheTimeIsOverLeavesTheCrawlComplete() throws Exception {
        plans.maxDuration = Duration.ofMillis(800);
        web.page(BASE, a("page"));
        web.page(BASE + "page", "");
        plans.fetcher =
                request -> request.url().href().equals(MISSING) ? new CompletableFuture<>() : web.fetch(request);

        Facts facts = crawl();

        assertThat(facts.stopReason()).isEmpty();
        assertThat(facts.pages()).isEqualTo(2);
        assertThat(notes(facts)).isEmpty();
    }

    /** Returns the notes except that on sites with only one page. */
    private static List<String> notes(Facts facts) {
        return facts.starts().notes().stream()
                .filter(note -> !note.startsWith("The crawl ended after one page"))
                .toList();
    }
}
