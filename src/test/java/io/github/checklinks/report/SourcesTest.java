// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Sources.Source;
import io.github.checklinks.report.console.ConsoleReport;
import io.github.checklinks.report.console.ConsoleStyle;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SourcesTest {

    @ParameterizedTest
    @EnumSource(value = Format.class, names = "LEDGER", mode = EnumSource.Mode.EXCLUDE)
    void everyReportTellsWhereALinkWasWritten(Format format) throws IOException {
        assertThat(write(format)).contains("src/site/markdown/index.md");
    }

    @Test
    void programsReadTheFileTheLineAndWhetherItIsAGuess() throws IOException {
        assertThat(write(Format.JSON))
                .contains("\"text\": \"gone.html\", \"source\": \"src/site/markdown/index.md:20\"}")
                .contains("\"source\": \"src/site/apt/use.apt:7\", \"oneOfSeveral\": true}");
        assertThat(write(Format.CSV))
                .contains(",src/site/markdown/index.md:20,,\r\n")
                .contains(",src/site/apt/use.apt:7,true,\r\n");
        assertThat(write(Format.YAML)).contains("""
                  source: "src/site/apt/use.apt:7"
                  oneOfSeveral: true
                """);
    }

    @Test
    void peopleReadItToo() throws IOException {
        assertThat(write(Format.MARKDOWN)).contains("in `src/site/apt/use.apt:7 (one of several)`");
        assertThat(write(Format.HTML)).contains(">src/site/apt/use.apt:7 (one of several)<");
        assertThat(write(Format.JUNIT))
                .contains("<testsuite name=\"index.html\"", "file=\"src/site/markdown/index.md\"")
                .contains("message=\"missing-file: none – src/site/markdown/index.md:20\"")
                .contains("\nwritten in src/site/apt/use.apt:7 (one of several)\n");
    }

    @Test
    void codeScanningShowsTheSourceInsteadOfThePage() throws IOException {
        assertThat(write(Format.SARIF).replaceAll("\\s+", " "))
                .contains(
                        "\"artifactLocation\": {\"uri\": \"src/site/markdown/index.md\", \"uriBaseId\": \"%SRCROOT%\"},"
                                + " \"region\": {\"startLine\": 20} }")
                .contains("\"message\": {\"text\": \"The nearest of several lines with this text.\"}");
    }

    @Test
    void theConsoleTellsItBelowThePlace() {
        StringBuilder log = new StringBuilder();
        new ConsoleReport(ConsoleStyle.PLAIN, (level, line) -> log.append(line).append('\n'))
                .print(results().build(), new GateResult(List.of(), true), List.of());

        assertThat(log).contains("""
                  index.html:20:1  gone.html
                    in src/site/markdown/index.md:20
                  use.html:7:2  gone.html
                    in src/site/apt/use.apt:7 (one of several)
                  other.html:1:1  gone.html
                """);
    }

    private static Results results() {
        return new Results()
                .with(Results.broken(
                        Rule.MISSING_FILE,
                        "gone.html",
                        "none",
                        null,
                        Results.link("index.html", 20, 1, "gone.html"),
                        Results.link("use.html", 7, 2, "gone.html"),
                        Results.link("other.html", 1, 1, "gone.html")))
                .sources(SourcesTest::source);
    }

    private static @Nullable Source source(Link link) {
        return switch (link.page()) {
            case "index.html" -> new Source("src/site/markdown/index.md", 20, false);
            case "use.html" -> new Source("src/site/apt/use.apt", 7, true);
            default -> null;
        };
    }

    private static String write(Format format) throws IOException {
        StringWriter out = new StringWriter();
        format.report().write(results().build(), new GateResult(List.of(), true), out);
        return out.toString();
    }
}
