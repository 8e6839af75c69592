// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.crawl.BuiltSite;
import io.github.checklinks.crawl.CrawlOutcomes;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.Fragment;
import io.github.checklinks.facts.LinkState;
import io.github.checklinks.facts.StoredLink;
import io.github.checklinks.facts.TargetKind;
import io.github.checklinks.model.Position;
import io.github.checklinks.model.Site;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.Patterns;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageScannerTest extends BuiltSite {

    @Test
    void linksKeepTheirPositionAndText() throws Exception {
        page(
                "index.html",
                "<p>\n  <a href=' a.html\n#x '>é</a>é<img srcset='b.png 1x, c.png 2x' src=d.png>\n<img src=''>");

        List<StoredLink> links = CrawlOutcomes.links(plans.run(), "index.html");

        assertThat(links).extracting(StoredLink::text).containsExactly(" a.html\n#x ", "b.png", "c.png", "d.png", "");
        assertThat(links)
                .extracting(StoredLink::position)
                .containsExactly(
                        new Position(2, 3),
                        new Position(3, 12),
                        new Position(3, 12),
                        new Position(3, 12),
                        new Position(4, 1));
        assertThat(links.get(1).linkAttribute().attribute()).isEqualTo("srcset");
        assertThat(links).extracting(StoredLink::linkState).endsWith(LinkState.EMPTY);
    }

    @Test
    void onlyUnsettledLinksAreStoredWithoutALedger() throws Exception {
        plans.keepAll = false;
        page(
                "index.html",
                "<p id=a><a href=#a>x</a><a href=#b>x</a><a href=#%61>x</a><a href=b.html>x</a>"
                        + "<a href=''>x</a><a href=absent.html>x</a><a href=b.html#c>x</a>");
        page("b.html", "");

        Facts facts = plans.run();

        assertThat(facts.links()).isEqualTo(7);
        assertThat(CrawlOutcomes.targets(facts, "index.html"))
                .containsExactly(
                        "#b -> " + BASE + "index.html",
                        "absent.html -> " + BASE + "absent.html",
                        "b.html#c -> " + BASE + "b.html");
        assertThat(facts.isSettled(CrawlOutcomes.target(facts, BASE + "b.html")))
                .isTrue();
        assertThat(facts.isSettled(CrawlOutcomes.target(facts, BASE + "index.html")))
                .isTrue();
    }

    @Test
    void aBaseAfterLinksAppliesToThemToo() throws Exception {
        page(
                "a/index.html",
                "<a href=x.html>x</a><base href=../b/><base href=../c/><a href=y.html>x</a><a href=#z>x</a>");
        page("b/x.html", "");
        page("b/index.html", "<p id=z>");

        Facts facts = plans.run();

        assertThat(CrawlOutcomes.targets(facts, "a/index.html"))
                .containsExactly(
                        "x.html -> " + BASE + "b/x.html", "y.html -> " + BASE + "b/y.html", "#z -> " + BASE + "b/");
        assertThat(facts.links()).isEqualTo(3);
        assertThat(CrawlOutcomes.hasAnchor(facts, BASE + "b/", "z")).isTrue();
    }

    @Test
    void aBaseIsReadInThePagesCharset() throws Exception {
        page("a.html", "");
        Files.write(
                directory.resolve("site/a.html"),
                "<a href=y>x</a><base href='\u00E4/'><a href=x>x</a><meta charset=iso-8859-1>"
                        .getBytes(StandardCharsets.ISO_8859_1));

        assertThat(CrawlOutcomes.targets(plans.run(), "a.html"))
                .containsExactly("y -> " + BASE + "%C3%A4/y", "x -> " + BASE + "%C3%A4/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data:text/plain,x", "javascript:x", "http://[", "https://a b/", " JavaScript:x"})
    void aBaseThatTheStandardIgnoresChangesNothing(String base) throws Exception {
        page("a.html", "<base href='" + base + "'><a href=b.html>x</a>");

        assertThat(CrawlOutcomes.targets(plans.run(), "a.html")).containsExactly("b.html -> " + BASE + "b.html");
    }

    @Test
    void aBaseOfAnyOtherSchemeIsFollowed() throws Exception {
        page("a.html", "<base href='file:///C:/docs/'><a href=b.html>x</a><a href=/c>x</a><a href=#d>x</a>");
        page("b.html", "<base href='ftp://host/e/'><a href=f>x</a>");
        page("c.html", "<base href='mailto:x'><a href=g.html>x</a><a href=#h>x</a>");

        Facts facts = plans.run();

        assertThat(CrawlOutcomes.targets(facts, "a.html"))
                .containsExactly("b.html -> file:///C:/docs/b.html", "/c -> file:///C:/c", "#d -> file:///C:/docs/");
        assertThat(facts.targets().kind(CrawlOutcomes.target(facts, "file:///C:/docs/b.html")))
                .isEqualTo(TargetKind.LOCAL_ADDRESS);
        assertThat(CrawlOutcomes.targets(facts, "b.html")).containsExactly("f -> ftp://host/e/f");
        assertThat(CrawlOutcomes.targets(facts, "c.html")).containsExactly("g.html -> none", "#h -> mailto:x");
    }

    @Test
    void aNestedDocumentHasItsOwnBase() throws Exception {
        page(
                "a.html",
                "<a href=x>1</a><iframe srcdoc='<a href=x>2</a><base href=s/><base href=no/><iframe srcdoc=\"<base href=t/>"
                        + "<a href=x>3</a>\"></iframe><a href=y>4</a>'></iframe><a href=y>5</a><base href=b/>");

        assertThat(CrawlOutcomes.targets(plans.run(), "a.html"))
                .containsExactly(
                        "x -> " + BASE + "b/x",
                        "x -> " + BASE + "b/s/x",
                        "x -> " + BASE + "b/s/t/x",
                        "y -> " + BASE + "b/s/y",
                        "y -> " + BASE + "b/y");
    }

    @Test
    void basesInAFeedApplyToTheContentOfTheirElement() throws Exception {
        page(
                "feed.xml",
                "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='r/'><link href='a'/><entry xml:base='e/'><link href='b'"
                        + " xml:base='l/'/><link href='c'/></entry><entry><link href='d'/></entry></feed>");

        assertThat(CrawlOutcomes.targets(plans.run(), "feed.xml"))
                .containsExactly(
                        "a -> " + BASE + "r/a",
                        "b -> " + BASE + "r/e/l/b",
                        "c -> " + BASE + "r/e/c",
                        "d -> " + BASE + "r/d");
    }

    @Test
    void anEmptyBaseChangesNothing() throws Exception {
        page("c.html", "<base href=''><a href=d.html>x</a><a href=#e>x</a>");

        Facts facts = plans.run();

        assertThat(CrawlOutcomes.targets(facts, "c.html"))
                .containsExactly("d.html -> " + BASE + "d.html", "#e -> " + BASE + "c.html");
    }

    @Test
    void aFormThatPostsToItsBaseIsNotRequested() throws Exception {
        page("a.html", "<base href='https://other.org/x/'><form method=post action=''></form><a href=rel>x</a>");

        Facts facts = plans.run();

        assertThat(web.requested()).containsExactly("https://other.org/x/rel", "https://other.org/x/rel");
        assertThat(CrawlOutcomes.links(facts, "a.html"))
                .extracting(StoredLink::linkState)
                .containsExactly(LinkState.POST, LinkState.ORDINARY);
    }

    @Test
    void aQueryAloneLeadsToItsOwnPage() throws Exception {
        for (int i = 0; i < 20; i++) {
            page("p" + i + ".html", "<a href='?q'>x</a><a href='?q'>x</a><a href='same.html'>x</a>");
        }

        Facts facts = plans.run();

        for (int i = 0; i < 20; i++) {
            assertThat(CrawlOutcomes.targets(facts, "p" + i + ".html"))
                    .containsExactly(
                            "?q -> " + BASE + "p" + i + ".html?q",
                            "?q -> " + BASE + "p" + i + ".html?q",
                            "same.html -> " + BASE + "same.html");
        }
    }

    @Test
    void aSchemeAloneLeadsToItsOwnPage() throws Exception {
        for (int i = 0; i < 3; i++) {
            page("p" + i + ".html", "<a href='https:'>x</a><a href='https:?q'>x</a><a href=' HTTPS:\n?r'>x</a>");
        }

        Facts facts = plans.run();

        for (int i = 0; i < 3; i++) {
            String url = BASE + "p" + i + ".html";
            assertThat(CrawlOutcomes.links(facts, "p" + i + ".html"))
                    .extracting(link -> facts.targets().url(link.target()))
                    .containsExactly(url, url + "?q", url + "?r");
        }
    }

    @Test
    void onlyTheBeginningOfALongDataUrlIsStored() throws Exception {
        page(
                "a.html",
                "<img src='data:image/png;base64," + "A".repeat(5_000_000) + "'><a href='#x:~:text="
                        + "b".repeat(1_000_000) + "'>");

        Facts facts = plans.run();

        String url =
                facts.targets().url(CrawlOutcomes.links(facts, "a.html").get(0).target());
        assertThat(url).startsWith("data:image/png;base64,AAA").hasSizeLessThan(200);
    }

    @Test
    void linksWithAVerdictFromThePageAloneAreStored() throws Exception {
        page(
                "index.html",
                "<a href='${x}'>1</a><a href='https://'>2</a><a href='../../up'>3</a><link rel=preconnect href='https://cdn.org'>"
                        + "<form method=post action=x></form><p data-check-links=ignore><a href=y>6</a></p>"
                        + "<a href='a.html#${id}'>7</a><a href='mailto:${x}'>8</a><a href='old/x#y'>9</a>");
        plans.excludes = Patterns.of("excludes", List.of("old/*"));
        plans.site = new Site.Built(directory.resolve("site"), "https://site.invalid/", false);

        Facts facts = plans.run();

        assertThat(CrawlOutcomes.links(facts, "index.html"))
                .extracting(StoredLink::linkState)
                .containsExactly(
                        LinkState.PLACEHOLDER,
                        LinkState.MALFORMED,
                        LinkState.OUTSIDE,
                        LinkState.HINT,
                        LinkState.POST,
                        LinkState.IGNORED,
                        LinkState.PLACEHOLDER,
                        LinkState.ORDINARY,
                        LinkState.EXCLUDED);
        assertThat(web.requested()).isEmpty();
    }

    @Test
    void linksAboveTheRootOfAPublishedSiteAreJudged() throws Exception {
        page("index.html", "<a href='../other'>x</a>");

        Facts facts = plans.run();

        assertThat(CrawlOutcomes.links(facts, "index.html"))
                .extracting(StoredLink::linkState)
                .containsExactly(LinkState.ORDINARY);
        assertThat(web.requested()).contains("https://docs.org/other");
    }

    @Test
    void aRefreshWithoutDelayIsAStub() throws Exception {
        page("stub.html", "<meta http-equiv=refresh content='0; url=real.html'>");
        page("slow.html", "<meta http-equiv=refresh content='5; url=real.html'>");
        page(
                "both.html",
                "<meta http-equiv=refresh content='5; url=x'><meta http-equiv=refresh content='0; url=real.html'>");
        page("real.html", "");

        Facts facts = plans.run();

        assertThat(facts.refreshesTo(CrawlOutcomes.page(facts, "stub.html")))
                .isEqualTo(CrawlOutcomes.target(facts, BASE + "real.html"));
        assertThat(facts.refreshesTo(CrawlOutcomes.page(facts, "slow.html"))).isEqualTo(-1);
        assertThat(facts.refreshesTo(CrawlOutcomes.page(facts, "both.html"))).isEqualTo(-1);
    }

    @Test
    void withoutAJudgedZoneNoAnchorLinkIsStored() throws Exception {
        plans.fragmentZones = Set.<Zone>of();
        plans.keepAll = false;
        page("index.html", "<a href=b.html#absent>x</a><a href=#absent>x</a>");
        page("b.html", "");

        assertThat(plans.run().hasStoredLinks(0)).isFalse();
    }

    @Test
    void mapsAreFoundByName() throws Exception {
        page("index.html", "<img usemap=#there><img usemap=#absent><map name=there></map>");

        Facts facts = plans.run();
        int page = CrawlOutcomes.page(facts, "index.html");

        assertThat(facts.hasMap(page, "there")).isTrue();
        assertThat(facts.hasMap(page, "absent")).isFalse();
        assertThat(facts.hasAnchor(page, new Fragment("there"))).isFalse();
        assertThat(CrawlOutcomes.links(facts, "index.html")).hasSize(2);
    }
}
