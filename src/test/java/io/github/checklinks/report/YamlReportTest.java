// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.Finding;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Zone;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlReportTest {

    @Test
    void eachBrokenLinkIsAnEntry() throws IOException {
        assertThat(write(Results.small())).isEqualTo("""
                - code: 200
                  url: "https://example.org/docs/guide/setup.html#instal"
                  parent: "index.html"
                  error: "missing-fragment: no anchor \\"instal\\" on guide/setup.html"
                - code: 200
                  url: "https://example.org/docs/gone.html"
                  parent: "index.html"
                  error: "missing-file: there is no gone.html"
                - code: 200
                  url: "https://example.org/docs/gone.html"
                  parent: "guide/setup.html"
                  error: "missing-file: there is no gone.html"
                - code: 200
                  url: "https://example.org/docs/gone.html"
                  parent: "guide/setup.html"
                  error: "missing-file: there is no gone.html"
                - code: 404
                  url: "https://lib.example.com/x?a=1&b=2"
                  parent: "guide/setup.html"
                  error: "not-found: 404 Not Found"
                """);
    }

    @Test
    void nothingBrokenIsAnEmptyList() throws IOException {
        assertThat(write(new Results())).isEqualTo("[]\n");
    }

    @Test
    void noTextLeavesItsQuotes() throws IOException {
        Finding finding = new Finding(
                Rule.MALFORMED_URL,
                Severity.ERROR,
                Zone.EXTERNAL,
                "\"\\\n- code: 1\u0085\u2028\u202e\u0000\uD83D # é 世 \uD83D\uDE00",
                "https://h/ is wrong",
                null,
                0,
                List.of(),
                0,
                new Once(Results.link("a: [b].html", 1, 1, "x")));

        assertThat(write(new Results().with(finding))).isEqualTo("""
                - code: 0
                  url: "\\"\\\\\\u000A- code: 1\\u0085\\u2028\\u202E\\u0000\\uFFFD # é 世 \uD83D\uDE00"
                  parent: "a: [b].html"
                  error: "malformed-url: https://h/ is wrong"
                """);
    }

    private static String write(Results results) throws IOException {
        StringWriter out = new StringWriter();
        new YamlReport().write(results.build(), new GateResult(List.of(), true), out);
        return out.toString();
    }
}
