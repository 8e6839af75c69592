// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.Finding;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Hop;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Position;
import io.github.checklinks.model.Reference;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.Zone;
import io.github.checklinks.report.Format;
import io.github.checklinks.report.Once;
import io.github.checklinks.report.Results;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    private static final GateResult PASSED = new GateResult(List.of(), true);
    private static final GateResult FAILED = new GateResult(List.of("3 broken links, 0 allowed"), true);

    @Test
    void whatFailedAndWhyComesFirst() throws IOException {
        Document page = write(Results.small(), FAILED);

        assertThat(page.title()).isEqualTo("3 broken links – https://example.org/docs/");
        assertThat(page.select("h1").text()).isEqualTo("3 broken links");
        assertThat(page.select(".objections li").eachText()).containsExactly("3 broken links, 0 allowed");
        assertThat(page.select("#by-target h2").eachText()).containsExactly("Broken (3)", "Warnings (2)");
        Element first = first(page, "article");
        assertThat(first.select("h3 a").attr("href")).isEqualTo("https://example.org/docs/guide/setup.html#instal");
        assertThat(first.select(".reason").text())
                .isEqualTo("missing-fragment no anchor \"instal\" on guide/setup.html");
        assertThat(first.select(".hint").text()).isEqualTo("did you mean #install?");
        assertThat(first.select(".places li").eachText()).containsExactly("index.html:12:9 guide/setup.html#instal");
    }

    @Test
    void theWayARedirectTookIsShown() throws IOException {
        assertThat(write(Results.small(), FAILED).select("ol.redirects li").eachText())
                .containsExactly(
                        "301 http://old.example.com/", "302 https://mid.example.com/", "200 https://new.example.com/");
    }

    @Test
    void theCountsAddUpToTheTargets() throws IOException {
        Document page = write(Results.small(), FAILED);

        assertThat(page.select(".counts dd").eachText().stream()
                        .mapToInt(Integer::parseInt)
                        .sum())
                .isEqualTo(985);
        assertThat(page.text()).contains("120 pages, 4,321 links to 985 targets:", "Skipped: 7 scheme, 3 excluded");
    }

    @Test
    void aRunWithoutFindingsHasNothingToFilter() throws IOException {
        Document page = write(new Results(), PASSED);

        assertThat(page.select("h1").text()).isEqualTo("No broken links");
        assertThat(page.select("form, article")).isEmpty();
    }

    @Test
    void nothingIsFetchedAndOnlyOurStyleAndScriptRun() throws Exception {
        Document page = write(Results.small(), FAILED);
        String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");

        assertThat(policy)
                .startsWith("default-src 'none'; ")
                .contains("style-src '" + hash(first(page, "style").data()) + "'")
                .contains("script-src '" + hash(first(page, "script").data()) + "'")
                .doesNotContain("unsafe");
        assertThat(page.select("[src], [style], link, iframe, img, [onclick]")).isEmpty();
        assertThat(page.select("script, style")).hasSize(2);
    }

    @Test
    void whatComesFromOutsideIsOnlyText() throws IOException {
        String evil = "javascript:alert(1)//\"'><img src=x onerror=alert(1)><script>alert(1)</script>\u202e&amp;";
        Link link = new Link(evil, new Reference(evil, "a", "href", new Position(1, 1)));
        Finding finding = new Finding(
                Rule.MALFORMED_URL,
                Severity.ERROR,
                Zone.EXTERNAL,
                evil,
                evil,
                evil,
                0,
                List.of(new Hop(evil, 301), new Hop(evil, 0)),
                0,
                new Once(link));
        Document page = write(
                new Results().with(finding).note(evil).stale(evil).site(evil).stopReason(evil),
                new GateResult(List.of(evil), false));

        assertThat(page.select("img, article a, #notes a, [onerror]")).isEmpty();
        assertThat(page.select("script")).hasSize(1);
        assertThat(page.select("article h3 code").text()).isEqualTo(evil.replace("\u202e", ""));
        assertThat(page.html()).doesNotContain("\u202e");
    }

    @Test
    void onlyWhatABrowserFetchesIsALink() throws IOException {
        Results results = new Results()
                .with(finding("https://site.invalid/x"))
                .with(finding("ftp://host/x"))
                .with(finding("https://***@host/"))
                .with(finding("http://host/x?a=\"b\""));
        Document page = write(results, FAILED);

        assertThat(page.select("article a").eachAttr("href")).containsExactly("http://host/x?a=\"b\"");
        assertThat(page.select("article a").attr("rel")).contains("noreferrer");
    }

    @Test
    void atMostAThousandFindingsWithTwentyLinksAreShownAndTheRestIsCounted() throws IOException {
        Results results = new Results();
        Link[] links = IntStream.range(0, 25)
                .mapToObj(i -> Results.link("p" + i / 2 + ".html", i + 1, 1, "x"))
                .toArray(Link[]::new);
        results.with(Results.broken(Rule.MISSING_FILE, "x", "none", null, links));
        for (int i = 0; i < 1004; i++) {
            results.with(finding("https://host/" + i));
        }
        Document page = write(results, FAILED);

        assertThat(page.select("article")).hasSize(1000);
        assertThat(first(page, "article").select(".places li").eachText())
                .hasSize(21)
                .endsWith("and 5 more on 3 pages");
        assertThat(page.select("p.more").text()).startsWith("5 more are not shown here");
    }

    @Test
    void everyControlHasALabelAndEverySectionAName() throws IOException {
        Document page = write(Results.small().skipped(SkipReason.FORM, 1).note("a note"), FAILED);

        assertThat(page.select("form label > input, form label > select")).hasSize(6);
        assertThat(page.select("form input, form select")).hasSize(6);
        assertThat(page.select("select[name=rule] option").eachText())
                .containsExactly(
                        "all",
                        "missing-file (1)",
                        "missing-fragment (1)",
                        "moved (1)",
                        "not-found (1)",
                        "timed-out (1)");
        for (Element section : page.select("section")) {
            assertThat(page.getElementById(section.attr("aria-labelledby"))).isNotNull();
        }
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
    }

    @Test
    void theMarkupIsWellFormed() throws IOException {
        Parser parser = Parser.htmlParser().setTrackErrors(100);
        Jsoup.parse(text(Results.small().stale("s").note("n"), FAILED), "", parser);

        assertThat(parser.getErrors()).isEmpty();
    }

    private static Finding finding(String target) {
        return new Finding(
                Rule.NOT_FOUND,
                Severity.ERROR,
                Zone.EXTERNAL,
                target,
                "404",
                null,
                404,
                List.of(),
                1,
                new Once(Results.link("a.html", 1, 1, target)));
    }

    private static Element first(Element page, String selector) {
        return page.select(selector).get(0);
    }

    private static String hash(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }

    private static Document write(Results results, GateResult gate) throws IOException {
        return Jsoup.parse(text(results, gate));
    }

    private static String text(Results results, GateResult gate) throws IOException {
        StringWriter out = new StringWriter();
        Format.HTML.report().write(results.build(), gate, out);
        return out.toString();
    }
}
