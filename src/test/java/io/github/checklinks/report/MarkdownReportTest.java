// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Rule;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownReportTest {

    private static final GateResult FAILED = new GateResult(List.of("3 broken links, 0 allowed"), true);

    @Test
    void theVerdictTheCountsAndWhatIsBroken() throws IOException {
        assertThat(write(Results.small(), FAILED)).startsWith("""
                ## Links of `https://example.org/docs/`

                ❌ **Failed**
                - 3 broken links, 0 allowed

                | pages | links | targets | ok | redirected | skipped | known | warnings | broken |
                |--:|--:|--:|--:|--:|--:|--:|--:|--:|
                | 120 | 4,321 | 985 | 970 | 0 | 10 | 0 | 2 | 3 |

                ### Broken

                - **missing-fragment** `https://example.org/docs/guide/setup.html#instal`\s\s
                  no anchor "instal" on guide/setup.html
                  — did you mean \\#install?
                  - `index.html:12:9` `guide/setup.html#instal`
                - **missing-file** `https://example.org/docs/gone.html`\s\s
                  there is no gone.html
                  - `index.html:20:1` `gone.html`
                """).contains("""

                        ### Warnings

                        - **moved** `http://old.example.com/`\s\s
                          moved to https://new.example.com/ (301 → 302 → 200)
                        """);
    }

    @Test
    void aRunWithoutFindingsIsTheVerdictAndTheCounts() throws IOException {
        assertThat(write(new Results(), new GateResult(List.of(), true)))
                .contains("✅ **Passed**\n\n| pages")
                .doesNotContain("###");
    }

    @Test
    void aThousandLongFindingsStayShortEnoughForAComment() throws IOException {
        Results results = new Results();
        for (int i = 0; i < 1500; i++) {
            String path = "d" + i / 10 + "/" + "long".repeat(20) + i;
            results.with(Results.broken(Rule.MISSING_FILE, path, "none", null, Results.link("a.html", i, 1, path)));
        }
        String text = write(results, FAILED);

        assertThat(text)
                .hasSizeLessThan(61_000)
                .containsPattern("\nand [0-9,]+ more; the JSON report lists all of them\n");
        assertThat(text.lines().filter(line -> line.startsWith("- **missing-file")))
                .hasSizeGreaterThan(100);
    }

    @Test
    void aTargetNamesItsFirstPlacesAndOneCauseIsReportedOnce() throws IOException {
        Link[] links = IntStream.range(0, 9)
                .mapToObj(i -> Results.link("p" + i + ".html", 1, 1, "x"))
                .toArray(Link[]::new);
        Results results = new Results().with(Results.broken(Rule.MISSING_FILE, "x", "none", null, links));
        for (int i = 0; i < 30; i++) {
            String page = "q" + i + ".html";
            results.with(
                    Results.broken(Rule.MISSING_FRAGMENT, page + "#n", "none", null, Results.link(page, 1, 1, "#n")));
        }

        assertThat(write(results, FAILED))
                .contains("  - and 4 more on 4 pages\n")
                .contains("""
                - **missing-fragment** 30 targets `linked as #n`, including
                  - `q0.html:1:1` `#n`
                  - `q1.html:1:1` `#n`
                  - `q2.html:1:1` `#n`
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a|`a`",
                "a`b|`` a`b ``",
                "``|``` `` ```",
                "' a '|`  a  `",
                "' '|(empty)",
                "@me #1 <b>|`@me #1 <b>`"
            })
    void aCodeSpanHoldsAnyText(String text, String span) {
        assertThat(MarkdownReport.code(text)).isEqualTo(span);
    }

    @Test
    void aSentenceNeitherMentionsNorMarksUp() {
        assertThat(MarkdownReport.escaped("<b> @you [x](y) https://h/ *_` #7"))
                .isEqualTo("\\<b\\> @\u2060you \\[x\\]\\(y\\) https://h/ \\*\\_\\` \\#\u20607");
    }

    private static String write(Results results, GateResult gate) throws IOException {
        StringWriter out = new StringWriter();
        Format.MARKDOWN.report().write(results.build(), gate, out);
        return out.toString();
    }
}
