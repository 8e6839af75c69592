// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.crawl.target.ScopeSettings.Reach;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.fetch.Fetcher;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Site;
import io.github.checklinks.model.SkipReason;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RedirectedCrawlTest extends ServedSite {

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

        assertThat(CrawlOutcomes.outcome(facts, BASE + "one"))
                .isEqualTo(new Outcome.Redirected(301, CrawlOutcomes.target(facts, BASE + "two"), "part", 1));
        assertThat(CrawlOutcomes.outcome(facts, BASE + "two"))
                .isEqualTo(new Outcome.Redirected(302, CrawlOutcomes.target(facts, BASE + "three"), null, 1));
        assertThat(CrawlOutcomes.pages(facts)).containsExactly("five", "four", "index.html", "three");
        assertThat(web.requested()).doesNotHaveDuplicates();
    }

    @Test
    void aRedirectToAnotherHostLosesItsLinks() throws Exception {
        web.page(BASE, a("out#part"));
        web.redirect(BASE + "out", 302, "https://other.org/x");
        web.page("https://other.org/x", "<p id=part>" + a("never"));

        Facts facts = crawl();

        assertThat(CrawlOutcomes.hasAnchor(facts, "https://other.org/x", "part"))
                .isTrue();
        assertThat(web.requested()).doesNotContain("https://other.org/never");
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

        assertThat(web.requested())
                .doesNotHaveDuplicates()
                .contains(BASE + "r10")
                .doesNotContain(BASE + "r11");
        assertThat(CrawlOutcomes.outcome(facts, BASE + "self"))
                .isEqualTo(new Outcome.Redirected(302, CrawlOutcomes.target(facts, BASE + "self"), null, 1));
        assertThat(CrawlOutcomes.outcome(facts, BASE + "nowhere"))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.cause()).isEqualTo(FailureCause.REDIRECT_WITHOUT_LOCATION));
        assertThat(CrawlOutcomes.outcome(facts, BASE + "mail"))
                .isEqualTo(new Outcome.Redirected(302, CrawlOutcomes.target(facts, "mailto:x@y.org"), null, 1));
    }

    @Test
    void anAnchorWantedAtTheHeadOfEndlessRedirectsIsNoTrouble() throws Exception {
        StringBuilder links = new StringBuilder();
        for (int i = 0; i < 30_000; i++) {
            web.redirect(BASE + "r" + i, 302, "r" + (i + 1));
            links.append(a("r" + i));
        }
        web.page(BASE, links + a("late"));
        web.page(BASE + "late", a("r0#part"));

        Facts facts = crawl();

        assertThat(facts.stopReason()).isEmpty();
        assertThat(web.requested()).doesNotHaveDuplicates().contains(BASE + "r30000");
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

        assertThat(CrawlOutcomes.outcome(facts, BASE + "wall")).isEqualTo(new Outcome.Answered(200, 1));
        assertThat(requests).hasValue(2);
    }

    @Test
    void theStartMayBeRedirected() throws Exception {
        plans.site = new Site.Served("http://docs.org/", "http://docs.org/");
        plans.reach = Reach.SITE;
        web.redirect("http://docs.org/", 301, "https://docs.org/");
        web.redirect("https://docs.org/", 302, BASE);
        web.page(BASE, a("page", "/elsewhere", "http://docs.org/"));
        web.page(BASE + "page", "");

        Facts facts = crawl();

        assertThat(facts.site()).isEqualTo(BASE);
        assertThat(CrawlOutcomes.pages(facts)).containsExactly("index.html", "page");
        assertThat(facts.targets().url(facts.starts().page())).isEqualTo("http://docs.org/");
        assertThat(facts.outcome(facts.starts().page()))
                .isEqualTo(new Outcome.Redirected(301, CrawlOutcomes.target(facts, "https://docs.org/"), null, 1));
        assertThat(CrawlOutcomes.outcome(facts, "https://docs.org/"))
                .isEqualTo(new Outcome.Redirected(302, CrawlOutcomes.target(facts, BASE), null, 1));
        assertThat(CrawlOutcomes.outcome(facts, "https://docs.org/elsewhere"))
                .isEqualTo(new Outcome.NotRequested(SkipReason.EXTERNAL));
        assertThat(web.requested()).doesNotHaveDuplicates();
    }

    @Test
    void aStartThatIsRedirectedInACircleEnds() throws Exception {
        web.redirect(BASE, 302, "b");
        web.redirect(BASE + "b", 302, BASE);

        Facts facts = crawl();

        assertThat(facts.outcome(facts.starts().page())).isInstanceOf(Outcome.Redirected.class);
        assertThat(facts.pages()).isZero();
    }
}
