// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.crawl.target.ScopeSettings.Reach;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.fetch.Fetcher;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Site;
import io.github.checklinks.url.Patterns;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SitemapCrawlTest extends ServedSite {

    private static final String ABOVE = "https://docs.org/";

    private static String urls(String... locations) {
        return list("urlset", "url", locations);
    }

    private static String index(String... locations) {
        return list("sitemapindex", "sitemap", locations);
    }

    private static String list(String root, String entry, String... locations) {
        StringBuilder xml = new StringBuilder("<?xml version='1.0'?><" + root + ">");
        for (String location : locations) {
            xml.append('<').append(entry).append("><loc>").append(location).append("</loc></");
            xml.append(entry).append('>');
        }
        return xml.append("</").append(root).append('>').toString();
    }

    private void sitemap(String url, String xml) {
        web.document(url, "application/xml", xml);
    }

    @Test
    void aSiteMayBeASitemap() throws Exception {
        plans.site = new Site.Served(BASE + "sitemap.xml", BASE);
        sitemap(BASE + "sitemap.xml", urls(BASE + "a", BASE + "b", BASE + "gone", "https://other.org/"));
        web.page(BASE + "a", a("c"));
        web.page(BASE + "b", "");
        web.page(BASE + "c", "");

        Facts facts = crawl();

        assertThat(facts.site()).isEqualTo(BASE);
        assertThat(CrawlOutcomes.pages(facts)).containsExactly("a", "b", "c", "sitemap.xml");
        assertThat(facts.pages()).isEqualTo(3);
        assertThat(CrawlOutcomes.outcome(facts, BASE + "gone")).isEqualTo(new Outcome.Answered(404, 1));
        assertThat(web.requested()).contains("https://other.org/").doesNotContain(BASE);
    }

    @Test
    void aSiteMayBeASitemapIndexOfPackedSitemaps() throws Exception {
        plans.site = new Site.Served(BASE + "index.xml", BASE);
        sitemap(BASE + "index.xml", index(BASE + "one.xml.gz", BASE + "two.xml"));
        web.document(BASE + "one.xml.gz", "application/gzip", urls(BASE + "a"));
        sitemap(BASE + "two.xml", urls(BASE + "b"));
        web.page(BASE + "a", "");
        web.page(BASE + "b", "");

        Facts facts = crawl();

        assertThat(facts.pages()).isEqualTo(2);
        assertThat(web.requested()).doesNotHaveDuplicates();
    }

    @Test
    void anIndexAboveTheSiteLeadsToItsPagesEvenWithoutExternalRequests() throws Exception {
        plans.reach = Reach.SITE;
        plans.seeds = List.of("/sitemap.xml");
        web.page(BASE, "");
        web.redirect(ABOVE + "sitemap.xml", 301, "/sitemaps/index.xml");
        sitemap(ABOVE + "sitemaps/index.xml", index("docs.xml", "blog.xml", "gone.xml"));
        sitemap(ABOVE + "sitemaps/docs.xml", urls(BASE + "listed", ABOVE + "theirs"));
        sitemap(ABOVE + "sitemaps/blog.xml", urls(ABOVE + "blog"));
        web.page(BASE + "listed", "");

        Facts facts = crawl();

        assertThat(CrawlOutcomes.pages(facts)).contains("listed");
        assertThat(facts.pages()).isEqualTo(2);
        assertThat(web.requested()).doesNotContain(ABOVE + "theirs", ABOVE + "blog");
        assertThat(facts.starts().seeds())
                .extracting(facts.targets()::url)
                .containsExactlyInAnyOrder(
                        ABOVE + "sitemap.xml",
                        ABOVE + "sitemaps/docs.xml",
                        ABOVE + "sitemaps/blog.xml",
                        ABOVE + "sitemaps/gone.xml");
        assertThat(CrawlOutcomes.outcome(facts, ABOVE + "sitemaps/gone.xml")).isEqualTo(new Outcome.Answered(404, 1));
    }

    @Test
    void whatSitemapsListHasTheDepthOfAStart() throws Exception {
        plans.maxDepth = 1;
        plans.seeds = List.of("sitemap-index.xml");
        web.page(BASE, a("one"));
        sitemap(BASE + "sitemap-index.xml", index(BASE + "s.xml"));
        sitemap(BASE + "s.xml", urls(BASE + "listed", BASE + "listed2"));
        web.page(BASE + "one", a("two"));
        web.page(BASE + "two", a("never"));
        web.page(BASE + "listed", a("further"));
        web.page(BASE + "listed2", a("two"));
        web.page(BASE + "further", a("never"));

        Facts facts = crawl();

        assertThat(CrawlOutcomes.pages(facts)).contains("one", "listed", "listed2", "further", "two");
        assertThat(web.requestModes(BASE + "never")).containsExactly(RequestMode.STATUS, RequestMode.STATUS_BY_GET);
        assertThat(facts.pages()).isEqualTo(6);
    }

    @Test
    void pagesThatASitemapListsMayBeExcluded() throws Exception {
        plans.excludePages = Patterns.of("excludePages", List.of("old/*"));
        plans.seeds = List.of("s.xml");
        web.page(BASE, "");
        sitemap(BASE + "s.xml", urls(BASE + "old/a", BASE + "new"));
        web.page(BASE + "old/a", a("never"));
        web.page(BASE + "new", "");

        Facts facts = crawl();

        assertThat(CrawlOutcomes.pages(facts)).doesNotContain("old/a").contains("new");
        assertThat(web.requested()).doesNotContain(BASE + "old/never");
    }

    @Test
    void anEndlessChainOfSitemapsEnds() throws Exception {
        plans.site = new Site.Served(BASE + "0.xml", BASE);
        plans.keepAll = false;
        Fetcher pages = web;
        plans.fetcher = request -> {
            String path = request.url().path();
            if (!path.endsWith(".xml")) {
                return pages.fetch(request);
            }
            int number = Integer.parseInt(path.substring("/g/".length(), path.length() - ".xml".length()));
            byte[] body = index(BASE + (number + 1) + ".xml").getBytes(StandardCharsets.UTF_8);
            return CompletableFuture.completedFuture(
                    new Response.Answer(200, null, "text/xml", null, List.of(), false, body, false));
        };

        Facts facts = crawl();

        assertThat(facts.stopReason()).startsWith("there are more than 10000 sitemaps");
    }

    @Test
    void aSeedOfAnotherTypeIsReported() throws Exception {
        plans.seeds = List.of("sitemap.txt", "moved", "page", "gone");
        web.page(BASE, "");
        web.document(BASE + "sitemap.txt", "text/plain", BASE + "a");
        web.redirect(BASE + "moved", 302, "sitemap.txt");
        web.page(BASE + "page", "");

        Facts facts = crawl();

        assertThat(facts.starts().notes())
                .hasSize(2)
                .allSatisfy(note -> assertThat(note).contains("is neither a page nor a sitemap"));
    }

    @Test
    void aSeedThatIsTheStartIsNone() throws Exception {
        plans.seeds = List.of(".", BASE + "#part", "two", "two");
        web.page(BASE, "");
        web.page(BASE + "two", "");

        Facts facts = crawl();

        assertThat(facts.starts().seeds()).containsExactly(CrawlOutcomes.target(facts, BASE + "two"));
    }
}
