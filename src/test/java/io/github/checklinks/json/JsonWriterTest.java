// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

    private final StringWriter text = new StringWriter();

    @Test
    void aPrettyObjectIsIndentedByTwoSpaces() throws IOException {
        try (JsonWriter json = JsonWriter.pretty(text)) {
            json.object().field("a", 1).array("b").value("x").value("y").end();
            json.object("c").field("d", true).end().end();
        }

        assertThat(text).hasToString("""
                {
                  "a": 1,
                  "b": [
                    "x",
                    "y"
                  ],
                  "c": {
                    "d": true
                  }
                }
                """);
    }

    @Test
    void aRowStaysInOneLineWithAllItContains() throws IOException {
        try (JsonWriter json = JsonWriter.pretty(text)) {
            json.array();
            json.row().field("a", "1").array("b").value("x").value("y").end().end();
            json.row().object("c").field("d", 2).end().end();
            json.object().field("e", 3).end();
            json.end();
        }

        assertThat(text).hasToString("""
                [
                  {"a": "1", "b": ["x", "y"]},
                  {"c": {"d": 2}},
                  {
                    "e": 3
                  }
                ]
                """);
    }

    @Test
    void whatIsEmptyStaysClosed() throws IOException {
        try (JsonWriter json = JsonWriter.pretty(text)) {
            json.object().array("a").end().object("b").end().row("c").end().end();
        }

        assertThat(text).hasToString("""
                {
                  "a": [],
                  "b": {},
                  "c": {}
                }
                """);
    }

    @Test
    void eachCompactObjectIsALine() throws IOException {
        try (JsonWriter json = JsonWriter.compact(text)) {
            json.object().field("a", 1).optional("b", null).optional("c", 0).end();
            json.object().field("a", 2).optional("b", "x").optional("c", 3).end();
        }

        assertThat(text).hasToString("{\"a\":1}\n{\"a\":2,\"b\":\"x\",\"c\":3}\n");
    }

    @Test
    void whatWouldAffectATerminalIsEscaped() throws IOException {
        try (JsonWriter json = JsonWriter.compact(text)) {
            json.object()
                    .field("a", "\u001b[31m \u007f \u009b \u202e \u2067 \u2028 \" \\ \n")
                    .field("b", "Grüße, 世界, \uD83D\uDE00, </script>")
                    .end();
        }

        assertThat(text)
                .hasToString("{\"a\":\"\\u001B[31m \\u007F \\u009B \\u202E \\u2067 \\u2028 \\\" \\\\ \\n\","
                        + "\"b\":\"Grüße, 世界, \uD83D\uDE00, </script>\"}\n");
    }

    @Test
    void theWriterStaysOpen() throws IOException {
        boolean[] closed = new boolean[1];
        try (Writer out = new StringWriter() {
            @Override
            public void close() {
                closed[0] = true;
            }
        }) {
            try (JsonWriter json = JsonWriter.compact(out)) {
                json.array().end();
            }
            assertThat(closed[0]).isFalse();
            assertThat(out).hasToString("[]\n");
        }
    }
}
