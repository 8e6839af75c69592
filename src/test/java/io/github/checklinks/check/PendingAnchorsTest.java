// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Position;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links to anchors of pages that are read later: without the ledger little is kept of them, but the result is the same. */
class PendingAnchorsTest {

    private static final int PAGES = 40;

    private static final List<String> FRAGMENTS = List.of(
            "a",
            "b",
            "absent",
            "%61",
            "%C3%A4",
            "ä",
            "c d",
            "c%20d",
            "c%20d ",
            "top",
            "TOP",
            "",
            "!route",
            "/route",
            "a:~:text=x",
            "%zz",
            "e{f",
            "${g}",
            "svgView(x)",
            "xywh=1");

    @TempDir
    Path temporary;

    private Trial site() throws IOException {
        Trial trial = new Trial(temporary);
        for (int page = 0; page < PAGES; page++) {
            StringBuilder body =
                    new StringBuilder("<p id=a>\n<p id=ä><p id='c d'><p id=b" + page % 2 + "><p id=%zz>\n");
            for (int other = 0; other < PAGES; other++) {
                String fragment = FRAGMENTS.get((page + other) % FRAGMENTS.size());
                body.append("<a href='p")
                        .append(other)
                        .append(".html#")
                        .append(fragment)
                        .append("'>x</a>\n");
            }
            trial.page("p" + page + ".html", body + "<a href='#a'>x</a><a href='#none'>x</a><a href=gone.html#a>x</a>");
        }
        return trial.page("stub.html", "<meta http-equiv=refresh content='0; url=p1.html'><a href=p1.html#stub>x</a>")
                .page("to-stub.html", "<a href=stub.html#a>x</a><a href=stub.html#none>x</a>");
    }

    @Test
    void theSameIsFoundWithTheLedgerAndWithout() throws Exception {
        TrialResult with = site().run();
        TrialResult without = site().withoutLedger().run();

        assertThat(without.summary()).isEqualTo(with.summary());
        assertThat(without.findings()).usingRecursiveComparison().isEqualTo(with.findings());
        assertThat(without.findings()).extracting(Finding::rule).contains(Rule.MISSING_FRAGMENT, Rule.PLACEHOLDER);
    }

    @Test
    void aMissingAnchorIsReportedAtThePositionOfTheLink() throws Exception {
        Trial trial = new Trial(temporary).withoutLedger();
        for (int page = 0; page < PAGES; page++) {
            trial.page(
                    "p" + page + ".html",
                    "<p id=x>\n  é<a href='p" + (page + 1) % PAGES + ".html#x'>x</a><a href='p" + (page + 1) % PAGES
                            + ".html#y'>x</a>");
        }

        TrialResult result = trial.run();

        assertThat(result.findings()).hasSize(PAGES).allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.MISSING_FRAGMENT);
            Link link = finding.links().get(0);
            assertThat(link.reference().position().line()).isEqualTo(4);
            assertThat(link.reference().text()).endsWith(".html#y");
        });
        assertThat(result.findings().get(0).links().get(0).reference().position())
                .isEqualTo(new Position(4, 29));
    }

    @Test
    void aFileThatAMappingHidesKeepsItsOwnLinks() throws Exception {
        Path api = Files.createDirectories(temporary.resolve("mapped"));
        Files.writeString(api.resolve("A.html"), "<p id=a>");
        for (int run = 0; run < 5; run++) {
            TrialResult result = new Trial(temporary.resolve("run" + run))
                    .withoutLedger()
                    .publishedAt("https://docs.acme.org/guide/")
                    .mapping("https://docs.acme.org/guide/api/", api)
                    .file("a-picture.png", "PNG")
                    .page("api/hidden.html", "<a href=../index.html#nope>x</a><a href=../z.html#none>x</a>")
                    .page("index.html", "<a href=api/A.html#a>x</a><a href=z.html#z>x</a>")
                    .page("z.html", "<p id=z>")
                    .run();

            assertThat(result.findings())
                    .extracting(finding -> finding.links().get(0).reference().text())
                    .containsExactlyInAnyOrder("../index.html#nope", "../z.html#none");
        }
    }

    @Test
    void whatIsSettledOnSightTheSecondTimeIsCountedAllTheSame() throws Exception {
        for (int run = 0; run < 5; run++) {
            TrialResult result = new Trial(temporary.resolve("run" + run))
                    .withoutLedger()
                    .page("a.html", "<a href=b.html#top>x</a><a href=c.html#nope>x</a>")
                    .page("b.html", "<p id=top>")
                    .page("c.html", "")
                    .run();

            assertThat(result.summary()).isEqualTo(new Summary(3, 2, 2, 1, 0, 0, 0, 0, 1));
        }
    }

    @Test
    void aRunThatIsOutOfTimeReportsThemAllTheSame() throws Exception {
        try (LoopbackServer server = new LoopbackServer()) {
            server.on("/slow", exchange -> {
                sleep(3_000);
                LoopbackServer.send(exchange, 200, "text/html", "");
            });
            Trial trial = new Trial(temporary)
                    .withoutLedger()
                    .askingOutside()
                    .page("a.html", "<a href=b.html#nope>x</a><a href='" + server.url("/slow") + "'>x</a>")
                    .page("b.html", "<a href=a.html#none>x</a>");

            TrialResult result = trial.maxDuration(Duration.ofMillis(500)).run();

            assertThat(result.result().complete()).isFalse();
            assertThat(result.findings())
                    .extracting(Finding::rule)
                    .containsExactly(Rule.MISSING_FRAGMENT, Rule.MISSING_FRAGMENT);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
