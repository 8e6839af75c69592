// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Directories to which URL prefixes are mapped. */
class MappingsTest {

    @TempDir
    Path temporary;

    private Path api = Path.of(".");

    @BeforeEach
    void writeApi() throws Exception {
        api = Files.createDirectories(temporary.resolve("api"));
        Files.writeString(api.resolve("index.html"), "<a href=gone.html>not read</a><p id=top1>");
        Files.writeString(api.resolve("A.html"), "<p id='run(int)'>");
    }

    private Trial trial() {
        return new Trial(temporary).publishedAt("https://docs.acme.org/guide/");
    }

    @Test
    void itsFilesAndAnchorsAnswerAndItsLinksAreNotRead() throws Exception {
        TrialResult result = trial().mapping("https://docs.acme.org/api/", api)
                .page("index.html", """
                        <a href=../api/>1</a> <a href=https://docs.acme.org/api/A.html#run(int)>2</a>
                        <a href=http://docs.acme.org/api/index.html#top1>3</a>
                        """)
                .run();

        assertThat(result.findings()).isEmpty();
        assertThat(result.summary().ok()).isEqualTo(3);
        assertThat(result.summary().pages()).isEqualTo(1);
        assertThat(result.summary().links()).isEqualTo(3);
    }

    @Test
    void whatIsMissingThereIsBrokenAsInTheSite() throws Exception {
        TrialResult result = trial().mapping("https://docs.acme.org/api/", api)
                .page("index.html", "<a href=../api/a.html>1</a> <a href=../api/A.html#run>2</a>")
                .run();

        assertThat(result.facts())
                .containsExactly(
                        "missing-file ERROR https://docs.acme.org/api/a.html [index.html:3:1 a@href ../api/a.html]",
                        "missing-fragment ERROR https://docs.acme.org/api/A.html#run"
                                + " [index.html:3:29 a@href ../api/A.html#run]");
        assertThat(result.findings().get(0).hint()).isEqualTo("the letter case differs: ../api/A.html");
    }

    @Test
    void theLongestPrefixWins() throws Exception {
        TrialResult result = trial().mapping("https://docs.acme.org/guide/api/", api)
                .page("api/only-in-site.html", "")
                .page("index.html", "<a href=api/A.html>1</a> <a href=api/only-in-site.html>2</a>")
                .run();

        assertThat(result.verdict("api/A.html")).isEqualTo("ok");
        assertThat(result.verdict("api/only-in-site.html")).isEqualTo("missing-file");
    }

    @Test
    void ofEqualPrefixesTheSiteItselfWins() throws Exception {
        TrialResult result = trial().mapping("https://docs.acme.org/guide/", api)
                .page("index.html", "<a href=index.html#here id=here>1</a> <a href=A.html>2</a>")
                .run();

        assertThat(result.verdict("index.html#here")).isEqualTo("ok");
        assertThat(result.verdict("A.html")).isEqualTo("missing-file");
    }

    @Test
    void twoDirectoriesKeepTheirFilesApart() throws Exception {
        Path other = Files.createDirectories(temporary.resolve("other"));
        Files.writeString(other.resolve("B.html"), "<p id=b>");

        TrialResult result = trial().mapping("https://docs.acme.org/api/", api)
                .mapping("https://lib.acme.org/", other)
                .page("index.html", """
                        <a href=https://lib.acme.org/B.html#b>1</a> <a href=../api/A.html#b>2</a>
                        <a href=https://lib.acme.org/A.html>3</a>
                        """)
                .run();

        assertThat(result.verdict("https://lib.acme.org/B.html#b")).isEqualTo("ok");
        assertThat(result.verdict("../api/A.html#b")).isEqualTo("missing-fragment");
        assertThat(result.verdict("https://lib.acme.org/A.html")).isEqualTo("missing-file");
    }

    @Test
    void aMappingAnswersForASiteWithoutAddressToo() throws Exception {
        TrialResult result = new Trial(temporary)
                .mapping("https://docs.acme.org/api/", api)
                .page("index.html", "<a href=https://docs.acme.org/api/A.html#run(int)>1</a>")
                .run();

        assertThat(result.verdict("https://docs.acme.org/api/A.html#run(int)")).isEqualTo("ok");
    }
}
