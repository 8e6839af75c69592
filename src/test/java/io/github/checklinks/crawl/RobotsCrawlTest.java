// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.facts.Facts;
import io.github.checklinks.fetch.Fetcher;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Site;
import io.github.checklinks.model.SkipReason;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class RobotsCrawlTest extends ServedSite {

    private static final String ROBOTS = "https://docs.org/robots.txt";

    private void robots(String text) {
        web.document(ROBOTS, "text/plain", text);
    }

    @Test
    void disallowedUrlsAreNotRequested() throws Exception {
        robots("User-agent: *\nDisallow: /g/no/\n");
        web.page(BASE, a("yes", "no/a", "no/b.png", "moved", "http://docs.org/g/no/twin", "/g/no/a#x"));
        web.page(BASE + "yes", a("no/a"));
        web.redirect(BASE + "moved", 302, "no/c");

        Facts facts = crawl();

        assertThat(web.requested()).startsWith(ROBOTS).doesNotHaveDuplicates().noneMatch(url -> url.contains("/no/"));
        for (String forbidden : List.of(BASE + "no/a", BASE + "no/b.png", BASE + "no/c", "http://docs.org/g/no/twin")) {
            assertThat(CrawlOutcomes.outcome(facts, forbidden)).isEqualTo(new Outcome.NotRequested(SkipReason.ROBOTS));
        }
        assertThat(facts.stopReason()).isEmpty();
    }

    @Test
    void robotsTxtIsNotConsultedForExternalLinks() throws Exception {
        robots("User-agent: *\nDisallow: /\nAllow: /g/\n");
        web.document("https://other.org/robots.txt", "text/plain", "User-agent: *\nDisallow: /\n");
        web.page(BASE, a("/above", "https://other.org/x"));
        web.page("https://docs.org/above", "");
        web.page("https://other.org/x", "");

        Facts facts = crawl();

        assertThat(CrawlOutcomes.outcome(facts, "https://docs.org/above")).isEqualTo(new Outcome.Answered(200, 1));
        assertThat(CrawlOutcomes.outcome(facts, "https://other.org/x")).isEqualTo(new Outcome.Answered(200, 1));
        assertThat(web.requested()).doesNotContain("https://other.org/robots.txt");
    }

    @Test
    void robotsTxtIsNotRequestedWhenItIsNotRespected() throws Exception {
        plans.respectRobots = false;
        robots("User-agent: *\nDisallow: /\n");
        web.page(BASE, a("page"));
        web.page(BASE + "page", "");

        Facts facts = crawl();

        assertThat(facts.pages()).isEqualTo(2);
        assertThat(web.requested()).doesNotContain(ROBOTS);
    }

    @Test
    void aDisallowedStartIsReportedWithAdvice() throws Exception {
        robots("User-agent: *\nDisallow: /g/\n");
        web.page(BASE, a("page"));

        Facts facts = crawl();

        assertThat(facts.outcome(facts.starts().page()))
                .isEqualTo(new Outcome.Failed(
                        FailureCause.ROBOTS_FORBIDDEN,
                        "robots.txt forbids it; if the site is yours, set respectRobots to false",
                        0,
                        0));
        assertThat(web.requested()).containsExactly(ROBOTS);
        assertThat(facts.pages()).isZero();
    }

    @Test
    void withoutRobotsTxtAllIsAllowed() throws Exception {
        for (int status : new int[] {401, 403, 404, 410, 429}) {
            web.status(ROBOTS, status);
            web.page(BASE, "");

            assertThat(crawl().pages()).as("%s", status).isEqualTo(1);
        }
    }

    @Test
    void anUnreachableRobotsTxtPreventsFurtherRequests() throws Exception {
        plans.retries = 0;
        web.status(ROBOTS, 503);
        web.page(BASE, "");

        Facts facts = crawl();

        assertThat(facts.outcome(facts.starts().page())).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.cause()).isEqualTo(FailureCause.ROBOTS_UNAVAILABLE);
            assertThat(failed.status()).isEqualTo(503);
        });
        assertThat(web.requested()).containsExactly(ROBOTS);
    }

    @Test
    void anUnreachableServerIsReportedAsThat() throws Exception {
        web.none(ROBOTS, FailureCause.UNKNOWN_HOST);

        Facts facts = crawl();

        assertThat(facts.outcome(facts.starts().page()))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.cause()).isEqualTo(FailureCause.UNKNOWN_HOST));
        assertThat(web.requested()).containsExactly(ROBOTS, ROBOTS);
    }

    @Test
    void redirectsOfRobotsTxtAreFollowed() throws Exception {
        web.redirect(ROBOTS, 301, "https://www.docs.org/robots/docs.txt");
        web.document("https://www.docs.org/robots/docs.txt", "text/plain", "User-agent: *\nDisallow: /g/no\n");
        web.page(BASE, a("no"));

        Facts facts = crawl();

        assertThat(CrawlOutcomes.outcome(facts, BASE + "no")).isEqualTo(new Outcome.NotRequested(SkipReason.ROBOTS));
    }

    @Test
    void aRobotsTxtInARedirectLoopCountsAsMissing() throws Exception {
        web.redirect(ROBOTS, 302, "/robots.txt");
        web.page(BASE, "");

        assertThat(crawl().pages()).isEqualTo(1);
        assertThat(web.requested()).filteredOn(ROBOTS::equals).hasSizeLessThan(20);
    }

    @Test
    void robotsTxtIsRequestedOncePerServerOfTheStartsRedirects() throws Exception {
        plans.site = new Site.Served("http://docs.org/", "http://docs.org/");
        web.redirect("http://docs.org/", 301, "https://docs.org/");
        web.redirect("https://docs.org/", 302, "https://new.org/g/");
        web.page("https://new.org/g/", a("page", "no"));
        web.page("https://new.org/g/page", "");
        web.document("https://new.org/robots.txt", "text/plain", "User-agent: *\nDisallow: /g/no\n");

        Facts facts = crawl();

        assertThat(facts.site()).isEqualTo("https://new.org/g/");
        assertThat(CrawlOutcomes.pages(facts)).containsExactly("index.html", "page");
        assertThat(web.requested())
                .startsWith(
                        "http://docs.org/robots.txt",
                        "http://docs.org/",
                        "https://docs.org/",
                        "https://new.org/robots.txt",
                        "https://new.org/g/")
                .doesNotHaveDuplicates();
        assertThat(CrawlOutcomes.outcome(facts, "https://new.org/g/no"))
                .isEqualTo(new Outcome.NotRequested(SkipReason.ROBOTS));
    }

    @Test
    void theDelayKeepsRequestsApart() throws Exception {
        List<Long> times = new CopyOnWriteArrayList<>();
        Fetcher pages = web;
        plans.fetcher = request -> {
            if (!request.url().path().equals("/robots.txt")
                    && String.valueOf(request.url().host()).equals("docs.org")) {
                times.add(System.nanoTime());
            }
            return pages.fetch(request);
        };
        robots("User-agent: *\nCrawl-delay: 0.1\n");
        web.page(BASE, a("one", "two", "three", "https://other.org/"));

        Facts facts = crawl();

        assertThat(times).hasSizeGreaterThanOrEqualTo(5);
        for (int i = 1; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 1)).isGreaterThan(95_000_000L);
        }
        assertThat(facts.starts().notes())
                .anySatisfy(note -> assertThat(note).contains("0.1 s", "Crawl-delay", "respectRobots"));
    }

    @Test
    void aDisallowedSeedIsReported() throws Exception {
        plans.seeds = List.of("no/", "/no.xml", "https://other.org/");
        robots("User-agent: *\nDisallow: /g/no\nDisallow: /no\n");
        web.page(BASE, "");
        web.page("https://other.org/", a(BASE + "found"));
        web.page(BASE + "found", "");

        Facts facts = crawl();

        assertThat(CrawlOutcomes.outcome(facts, BASE + "no/")).isInstanceOf(Outcome.Failed.class);
        assertThat(CrawlOutcomes.outcome(facts, "https://docs.org/no.xml")).isInstanceOf(Outcome.Failed.class);
        assertThat(facts.starts().seeds()).hasSize(3);
        assertThat(CrawlOutcomes.pages(facts)).contains("found");
        assertThat(web.requested()).noneMatch(url -> url.contains("/no"));
    }
}
