// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRowsTest {

    @Test
    void eachObjectIsARowWithItsLine() throws IOException {
        List<JsonRows.Row> rows = read("""
                [
                  {"page": "a.html", "text": "x\\u0041", "reason": null},

                  {}
                ]
                """);

        assertThat(rows)
                .containsExactly(
                        new JsonRows.Row(2, Map.of("page", "a.html", "text", "xA")), new JsonRows.Row(4, Map.of()));
    }

    @Test
    void fieldsKeepTheirOrder() throws IOException {
        assertThat(read("[{\"z\": \"1\", \"a\": \"2\", \"m\": \"3\"}]").get(0).fields())
                .containsExactly(Map.entry("z", "1"), Map.entry("a", "2"), Map.entry("m", "3"));
    }

    @Test
    void anEmptyArrayHasNoRows() throws IOException {
        assertThat(read(" [] ")).isEmpty();
    }

    @Test
    void aByteOrderMarkIsSkipped() throws IOException {
        assertThat(read("\uFEFF[{}]")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                     | line 1, column 1: an array [ … ] was expected, found an object",
                "[1]                    | line 1, column 2: an object { … } was expected, found a number",
                "[{\"a\": [\"x\"]}]     | line 1, column 8: a string for \"a\" was expected, found an array",
                "[{\"until\": 3}]       | line 1, column 12: a string for \"until\" was expected, found a number",
                "[{\"a\": true}]        | line 1, column 8: a string for \"a\" was expected, found true",
                "[] []                  | line 1, column 4: nothing may follow the array",
                "``                     | line 1, column 1: an array [ … ] was expected, but the file ends here",
            })
    void anotherShapeIsNamedWithItsPlace(String text, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(text)).withMessage(message);
    }

    @Test
    void aSyntaxErrorIsNamedWithItsPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("[\n  {\"a\": \"b\",}\n]"))
                .withMessage("line 2, column 13: an extra comma before it, or the wrong closing bracket");
    }

    @Test
    void aFieldThatComesTwiceIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("[{\"a\": \"b\", \"a\": \"c\"}]"))
                .withMessage("line 1, column 13: the field \"a\" occurs twice in one entry");
    }

    @Test
    void aFileThatEndsEarlyIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("[{\"a\": \"b\"}"))
                .withMessage("line 1, column 12: the file ends here, in the middle of the array")
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[ {\"page\": \"x.html\"",
                "[{\"a\": \"x",
                "[{\"a\": \"x\ny\"}]",
                "[{\"a\": \"\\q\"}]",
                "[{\"a\": \"\\u00\"}]",
                "[{\"a\" \"b\"}]",
                "[{\"a\": b}]",
                "[{a: \"b\"}]",
                "[{\"a\": 01}]",
                "[{\"a\": \"b\"}}",
                "[,]",
                "<<<<<<< HEAD\n[]",
                "[\n{\"a\": \"b\"}\n=======\n]"
            })
    void aDamagedFileIsDescribedWithoutTermsOfTheParser(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(text))
                .withMessageMatching("line [123], column [0-9]+: [^\\n]+")
                .withMessageNotContainingAny("Source", "StreamRead", "marker", "code ", "token", "CTRL")
                .withNoCause();
    }

    private static List<JsonRows.Row> read(String text) throws IOException {
        return JsonRows.rows(new StringReader(text));
    }
}
