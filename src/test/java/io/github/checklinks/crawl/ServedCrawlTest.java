// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.facts.Facts;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Site;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.Patterns;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServedCrawlTest extends ServedSite {

    @Test
    void onlyPagesBelowTheStartAreFollowed() throws Exception {
        web.page(BASE, a("sub/", "../above.html", "http://docs.org/g/plain", "https://other.org/x"));
        web.page(BASE + "sub/", a("page.html"));
        web.page(BASE + "sub/page.html", a("../#x"));
        web.page("http://docs.org/g/plain", a("never"));
        web.page("https://docs.org/above.html", a("never"));
        web.page("https://other.org/x", a("never"));

        Facts facts = crawl();

        assertThat(CrawlOutcomes.pages(facts))
                .containsExactly("index.html", "plain", "sub/index.html", "sub/page.html");
        assertThat(web.requested()).doesNotContain("https://docs.org/never", "https://other.org/never");
        assertThat(web.requestModes("https://other.org/x")).containsExactly(RequestMode.STATUS);
        assertThat(web.requestModes("https://docs.org/above.html")).containsExactly(RequestMode.STATUS);
        assertThat(CrawlOutcomes.outcome(facts, "http://docs.org/g/never")).isEqualTo(new Outcome.Answered(404, 1));
        assertThat(facts.stopReason()).isEmpty();
        assertThat(facts.pages()).isEqualTo(4);
        assertThat(facts.starts().page()).isEqualTo(CrawlOutcomes.target(facts, BASE));
    }

    @Test
    void equalTargetsAreRequestedOnce() throws Exception {
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

        assertThat(web.requested())
                .doesNotHaveDuplicates()
                .hasSize(203 + 2)
                .contains("https://docs.org/robots.txt", BASE + SoftNotFound.NAME);
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
        assertThat(facts.stopReason()).isEmpty();
    }

    @Test
    void anAnchorIsFoundWheneverItsPageComes() throws Exception {
        web.page(BASE, a("late.html#there", "late.html#absent", "./#self"));
        web.page(BASE + "late.html", "<p id=there>" + a("./#self"));

        Facts facts = crawl();

        assertThat(CrawlOutcomes.hasAnchor(facts, BASE + "late.html", "there")).isTrue();
        assertThat(CrawlOutcomes.hasAnchor(facts, BASE + "late.html", "absent")).isFalse();
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

        assertThat(CrawlOutcomes.hasAnchor(facts, "https://other.org/x", "part"))
                .isTrue();
        assertThat(CrawlOutcomes.hasAnchor(facts, "https://other.org/there", "part"))
                .isTrue();
        assertThat(web.requested()).doesNotContain("https://other.org/never");
        assertThat(web.requestModes("https://other.org/moved")).hasSize(1);
        assertThat(CrawlOutcomes.pages(facts)).containsExactly("index.html", "second", "third");
    }

    @Test
    void anExcludedStartIsReadAllTheSame() throws Exception {
        plans.excludes = Patterns.of("excludes", List.of(BASE, BASE + "old*"));
        web.page(BASE, a("page", "old1"));
        web.page(BASE + "page", a("./"));

        Facts facts = crawl();

        assertThat(CrawlOutcomes.pages(facts)).containsExactly("index.html", "page");
        assertThat(CrawlOutcomes.outcome(facts, BASE + "old1"))
                .isEqualTo(new Outcome.NotRequested(SkipReason.EXCLUDED));
    }

    @Test
    void aDirectoryAndItsIndexFileWithEqualBodiesAreOnePage() throws Exception {
        web.page(BASE, a("index.html", "sub/", "sub/index.html", "?x"));
        web.page(BASE + "index.html", a("index.html", "sub/", "sub/index.html", "?x"));
        web.page(BASE + "sub/", "<p id=one>");
        web.page(BASE + "sub/index.html", "<p id=two>");
        web.page(BASE + "?x", "");

        Facts facts = crawl();

        assertThat(facts.page(CrawlOutcomes.target(facts, BASE)))
                .isEqualTo(facts.page(CrawlOutcomes.target(facts, BASE + "index.html")))
                .isNotNegative();
        assertThat(CrawlOutcomes.pages(facts))
                .containsExactly(BASE + "?x", "index.html", "sub/index.html", "sub/index.html");
    }

    @Test
    void aPageWithTwoUrlsIsReportedAsItsDirectoryWhicheverComesFirst() throws Exception {
        String body = "<p id=one><a href='#two'>x</a>" + a("./", "index.html", "?q");
        for (String start : List.of(BASE, BASE + "index.html")) {
            web.page(BASE, body);
            web.page(BASE + "index.html", body);
            web.page(BASE + "?q", "");
            plans.site = new Site.Served(start, BASE);

            Facts facts = crawl();

            int page = facts.page(CrawlOutcomes.target(facts, BASE));
            assertThat(facts.pageTarget(page)).isEqualTo(CrawlOutcomes.target(facts, BASE));
            assertThat(CrawlOutcomes.targets(facts, "index.html"))
                    .containsExactly(
                            "#two -> " + BASE,
                            "./ -> " + BASE,
                            "index.html -> " + BASE + "index.html",
                            "?q -> " + BASE + "?q");
            assertThat(CrawlOutcomes.outcome(facts, BASE + "?q")).isEqualTo(new Outcome.Answered(200, 1));
            assertThat(facts.pages()).isEqualTo(2);
        }
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

        assertThat(CrawlOutcomes.pages(facts))
                .containsExactly("hidden/deep", "hidden/index.html", "index.html", "other");
    }

    @Test
    void aSeedAboveTheSiteLeadsToPagesOfTheSite() throws Exception {
        plans.seeds = List.of("/sitemap.xml", "https://elsewhere.org/start");
        web.page(BASE, "");
        web.document(
                "https://docs.org/sitemap.xml",
                "application/xml",
                "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>" + BASE
                        + "listed</loc></url><url><loc>https://docs.org/not-ours</loc></url></urlset>");
        web.redirect("https://elsewhere.org/start", 301, "/moved");
        web.page("https://elsewhere.org/moved", a(BASE + "linked", "/theirs"));
        web.page(BASE + "listed", "");
        web.page(BASE + "linked", "");

        Facts facts = crawl();

        assertThat(CrawlOutcomes.pages(facts)).contains("index.html", "linked", "listed");
        assertThat(facts.pages()).as("pages of the other site are not read").isEqualTo(3);
        assertThat(facts.links()).isZero();
        assertThat(web.requested())
                .extracting(Object::toString)
                .noneMatch(url -> url.contains("not-ours") || url.contains("theirs"));
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
        assertThat(facts.outcome(facts.starts().page())).isEqualTo(new Outcome.Answered(200, 1));
    }

    @Test
    void styleSheetsOfTheSiteAreReadForLinksAndThoseOfOthersAreNot() throws Exception {
        web.page(BASE, "<link rel=stylesheet href=css/s.css><link rel=stylesheet href=https://cdn.org/s.css>");
        web.document(BASE + "css/s.css", "text/css", "@import 't.css';a{background:url(../bg.png)}");
        web.document(BASE + "css/t.css", "text/css", "b{background:url(s.css)}");
        web.document("https://cdn.org/s.css", "text/css", "a{background:url(never.png)}");

        Facts facts = crawl();

        assertThat(facts.pages()).isEqualTo(1);
        assertThat(facts.links()).isEqualTo(5);
        assertThat(web.requested()).contains(BASE + "bg.png").doesNotContain("https://cdn.org/never.png");
        assertThat(web.requestModes(BASE + "css/t.css")).containsOnlyOnce(RequestMode.CONTENT);
    }

    @Test
    void imagesAreOnlyProbed() throws Exception {
        web.page(BASE, "<img src=a.svg><img src=b.svg><a href='b.svg#part'>x</a><a href=odd.txt>x</a>");
        web.document(BASE + "a.svg", "image/svg+xml", "<svg id=part></svg>");
        web.document(BASE + "b.svg", "image/svg+xml", "<svg id=part></svg>");
        web.page(BASE + "odd.txt", a("found"));

        Facts facts = crawl();

        assertThat(web.requestModes(BASE + "a.svg")).containsExactly(RequestMode.STATUS);
        assertThat(web.requestModes(BASE + "b.svg")).contains(RequestMode.CONTENT);
        assertThat(CrawlOutcomes.hasAnchor(facts, BASE + "b.svg", "part")).isTrue();
        assertThat(web.requestModes(BASE + "odd.txt")).containsExactly(RequestMode.STATUS, RequestMode.CONTENT);
        assertThat(web.requested()).contains(BASE + "found");
    }

    @Test
    void anEmptyPageIsAPageWithoutAnchors() throws Exception {
        web.page(BASE, a("empty#x"));
        web.page(BASE + "empty", "");

        Facts facts = crawl();

        assertThat(facts.pages()).isEqualTo(2);
        assertThat(facts.page(CrawlOutcomes.target(facts, BASE + "empty"))).isNotNegative();
    }

    @Test
    void excludedPagesAreTargetsAndLeadNowhere() throws Exception {
        plans.excludePages = Patterns.of("excludePages", List.of("old/*", "index.html"));
        web.page(BASE, a("old/a", "old/b#part", "new"));
        web.page(BASE + "old/a", a("never"));
        web.page(BASE + "old/b", "<p id=part>" + a("never"));
        web.page(BASE + "new", a("gone"));

        Facts facts = crawl();

        assertThat(CrawlOutcomes.pages(facts)).containsExactly("new");
        assertThat(web.requested()).doesNotContain(BASE + "old/never");
        assertThat(CrawlOutcomes.hasAnchor(facts, BASE + "old/b", "part")).isTrue();
        assertThat(CrawlOutcomes.outcome(facts, BASE + "old/a")).isEqualTo(new Outcome.Answered(200, 1));
    }
}
