// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links to lines of source code, which a script in the page highlights. */
class SourceLinesTest {

    private static final String VIEW =
            "<a id=1>1</a> <a id=2>2</a> <a id=3>3</a> <a id=L1></a><a id=L2></a><a id=L3></a>";
    private static final String LINKS =
            "<a href=src.html#2-3>1</a> <a href=src.html#L2-L3>2</a> <a href=src.html#L1C2-L3C4>3</a>"
                    + " <a href=src.html#2-9>4</a> <a href=src.html#l2>5</a> <a href=old.html#1-2>6</a>";
    private static final String OLD = "<meta http-equiv=refresh content='0; url=src.html'>";

    @TempDir
    Path temporary;

    @Test
    void linesAreThereWhenTheFirstAndTheLastAre() throws Exception {
        TrialResult result = new Trial(temporary)
                .page("src.html", VIEW)
                .page("old.html", OLD)
                .page("index.html", LINKS)
                .run();

        assertThat(result.lines()).filteredOn(line -> line.contains("missing")).hasSize(2);
        assertThat(result.findings())
                .extracting(finding -> finding.target())
                .containsExactly("https://site.invalid/src.html#2-9", "https://site.invalid/src.html#l2");
    }

    @Test
    void linesOfTheSamePageAreJudgedAlike() throws Exception {
        TrialResult result = new Trial(temporary)
                .page("index.html", VIEW + "<a href=#1-3>1</a> <a href=#L1-3>2</a> <a href=#1-4>3</a>")
                .run();

        assertThat(result.finding().target()).isEqualTo("https://site.invalid/index.html#1-4");
    }

    @Test
    void anAnchorThatIsNamedLikeLinesIsOne() throws Exception {
        TrialResult result = new Trial(temporary)
                .page("index.html", "<h2 id=1-2>1</h2><h2 id=L7-L8>2</h2><a href=#1-2>1</a> <a href=#L7-L8>2</a>")
                .run();

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void linesOfAServedPageAreJudgedAlike() throws Exception {
        try (LoopbackServer server = new LoopbackServer()) {
            server.page("/src.html", VIEW).page("/old.html", OLD).page("/", LINKS);

            TrialResult result = new Trial(temporary)
                    .servedFrom(server.url("/"))
                    .withoutLedger()
                    .run();

            assertThat(result.findings())
                    .extracting(finding -> finding.target())
                    .containsExactly(server.url("/src.html#2-9"), server.url("/src.html#l2"));
        }
    }
}
