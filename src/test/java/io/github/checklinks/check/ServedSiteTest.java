// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Hop;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.Summary;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** A site behind a server, read from its start page on. */
class ServedSiteTest extends ServedTrial {

    /** What is asked before a crawl begins. */
    private static final String[] BEFORE = {"GET /robots.txt", "GET /docs/", "GET /docs/check-links-soft-404-probe"};

    private static final Gate GATE = new Gate(0, -1, -1, 1, 0, false);

    private Trial files() throws Exception {
        return new Trial(temporary)
                .file("a.css", "p { background: url(img/gone.png) }")
                .file("img/x.png", "PNG")
                .page("guide/index.html", "<h1 id=top1>T</h1><a href=../index.html#here>1</a><a href=gone.html>2</a>")
                .page("guide/b.html", "<a href=./#top1>1</a><a href=index.html#none>2</a><a href=../img/x.png>3</a>")
                .page("index.html", """
                        <link rel=stylesheet href=a.css> <a id=here href=guide/>1</a> <a href=guide/b.html>2</a>
                        <a href="#gone">3</a> <a href="${x}">4</a> <a href="http://[">5</a> <img src="" alt=x>
                        <a href=mailto:me@acme.org>6</a> <a href=file:///x>7</a> <img src=img/x.png alt=x>
                        <a href=https://acme.org/>8</a> <form method=post action=send></form>
                        """);
    }

    @Test
    void aUserinfoThatIsReadAsAPathIsNotShownInRedirects() throws Exception {
        server.page("/docs/", "<a href='http:me:secret@x'>x</a>")
                .redirect("/docs/me:secret@x", 301, "/docs/me:secret@x.html")
                .page("/docs/me:secret@x.html", "");

        TrialResult result = trial.servedFrom(server.url("/docs/")).run();

        assertThat(result.finding().hops())
                .containsExactly(new Hop(server.url("/docs/***@x"), 301), new Hop(server.url("/docs/***@x.html"), 200));
        assertThat(result.ledger().get(0).hops()).isEqualTo(result.finding().hops());
        assertThat(result.ledger().toString()).doesNotContain("secret");
    }

    @Test
    void itHasTheSameFindingsAsTheDirectoryItIsServedFrom() throws Exception {
        TrialResult local = files().publishedAt(server.url("/docs/")).run();
        server.files(temporary.resolve("site"), "/docs/");

        TrialResult served = trial.servedFrom(server.url("/docs/index.html")).run();

        assertThat(served.facts())
                .hasSizeGreaterThan(6)
                .isEqualTo(local.facts().stream()
                        .map(fact -> fact.replace("missing-file ", "not-found "))
                        .toList());
        assertThat(served.summary()).isEqualTo(local.summary());
        assertThat(served.skipped()).isEqualTo(local.skipped());
        assertThat(served.lines())
                .isEqualTo(local.lines().stream()
                        .map(line -> line.replaceAll("missing-file$", "not-found: 404"))
                        .toList());
        assertThat(served.result().complete()).isTrue();
    }

    @Test
    void itHasTheSameFindingsWithoutALedger() throws Exception {
        files().run();
        server.files(temporary.resolve("site"), "/docs/");

        TrialResult with = trial.run();
        TrialResult without = trial.withoutLedger().run();

        assertThat(without.findings()).isEqualTo(with.findings());
        assertThat(without.summary()).isEqualTo(with.summary());
        assertThat(without.skipped()).isEqualTo(with.skipped());
    }

    @Test
    void aPageThatOnlyItselfLinksToCountsWithoutALedger() throws Exception {
        server.page("/docs/", page("<p id=x><a href=#x>1</a><a href=''>2</a>"));

        TrialResult result = trial.withoutLedger().run();

        assertThat(result.summary()).isEqualTo(new Summary(1, 2, 1, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void linksOfAPageThatIsNotJudgedDoNotCount() throws Exception {
        server.page("/docs/", page("<a href=a.html>1</a>")).page("/docs/a.html", page("<p id=x><a href=#x>1</a>"));

        TrialResult result = trial.excludePages("index.html").withoutLedger().run();

        assertThat(result.summary()).isEqualTo(new Summary(1, 1, 1, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void pagesOfOneNameAreToldByTheirAddresses() throws Exception {
        server.page("/docs/", page("<a href=x/index.html>1</a><a href=x/>2</a>"))
                .page("/docs/x/index.html", page("<a href=#one>1</a>"))
                .page("/docs/x/", page("<a href=#two>1</a>"));

        TrialResult result = trial.run();

        assertThat(result.facts())
                .extracting(fact -> fact.substring(fact.indexOf('#'), fact.indexOf(' ', fact.indexOf('#'))))
                .containsExactly("#two", "#one");
    }

    @Test
    void eachAddressIsAskedForOnce() throws Exception {
        server.page("/docs/", page("<a href=a.html>1</a><a href=a.html#x>2</a><img src=i.png><img src=i.png>"))
                .page("/docs/a.html", page("<p id=x><a href=./>1</a><a href=a.html>2</a><img src=i.png>"))
                .on("/docs/i.png", exchange -> LoopbackServer.send(exchange, 200, "image/png", "PNG"));

        TrialResult result = trial.run();

        assertThat(result.findings()).isEmpty();
        assertThat(server.asked())
                .contains(BEFORE)
                .hasSize(BEFORE.length + 2)
                .contains("GET /docs/a.html", "HEAD /docs/i.png");
    }

    @Test
    void whatLiesBesideTheStartIsOutside() throws Exception {
        server.page("/docs/", page("<a href=/>1</a><a href=../other/>2</a>"));

        TrialResult result = trial.run();

        assertThat(result.verdict("/")).isEqualTo("skipped: external");
        assertThat(result.verdict("../other/")).isEqualTo("skipped: external");
        assertThat(server.asked()).containsExactly(BEFORE);
    }

    @Test
    void aPageBesideTheStartIsAskedForButNotRead() throws Exception {
        server.page("/docs/", page("<a href=../other/>2</a>")).page("/other/", page("<a href=gone.html>1</a>"));

        TrialResult result = trial.askingOutside().run();

        assertThat(result.findings()).isEmpty();
        assertThat(result.summary()).isEqualTo(new Summary(1, 1, 1, 1, 0, 0, 0, 0, 0));
        assertThat(server.asked()).contains(BEFORE).contains("HEAD /other/").hasSize(BEFORE.length + 1);
    }

    @Test
    void aPageThatRefusesIsAnErrorInTheSite() throws Exception {
        server.page("/docs/", page("<a href=a>1</a><a href=b>2</a>"))
                .status("/docs/a", 403)
                .status("/docs/b", 500);

        TrialResult result = trial.run();

        assertThat(result.finding(Rule.BLOCKED).severity()).isEqualTo(Severity.ERROR);
        assertThat(result.finding(Rule.SERVER_ERROR).severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void aDirectoryAndItsIndexWithEqualBodiesAreOnePage() throws Exception {
        String start = page("<a href=gone.html>1</a><a href=index.html>2</a>");
        server.page("/docs/", start).page("/docs/index.html", start);

        TrialResult result = trial.run();

        assertThat(result.summary().pages()).isEqualTo(1);
        assertThat(result.summary().links()).isEqualTo(2);
        assertThat(result.finding().links()).hasSize(1);
    }

    @Test
    void aPageWithAQueryIsNamedByItsWholeAddress() throws Exception {
        server.page("/docs/", page("<a href=?p=2>1</a>")).page("/docs/?p=2", page("<a href=gone.html>1</a>"));

        assertThat(trial.run().finding().links())
                .extracting(link -> link.page())
                .containsExactly(server.url("/docs/?p=2"));
    }

    @Test
    void aCrawlThatIsCutShortIsIncompleteAndNothingIsStale() throws Exception {
        server.page("/docs/", page("<a href=a.html>1</a><a href=b.html>2</a>"))
                .page("/docs/a.html", page(""))
                .page("/docs/b.html", page(""));
        trial.baseline("[{\"page\":\"index.html\",\"text\":\"a.html\",\"rule\":\"not-found\"}]");

        TrialResult cut = trial.maxPages(2).run();
        assertThat(cut.result().complete()).isFalse();
        assertThat(cut.result().stopReason()).contains("maxPages (2)");
        assertThat(cut.skipped()).isEqualTo(Map.of(SkipReason.LIMIT, 1L));
        assertThat(cut.result().stale()).isEmpty();
        assertThat(GATE.judge(cut.result()).passed()).isFalse();

        TrialResult whole = trial.maxPages(3).run();
        assertThat(whole.result().complete()).isTrue();
        assertThat(whole.result().stale()).hasSize(1);
        assertThat(GATE.judge(whole.result()).passed()).isTrue();
    }

    @Test
    void aCrawlThatTakesTooLongIsIncomplete() throws Exception {
        server.page("/docs/", page("<a href=a.html>1</a>")).page("/docs/a.html", page(""));

        TrialResult result = trial.maxDuration(Duration.ZERO).run();

        assertThat(result.result().complete()).isFalse();
        assertThat(result.result().stopReason()).contains("maxDuration");
    }

    @Test
    void anExcludedPageIsATargetAndItsLinksLeadNowhere() throws Exception {
        server.page("/docs/", page("<a href=old.html#x>1</a>"))
                .page("/docs/old.html", page("<p id=x><a href=gone.html>1</a><a href=mailto:me@acme.org>2</a>"));

        TrialResult result = trial.excludePages("old*").run();

        assertThat(result.findings()).isEmpty();
        assertThat(result.summary()).isEqualTo(new Summary(1, 1, 1, 1, 0, 0, 0, 0, 0));
        assertThat(server.asked("/docs/gone.html")).isEmpty();
    }

    @Test
    void anAnchorIsFoundHoweverLateItsPageComes() throws Exception {
        server.page("/docs/", page("<a href=a.html#x>1</a><a href=a.html#y>2</a>"))
                .redirect("/docs/a.html", 302, "/docs/b.html")
                .page("/docs/b.html", page("<p id=x>"));

        TrialResult result = trial.run();

        assertThat(result.verdict("a.html#x")).isEqualTo("redirected: " + server.url("/docs/b.html"));
        assertThat(result.verdict("a.html#y")).isEqualTo("missing-fragment");
        assertThat(result.summary().pages()).isEqualTo(2);
    }

    @Test
    void pagesAreNeverAskedForTwiceWhateverTheirOrder() throws Exception {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            all.append("<a href=p").append(i).append(".html#x>").append(i).append("</a>");
        }
        server.page("/docs/", page(all.toString()));
        for (int i = 0; i < 60; i++) {
            server.page("/docs/p" + i + ".html", page("<p id=x>" + all));
        }

        TrialResult result = trial.run();

        assertThat(result.findings()).isEmpty();
        assertThat(result.summary().pages()).isEqualTo(61);
        assertThat(server.asked()).contains(BEFORE).hasSize(BEFORE.length + 60).doesNotHaveDuplicates();
        assertThat(List.copyOf(result.ledger())).hasSize(61 * 60);
    }

    @Test
    void aPackedSitemapMayBeTheSite() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(("<urlset><url><loc>" + server.url("/docs/a.html") + "</loc></url></urlset>").getBytes(UTF_8));
        }
        server.on("/docs/sitemap.xml.gz", exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/gzip");
                    exchange.sendResponseHeaders(200, packed.size());
                    exchange.getResponseBody().write(packed.toByteArray());
                })
                .page("/docs/a.html", page("<a href=b.html>1</a>"));

        TrialResult result =
                trial.servedFrom(server.url("/docs/sitemap.xml.gz")).run();

        assertThat(result.findings()).extracting(Finding::target).containsExactly(server.url("/docs/b.html"));
        assertThat(result.summary().pages()).isEqualTo(1);
        assertThat(result.summary().links()).isEqualTo(2);
    }

    @Test
    void thePortIsPartOfTheSite() throws Exception {
        try (LoopbackServer other = new LoopbackServer()) {
            other.page("/docs/", page("<a href=gone.html>1</a>"));
            server.page("/docs/", page("<a href=" + other.url("/docs/") + ">1</a>"));

            TrialResult result = trial.askingOutside().run();

            assertThat(result.findings()).isEmpty();
            assertThat(other.asked()).containsExactly("HEAD /docs/");
            assertThat(result.summary().pages()).isEqualTo(1);
        }
    }

    @Test
    void aStartThatLeadsToAnotherServerTakesTheScopeThere() throws Exception {
        try (LoopbackServer other = new LoopbackServer()) {
            other.page("/new/", page("<a href=a.html>1</a><a href=" + server.url("/docs/x") + ">2</a>"))
                    .page("/new/a.html", page(""));
            server.redirect("/docs/", 302, other.url("/new/"));

            TrialResult result = trial.allowPrivate("127.0.0.1").run();

            assertThat(result.result().site()).isEqualTo(other.url("/new/"));
            assertThat(result.finding().rule()).isEqualTo(Rule.START_REDIRECTED);
            assertThat(result.summary().pages()).isEqualTo(2);
            assertThat(result.verdict(server.url("/docs/x"))).isEqualTo("skipped: external");
            assertThat(server.asked()).containsExactly("GET /robots.txt", "GET /docs/");
            assertThat(other.asked("/robots.txt")).hasSize(1);
        }
    }
}
