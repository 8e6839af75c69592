// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.Finding;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Hop;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Sources;
import io.github.checklinks.model.StaleEntry;
import io.github.checklinks.model.Zone;
import io.github.checklinks.report.console.ConsoleReport;
import io.github.checklinks.report.console.ConsoleStyle;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reports of stale entries, and of a site whose URL is not known. */
class StaleReportsTest {

    private static final StaleEntry ENTRY = new StaleEntry(
            "the baseline's entry for index.html: old.html is no longer broken",
            null,
            "docs/check-links-baseline.json",
            2,
            "run mvn check-links:baseline");
    private static final GateResult FAILS =
            new GateResult(List.of("1 stale entry in the baseline or the ignores (failOnStale)"), true, Severity.ERROR);
    private static final GateResult WARNS = new GateResult(List.of(), true);

    private static String write(Format format, Results results, GateResult gate) throws IOException {
        StringWriter out = new StringWriter();
        format.report().write(results.build(), gate, out);
        return out.toString();
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"JSON", "HTML", "JUNIT", "SARIF", "MARKDOWN"})
    void aStaleEntryIsNamedWithItsPlaceAndTheCommand(Format format) throws IOException {
        String text = write(format, new Results().stale(ENTRY), FAILS).replace("\\-", "-");

        assertThat(text.replace("&#39;", "'").replace("&apos;", "'"))
                .contains("entry for index.html: old.html is no longer broken", "docs/check-links-baseline.json")
                .contains("mvn check-links:baseline");
    }

    @Test
    void inJsonItIsAFieldThatIsLeftOutOtherwise() throws IOException {
        assertThat(write(Format.JSON, new Results().stale(ENTRY).note("watch out"), WARNS))
                .endsWith("""
                          "stale": [
                            {"message": "the baseline's entry for index.html: old.html is no longer broken", \
                        "file": "docs/check-links-baseline.json", "line": 2, "fix": "run mvn check-links:baseline"}
                          ],
                          "notes": [
                            "watch out"
                          ]
                        }
                        """);
        assertThat(write(Format.JSON, new Results(), WARNS)).doesNotContain("\"stale\"", "\"notes\"");
    }

    @Test
    void inJUnitItFailsWhenItFailsTheBuildAndIsSkippedOtherwise() throws IOException {
        assertThat(write(Format.JUNIT, new Results().stale(ENTRY), FAILS))
                .contains("tests=\"1\" failures=\"1\" errors=\"0\"", "type=\"stale\"", "check-links-baseline.json:2");
        assertThat(write(Format.JUNIT, new Results().stale(ENTRY), WARNS))
                .contains("tests=\"1\" failures=\"0\" errors=\"0\"", "<skipped message=\"stale: ");
    }

    @Test
    void inJUnitAGateThatObjectsWithoutAnyFailureIsAnError() throws IOException {
        GateResult gate = new GateResult(List.of("0 pages read"), true);

        assertThat(write(Format.JUNIT, new Results().stale(ENTRY), gate))
                .contains("tests=\"2\" failures=\"0\" errors=\"1\"", "message=\"0 pages read\"");
    }

    @Test
    void inSarifItLiesInTheRepository() throws IOException {
        Sources moved = new Sources() {
            @Override
            public @Nullable Source of(Link link) {
                return new Source("src/index.md", 3, false);
            }

            @Override
            public String inRepository(String file) {
                return "sub/" + file;
            }
        };
        Results results = new Results()
                .sources(moved)
                .stale(ENTRY)
                .with(Results.broken(Rule.MISSING_FILE, "x", "m", null, Results.link("index.html", 1, 1, "x")));

        assertThat(write(Format.SARIF, results, FAILS).replaceAll("\\s+", " "))
                .contains("\"ruleId\": \"stale\", \"ruleIndex\": " + (Rule.values().length - 3)
                        + ", \"level\": \"error\"")
                .contains(
                        "\"uri\": \"sub/docs/check-links-baseline.json\", \"uriBaseId\": \"%SRCROOT%\"}, \"region\": {\"startLine\": 2}")
                .contains("\"uri\": \"sub/src/index.md\", \"uriBaseId\": \"%SRCROOT%\"");
    }

    @Test
    void theConsoleNamesThePlaceAndTheCommandOnce() {
        List<String> lines = new ArrayList<>();
        Results results = new Results().stale(ENTRY).stale(ENTRY.at(ENTRY.file(), 3, ENTRY.fix()));

        new ConsoleReport(ConsoleStyle.PLAIN, (level, text) -> lines.add(text))
                .print(results.build(), WARNS, List.of());

        assertThat(lines)
                .contains(
                        "docs/check-links-baseline.json:2: " + ENTRY.message(),
                        "docs/check-links-baseline.json:3: " + ENTRY.message())
                .containsOnlyOnce("  to fix it: run mvn check-links:baseline");
    }

    @Test
    void anAnnotationStandsAtTheEntry() {
        List<String> lines = new ArrayList<>();
        Annotations annotations = new Annotations(Path.of("/repo/sub"), Path.of("/repo"));

        annotations.write(new Results().stale(ENTRY).build(), FAILS, lines::add);
        annotations.write(new Results().stale(ENTRY).build(), WARNS, lines::add);

        assertThat(lines)
                .containsExactly(
                        "::error file=sub/docs/check-links-baseline.json,line=2,title=check-links%3A stale::"
                                + ENTRY.message() + "%0ATo fix it: run mvn check-links:baseline",
                        "::warning file=sub/docs/check-links-baseline.json,line=2,title=check-links%3A stale::"
                                + ENTRY.message() + "%0ATo fix it: run mvn check-links:baseline");
    }

    @Test
    void anEntryWithoutPlaceIsStillNamed() throws IOException {
        Results results =
                new Results().stale(new StaleEntry("the ignore \"x\" matches nothing", "x", "", 0, "take it out"));

        for (Format format : List.of(Format.JSON, Format.HTML, Format.JUNIT, Format.SARIF, Format.MARKDOWN)) {
            assertThat(write(format, results, FAILS)).contains("matches nothing", "take it out");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"LEDGER"})
    void aSiteWithoutAddressHasPathsAsTargets(Format format) throws IOException {
        Results results = new Results()
                .site("https://site.invalid/")
                .with(new Finding(
                        Rule.MISSING_FILE,
                        Severity.ERROR,
                        Zone.SITE,
                        "https://site.invalid/guide/setup.html",
                        "nothing at https://site.invalid/guide/setup.html",
                        "did you mean https://site.invalid/guide/set-up.html?",
                        200,
                        List.of(
                                new Hop("https://site.invalid/x.html", 301),
                                new Hop("https://site.invalid/guide/x.html", 200)),
                        1,
                        new Once(Results.link("index.html", 1, 1, "guide/setup.html"))));

        String text = write(format, results, WARNS);

        assertThat(text).doesNotContain("site.invalid").contains("/guide/setup.html");
        if (format == Format.JSON) {
            assertThat(text).contains("\"target\": \"/guide/setup.html\"").doesNotContain("\"site\": \"https");
        }
    }
}
