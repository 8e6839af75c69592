// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.policy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {

    @TempDir
    Path temporary;

    private Path file(String text) throws IOException {
        return Files.writeString(temporary.resolve("known.json"), text);
    }

    private Baseline read(String text) throws IOException {
        return Baseline.read(file(text));
    }

    @Test
    void aFileThatIsNotThereKnowsNothing() throws IOException {
        assertThat(Baseline.read(temporary.resolve("none.json"))).isSameAs(Baseline.EMPTY);
        assertThat(Baseline.EMPTY.isEmpty()).isTrue();
    }

    @Test
    void anEmptyArrayKnowsNothing() throws IOException {
        assertThat(read("[]").isEmpty()).isTrue();
    }

    @Test
    void anEntryIsFoundByPageAndText() throws IOException {
        Baseline baseline = read("""
                [
                  {"page": "a.html", "text": "gone.html", "rule": "missing-file", "reason": "see #7", "until": "2027-01-31"},
                  {"page": "b.html", "text": "x#y", "rule": "missing-fragment"}
                ]
                """);

        assertThat(baseline.keys()).containsExactly(Baseline.key("a.html", "gone.html"), Baseline.key("b.html", "x#y"));
        Baseline.Entry first = requireNonNull(baseline.find(Baseline.key("a.html", "gone.html")));
        assertThat(first).isEqualTo(new Baseline.Entry("missing-file", "see #7", LocalDate.of(2027, 1, 31)));
        Baseline.Entry second = requireNonNull(baseline.find(Baseline.key("b.html", "x#y")));
        assertThat(second).isEqualTo(new Baseline.Entry("missing-fragment", null, null));
        assertThat(baseline.find(Baseline.key("b.html", "gone.html"))).isNull();
    }

    @Test
    void aPasswordInALinkIsNotNeededToKnowIt() throws IOException {
        for (String written : List.of("https://***@example.org/x", "https://me:secret@example.org/x")) {
            Baseline baseline =
                    read("[{\"page\": \"a.html\", \"text\": \"" + written + "\", \"rule\": \"not-found\"}]");

            assertThat(baseline.find(Baseline.key("a.html", "https://me:secret@example.org/x")))
                    .as(written)
                    .isNotNull();
            assertThat(baseline.keys().toString()).doesNotContain("secret");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                             | array
            {}                                                             | array
            [1]                                                            | line 1, column 2: an object
            [{'page':'a','text':'b'}]                                      | line 1: entry without 'rule'
            [{'page':'a','rule':'not-found'}]                              | line 1: entry without 'text'
            [{'text':'a','rule':'not-found'}]                              | line 1: entry without 'page'
            [{'page':'a','text':'b','rule':'gone'}]                        | line 1: 'gone' is not a rule
            [{'page':'a','text':'b','rule':'not-found','file':'x'}]        | 'file' is not a field of an entry; supported are page, text, rule, reason, until
            [{'page':'a','text':'b','rule':'not-found','until':'31.1.27'}] | until is '31.1.27'; a date such as 2027-01-31
            [{'page':'a','text':'b','rule':'not-found'}                    | line 1
            """, quoteCharacter = '~')
    void whatIsNoBaselineIsAnErrorThatNamesTheFileThePlaceAndTheFix(String json, String said) throws IOException {
        Path file = file(json.equals("''") ? "" : json.replace('\'', '"'));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Baseline.read(file))
                .withMessageStartingWith("<baseline> " + file + " is not a valid baseline: ")
                .withMessageContaining(said.replace('\'', '"'))
                .withMessageContaining("fix it, or delete it to start over");
    }

    @Test
    void aDirectoryIsNoBaseline() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Baseline.read(temporary))
                .withMessage("<baseline> " + temporary
                        + " is a directory; specify a file in it, such as check-links-baseline.json");
    }

    @Test
    void theLineIsThatOfTheEntry() throws IOException {
        Path file = file("[\n{\"page\": \"a\", \"text\": \"b\", \"rule\": \"not-found\"},\n{\"page\": \"a\"}\n]");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Baseline.read(file))
                .withMessageContaining("line 3: entry without \"rule\"");
    }

    @Test
    void aFileInAnotherEncodingIsAnErrorThatSaysSo() throws IOException {
        Path file = temporary.resolve("latin.json");
        Files.write(file, "[{\"page\": \"gr\u00fcn\"}]".getBytes(StandardCharsets.ISO_8859_1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Baseline.read(file))
                .withMessageContaining("is not UTF-8; save it as UTF-8");
    }
}
