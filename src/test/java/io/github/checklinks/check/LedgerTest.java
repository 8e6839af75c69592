// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.check.policy.CheckedFragments;
import io.github.checklinks.check.policy.Ignore;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Link;
import io.github.checklinks.url.Patterns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger contains every link, and whether it is kept does not affect the rest of the result. */
class LedgerTest {

    @TempDir
    Path temporary;

    /** Creates a site with links of every kind that is possible in a directory. */
    private Trial site() throws IOException {
        return new Trial(temporary)
                .excludes("*/excluded/*")
                .mapping("https://other.acme.org/", null)
                .file("a.css", "@import url(b.css);\n\n  p { background: url( 'img/x.png' ) }")
                .file("img/x.png", "")
                .page("\ud83d\ude00.html", "<a href=index.html>1</a>")
                .page("\ufb01.html", "<a href=index.html>1</a>")
                .page("b/index.html", "<a href=../gone.html>1</a>")
                .page("B.html", "<a href=gone.html>1</a>")
                .page("index.html", """
                        <h1 id=top1>T</h1>
                        <a href="#top1">1</a> <a href="#gone">2</a> <a href="">3</a> <a href="b/#x">4</a> <a href=b/>5</a>
                        <a href=mailto:me@acme.org>6</a> <a href="https://u:p@acme.org/?a#b">7</a> <a href="http://[">8</a>
                        <img src="" alt=x> <img src=img/x.png srcset="img/x.png 1x, img/y.png 2x" usemap="#m">
                        <a href="${x}">9</a> <a href=file:///x>10</a> <a href=../../x>11</a> <a href=/excluded/x>12</a>
                        <a href=https://other.acme.org/x>13</a> <form method=post action=x></form>
                        <link rel=preconnect href=//acme.org> <div style="background: url(img/z.png)">
                        <svg><a xlink:href="#top1">14</a><feImage href="img/x.png"></svg>
                        <p data-check-links=ignore><a href=gone.html>15</a></p>
                        <meta http-equiv=refresh content="5; url=b/"> <style>p { background: url(img/x.png) }</style>
                        """);
    }

    @Test
    void everyLinkHasItsLineInReadingOrder() throws Exception {
        TrialResult result = site().run();

        assertThat(result.lines())
                .containsExactly(
                        "B.html:3:1 a@href gone.html -> https://site.invalid/gone.html missing-file",
                        "a.css:1:9 css@null b.css -> https://site.invalid/b.css missing-file",
                        "a.css:3:19 css@null img/x.png -> https://site.invalid/img/x.png ok",
                        "b/index.html:3:1 a@href ../gone.html -> https://site.invalid/gone.html missing-file",
                        "index.html:4:1 a@href #top1 -> https://site.invalid/index.html#top1 ok",
                        "index.html:4:23 a@href #gone -> https://site.invalid/index.html#gone missing-fragment",
                        "index.html:4:45 a@href  -> https://site.invalid/index.html ok",
                        "index.html:4:62 a@href b/#x -> https://site.invalid/b/#x missing-fragment",
                        "index.html:4:83 a@href b/ -> https://site.invalid/b/ ok",
                        "index.html:5:1 a@href mailto:me@acme.org -> mailto:me@acme.org skipped: scheme",
                        "index.html:5:34 a@href https://***@acme.org/?a#b -> https://***@acme.org/?a#b skipped: external",
                        "index.html:5:76 a@href http://[ -> null malformed-url: "
                                + result.findings().stream()
                                        .filter(finding -> finding.target().equals("http://["))
                                        .map(Finding::message)
                                        .findFirst()
                                        .orElse("none"),
                        "index.html:6:1 img@src  -> null malformed-url: an empty src loads nothing",
                        "index.html:6:20 img@src img/x.png -> https://site.invalid/img/x.png ok",
                        "index.html:6:20 img@srcset img/x.png -> https://site.invalid/img/x.png ok",
                        "index.html:6:20 img@srcset img/y.png -> https://site.invalid/img/y.png missing-file",
                        "index.html:6:20 img@usemap #m -> https://site.invalid/index.html#m missing-fragment: no such map",
                        "index.html:7:1 a@href ${x} -> https://site.invalid/$%7Bx%7D placeholder",
                        "index.html:7:22 a@href file:///x -> file:///x local-address",
                        "index.html:7:47 a@href ../../x -> https://site.invalid/x outside-site",
                        "index.html:7:70 a@href /excluded/x -> https://site.invalid/excluded/x skipped: excluded",
                        "index.html:8:1 a@href https://other.acme.org/x -> https://other.acme.org/x skipped: other-module",
                        "index.html:8:41 form@action x -> https://site.invalid/x skipped: form",
                        "index.html:9:1 link@href //acme.org -> https://acme.org/ skipped: resource-hint",
                        "index.html:9:39 div@style img/z.png -> https://site.invalid/img/z.png missing-file",
                        "index.html:10:6 a@xlink:href #top1 -> https://site.invalid/index.html#top1 ok",
                        "index.html:10:34 feImage@href img/x.png -> https://site.invalid/img/x.png ok",
                        "index.html:11:28 a@href gone.html -> https://site.invalid/gone.html skipped: ignored",
                        "index.html:12:1 meta@content b/ -> https://site.invalid/b/ ok",
                        "index.html:12:47 style@null img/x.png -> https://site.invalid/img/x.png ok",
                        "\ufb01.html:3:1 a@href index.html -> https://site.invalid/index.html ok",
                        "\ud83d\ude00.html:3:1 a@href index.html -> https://site.invalid/index.html ok");
        assertThat(result.ledger()).hasSize((int) result.summary().links());
    }

    @Test
    void theFindingsAndCountsAreTheSameWithoutIt() throws Exception {
        for (CheckedFragments fragments : CheckedFragments.values()) {
            TrialResult with = site().fragments(fragments).run();
            TrialResult without = site().fragments(fragments).withoutLedger().run();

            assertThat(without.findings()).isEqualTo(with.findings());
            assertThat(without.summary()).isEqualTo(with.summary());
            assertThat(without.skipped()).isEqualTo(with.skipped());
        }
    }

    @Test
    void theFindingsAndCountsAreTheSameWithoutItWhenSomethingIsMuted() throws Exception {
        Ignore ignore = new Ignore(Patterns.of("ignores", List.of("*gone*")), Patterns.NONE, Set.of(), "later", null);
        String known = "[{\"page\":\"a.css\",\"text\":\"b.css\",\"rule\":\"missing-file\"}]";
        TrialResult with = site().ignore(ignore).baseline(known).run();
        TrialResult without =
                site().ignore(ignore).baseline(known).withoutLedger().run();

        assertThat(with.summary().known()).isEqualTo(1);
        assertThat(without.findings()).isEqualTo(with.findings());
        assertThat(without.summary()).isEqualTo(with.summary());
        assertThat(without.skipped()).isEqualTo(with.skipped());
        assertThat(without.result().stale()).isEqualTo(with.result().stale());
    }

    @Test
    void theLinksOfTheFindingsAreThoseOfTheLedger() throws Exception {
        TrialResult result = site().run();

        List<Link> found = result.findings().stream()
                .flatMap(finding -> finding.links().stream())
                .toList();
        List<Link> judged = result.ledger().stream()
                .filter(link -> link.severity() != io.github.checklinks.model.Severity.NONE)
                .map(io.github.checklinks.model.CheckedLink::link)
                .toList();
        assertThat(found).containsExactlyInAnyOrderElementsOf(judged).isNotEmpty();
    }

    @Test
    void findingsComeInTheOrderOfTheirFirstLink() throws Exception {
        TrialResult result = site().run();

        List<Link> order = result.ledger().stream()
                .map(io.github.checklinks.model.CheckedLink::link)
                .toList();
        assertThat(result.findings())
                .extracting(finding -> order.indexOf(finding.links().get(0)))
                .isSorted();
    }

    @Test
    void twoChecksOfTheSameFilesHaveTheSameResult() throws Exception {
        TrialResult one = site().run();
        TrialResult two = site().run();

        assertThat(two.findings()).isEqualTo(one.findings());
        assertThat(two.ledger()).isEqualTo(one.ledger());
    }

    @Test
    void manyLinksAreReadFromDiskAndNothingOfThemStays() throws Exception {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            body.append("<a href=\"").append("x".repeat(100)).append(i).append(".html\">x</a>\n");
        }
        Trial trial = new Trial(temporary);
        for (int page = 0; page < 25; page++) {
            trial.page("p" + page + ".html", body.toString());
        }

        TrialResult result = trial.run();

        assertThat(result.ledger()).hasSize(50_000);
        assertThat(result.findings())
                .hasSize(2_000)
                .allSatisfy(finding -> assertThat(finding.links()).hasSize(25));
        assertThat(result.findings().get(1_999).links().get(24))
                .extracting(Link::page, link -> link.reference().text())
                .containsExactly("p9.html", "x".repeat(100) + "1999.html");
        assertThat(temporary.resolve("work")).doesNotExist();
        assertThat(Files.isDirectory(temporary.resolve("site"))).isTrue();
    }
}
