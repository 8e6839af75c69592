// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.check.policy.Ignore;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.LinkOrigin;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Summary;
import io.github.checklinks.url.Patterns;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrphansTest extends DirectoryTrial {

    @BeforeEach
    void begin() {
        trial.weights(List.of(), List.of("orphan"), List.of());
    }

    private static List<String> orphans(TrialResult result) {
        return result.findings().stream()
                .filter(finding -> finding.rule() == Rule.ORPHAN)
                .flatMap(finding -> finding.links().stream())
                .map(link -> link.page())
                .toList();
    }

    @Test
    void aPageThatNoOtherPageLinksToIsReportedOnce() throws Exception {
        TrialResult result = trial.page("index.html", "<a href=guide/>1</a>")
                .page("guide/index.html", "<a href=../>1</a>")
                .page("old.html", "<a href=old.html>me</a> <a href=#x>me</a> <p id=x> <a href=index.html>2</a>")
                .run();

        Finding finding = result.finding();
        assertThat(finding.rule()).isEqualTo(Rule.ORPHAN);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.target()).isEqualTo("https://site.invalid/old.html");
        assertThat(finding.message()).isEqualTo("no other page links to this one");
        assertThat(finding.links().get(0).origin()).isEqualTo(new LinkOrigin.Orphan("old.html"));
        assertThat(result.lines()).contains("old.html:0:0 page@null old.html -> https://site.invalid/old.html orphan");
        assertThat(result.summary()).isEqualTo(new Summary(3, 6, 4, 3, 0, 0, 0, 1, 0));
        assertThat(result.ledger()).hasSize(6);
    }

    @Test
    void orphansAreNotSearchedForUnlessTheRuleIsNamed() throws Exception {
        TrialResult result =
                new Trial(temporary).page("index.html", "").page("old.html", "").run();

        assertThat(result.findings()).isEmpty();
        assertThat(result.summary().links()).isZero();
    }

    @Test
    void theyCanFailTheBuild() throws Exception {
        TrialResult result = new Trial(temporary)
                .weights(List.of("site:orphan"), List.of(), List.of())
                .page("index.html", "")
                .page("old.html", "")
                .run();

        assertThat(result.summary().broken()).isEqualTo(1);
    }

    @Test
    void theEntranceAndThePageForWhatIsMissingNeedNoLink() throws Exception {
        TrialResult result = trial.page("index.htm", "")
                .page("404.html", "")
                .page("sub/index.html", "")
                .page("sub/404.html", "")
                .run();

        assertThat(orphans(result)).containsExactly("sub/404.html", "sub/index.html");
    }

    @Test
    void everyKindOfLinkFromAPageCounts() throws Exception {
        TrialResult result = trial.page("index.html", """
                        <meta http-equiv=refresh content="0;a.html"><iframe src=b.html></iframe><link rel=next href=c.html>
                        <a href=d.html#gone>1</a> <a href=e.html data-check-links=ignore>2</a> <a href=f.html?x>3</a>
                        """)
                .page("a.html", "")
                .page("b.html", "")
                .page("c.html", "")
                .page("d.html", "")
                .page("e.html", "")
                .page("f.html", "")
                .run();

        assertThat(orphans(result)).isEmpty();
    }

    @Test
    void anExcludedLinkStillLeadsReadersThere() throws Exception {
        TrialResult result = trial.excludes("*/a.html")
                .page("index.html", "<a href=a.html>1</a>")
                .page("a.html", "")
                .run();

        assertThat(orphans(result)).isEmpty();
    }

    @Test
    void whatIsNoPageNeitherIsAnOrphanNorSavesOne() throws Exception {
        TrialResult result = trial.page("index.html", "")
                .file("a.css", "p { background: url(old.html) }")
                .file("sitemap.xml", """
                        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://site.invalid/old.html</loc></url></urlset>
                        """)
                .page("old.html", "")
                .run();

        assertThat(orphans(result)).containsExactly("old.html");
    }

    @Test
    void pagesThatAreNotReadAreNoOrphans() throws Exception {
        TrialResult result = trial.excludePages("old/*")
                .page("index.html", "")
                .page("old/a.html", "")
                .run();

        assertThat(orphans(result)).isEmpty();
    }

    @Test
    void anIgnoreMutesOne() throws Exception {
        Ignore ignore = new Ignore(
                Patterns.NONE,
                Patterns.of("ignores", List.of("old.html")),
                Set.of(Rule.ORPHAN),
                "kept for bookmarks",
                null);

        TrialResult result =
                trial.ignore(ignore).page("index.html", "").page("old.html", "").run();

        assertThat(result.findings()).isEmpty();
        assertThat(result.result().stale()).isEmpty();
    }
}
