// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.Finding;
import io.github.checklinks.Link;
import io.github.checklinks.Position;
import io.github.checklinks.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links to anchors of pages that are read later: without the ledger little is kept of them, and the same is told. */
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
        Told with = site().run();
        Told without = site().withoutLedger().run();

        assertThat(without.summary()).isEqualTo(with.summary());
        assertThat(without.findings()).usingRecursiveComparison().isEqualTo(with.findings());
        assertThat(without.findings()).extracting(Finding::rule).contains(Rule.MISSING_FRAGMENT, Rule.PLACEHOLDER);
    }

    @Test
    void aMissingAnchorIsToldWhereTheLinkStands() throws Exception {
        Trial trial = new Trial(temporary).withoutLedger();
        for (int page = 0; page < PAGES; page++) {
            trial.page(
                    "p" + page + ".html",
                    "<p id=x>\n  é<a href='p" + (page + 1) % PAGES + ".html#x'>x</a><a href='p" + (page + 1) % PAGES
                            + ".html#y'>x</a>");
        }

        Told told = trial.run();

        assertThat(told.findings()).hasSize(PAGES).allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.MISSING_FRAGMENT);
            Link link = finding.links().get(0);
            assertThat(link.reference().position().line()).isEqualTo(4);
            assertThat(link.reference().text()).endsWith(".html#y");
        });
        assertThat(told.findings().get(0).links().get(0).reference().position()).isEqualTo(new Position(4, 29));
    }
}
