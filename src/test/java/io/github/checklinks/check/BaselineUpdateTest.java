// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineUpdateTest {

    @TempDir
    Path temporary;

    private Path file() {
        return temporary.resolve("baseline.json");
    }

    private Trial site(String... references) throws IOException {
        StringBuilder body = new StringBuilder();
        for (String reference : references) {
            body.append("<a href='").append(reference).append("'>x</a>\n");
        }
        return new Trial(temporary).page("index.html", body.toString());
    }

    private String written(BaselineUpdate baselineUpdate) throws IOException {
        assertThat(baselineUpdate.write(file())).isTrue();
        return Files.readString(file());
    }

    private static List<Long> counts(BaselineUpdate baselineUpdate) {
        return List.of(baselineUpdate.kept(), baselineUpdate.added(), baselineUpdate.removed());
    }

    @Test
    void whatIsBrokenIsWrittenInOrderOneEntryALine() throws Exception {
        BaselineUpdate baselineUpdate = site("z.html", "a.html", "#nowhere", "a.html")
                .page("a/page.html", "<a href='gr\u00fcn.html'>x</a>")
                .renew();

        assertThat(written(baselineUpdate)).isEqualTo("""
                [
                  {"page": "a/page.html", "text": "gr\u00fcn.html", "rule": "missing-file"},
                  {"page": "index.html", "text": "#nowhere", "rule": "missing-fragment"},
                  {"page": "index.html", "text": "a.html", "rule": "missing-file"},
                  {"page": "index.html", "text": "z.html", "rule": "missing-file"}
                ]
                """);
        assertThat(counts(baselineUpdate)).containsExactly(0L, 4L, 0L);
    }

    @Test
    void whatWasWrittenMutesAllThatIsBroken() throws Exception {
        written(site("gone.html", "#nowhere").renew());

        TrialResult result = site("gone.html", "#nowhere", "new.html")
                .baseline(Files.readString(file()))
                .run();

        assertThat(result.result().summary().known()).isEqualTo(2);
        assertThat(result.result().summary().broken()).isEqualTo(1);
    }

    @Test
    void anEntryThatStaysKeepsItsReasonAndItsDayButHasTodaysRule() throws Exception {
        BaselineUpdate baselineUpdate = site("gone.html").baseline("""
                [{"page": "index.html", "text": "gone.html", "rule": "not-found", "reason": "see #7", "until": "2100-01-31"},
                 {"page": "index.html", "text": "fixed.html", "rule": "not-found"}]""").renew();

        assertThat(written(baselineUpdate)).isEqualTo("""
                [
                  {"page": "index.html", "text": "gone.html", "rule": "missing-file", "reason": "see #7", "until": "2100-01-31"}
                ]
                """);
        assertThat(counts(baselineUpdate)).containsExactly(1L, 0L, 1L);
        assertThat(baselineUpdate.expired()).isZero();
    }

    @Test
    void anEntryPastItsDayStaysAndIsCounted() throws Exception {
        BaselineUpdate baselineUpdate = site("gone.html").baseline("""
                [{"page": "index.html", "text": "gone.html", "rule": "missing-file", "until": "2001-01-31"}]""").renew();

        assertThat(counts(baselineUpdate)).containsExactly(1L, 0L, 0L);
        assertThat(baselineUpdate.expired()).isEqualTo(1);
    }

    @Test
    void whatIsOnlyAWarningIsNotWritten() throws Exception {
        BaselineUpdate baselineUpdate = site("gone.html", "../above.html").renew();

        assertThat(written(baselineUpdate)).contains("gone.html").doesNotContain("above.html");
    }

    @Test
    void whatWasNotLookedAtTodayStays() throws Exception {
        BaselineUpdate baselineUpdate = site("https://lib.example.com/gone")
                .page("unread.html", "")
                .excludePages("unread.html")
                .baseline("""
                        [{"page": "index.html", "text": "https://lib.example.com/gone", "rule": "not-found"},
                         {"page": "unread.html", "text": "gone.html", "rule": "missing-file"},
                         {"page": "deleted.html", "text": "gone.html", "rule": "missing-file"}]""")
                .renew();

        assertThat(written(baselineUpdate))
                .contains("lib.example.com", "unread.html")
                .doesNotContain("deleted.html");
        assertThat(counts(baselineUpdate)).containsExactly(2L, 0L, 1L);
    }

    @Test
    void aPasswordIsNotWritten() throws Exception {
        BaselineUpdate baselineUpdate = site("http://me:secret@[bad/x").renew();

        assertThat(written(baselineUpdate)).contains("http://***@[bad/x").doesNotContain("secret");
    }

    @Test
    void aFileThatSaysTheSameIsNotTouched() throws Exception {
        written(site("gone.html", "b.html").renew());
        Files.writeString(file(), Files.readString(file()).replace("\n", "\r\n"));
        FileTime before = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(file(), before);

        BaselineUpdate again =
                site("gone.html", "b.html").baseline(Files.readString(file())).renew();
        Files.setLastModifiedTime(file(), before);

        assertThat(again.write(file())).isFalse();
        assertThat(Files.getLastModifiedTime(file())).isEqualTo(before);
        assertThat(counts(again)).containsExactly(2L, 0L, 0L);
    }

    @Test
    void forNothingNoFileIsBegunButOneThatIsThereIsEmptied() throws Exception {
        assertThat(site("index.html").renew().write(temporary.resolve("new/none.json")))
                .isFalse();
        assertThat(temporary.resolve("new")).doesNotExist();

        BaselineUpdate fixed = site("index.html").baseline("""
                [{"page": "index.html", "text": "gone.html", "rule": "missing-file"}]""").renew();

        assertThat(written(fixed)).isEqualTo("[]\n");
    }

    @Test
    void theFileIsReplacedWholeAndItsDirectoryMade() throws Exception {
        Path deep = temporary.resolve("a/b/known.json");

        assertThat(site("gone.html").renew().write(deep)).isTrue();
        assertThat(deep.getParent()).isDirectoryContaining(path -> path.equals(deep));
        assertThat(temporary.resolve("a/b").toFile().list()).hasSize(1);
    }
}
