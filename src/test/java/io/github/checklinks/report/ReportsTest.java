// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.CheckedLink;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Sources;
import io.github.checklinks.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportsTest {

    private static final GateResult PASSED = new GateResult(List.of(), true);

    private final Path directory;

    ReportsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void theChosenReportsAreWrittenAndNothingElseIsTouched() throws IOException {
        Path reports = directory.resolve("target/check-links");
        Files.createDirectories(reports);
        Files.writeString(reports.resolve("report.json"), "of an earlier run");
        Files.writeString(reports.resolve("mine.txt"), "mine");

        Reports.Written written = Reports.write(
                reports,
                List.of(Format.LEDGER, Format.JSON, Format.LEDGER),
                Results.small().build(),
                PASSED);

        assertThat(written.failures()).isEmpty();
        assertThat(written.files()).containsExactly(reports.resolve("report.json"), reports.resolve("ledger.jsonl"));
        assertThat(reports.resolve("report.json")).content().startsWith("{\n  \"schema\": 1,");
        assertThat(names(reports)).containsExactly("ledger.jsonl", "mine.txt", "report.json");
    }

    @Test
    void noFormatsMeansNoDirectory() throws IOException {
        Path reports = directory.resolve("none");

        assertThat(Reports.write(reports, List.of(), new Results().build(), PASSED)
                        .files())
                .isEmpty();
        assertThat(reports).doesNotExist();
    }

    @Test
    void aReportThatFailsLeavesTheOldOneAndNoLitter() throws IOException {
        Path old = directory.resolve("ledger.jsonl");
        Files.writeString(old, "old");
        CheckResult failing = smallWithLedger(listener -> {
            throw new IOException("disk full");
        });

        Reports.Written written = Reports.write(directory, List.of(Format.LEDGER, Format.JSON), failing, PASSED);

        assertThat(written.files()).containsExactly(directory.resolve("report.json"));
        assertThat(written.failures()).containsOnlyKeys(old);
        assertThat(written.failures().get(old)).hasMessage("disk full");
        assertThat(names(directory)).containsExactly("ledger.jsonl", "report.json");
        assertThat(old).hasContent("old");
    }

    @Test
    void oneThatCannotBePutInItsPlaceKeepsNoOtherFromBeingWritten() throws IOException {
        Files.createDirectories(directory.resolve("report.json/in the way"));

        Reports.Written written = Reports.write(
                directory, List.of(Format.JSON, Format.LEDGER), Results.small().build(), PASSED);

        assertThat(written.failures()).containsOnlyKeys(directory.resolve("report.json"));
        assertThat(written.files()).containsExactly(directory.resolve("ledger.jsonl"));
        assertThat(written.failures()).containsOnlyKeys(directory.resolve("report.json"));
        assertThat(names(directory)).containsExactly("ledger.jsonl", "report.json");
    }

    @Test
    void oneThatNeedsTooMuchMemoryKeepsNoOtherFromBeingWritten() throws IOException {
        CheckResult large = smallWithLedger(listener -> {
            throw new OutOfMemoryError("Java heap space");
        });

        Reports.Written written = Reports.write(directory, List.of(Format.JSON, Format.LEDGER), large, PASSED);

        assertThat(written.failures()).containsOnlyKeys(directory.resolve("ledger.jsonl"));
        assertThat(names(directory)).containsExactly("report.json");
    }

    @Test
    void aDirectoryThatCannotBeMadeFailsEachOfThem() throws IOException {
        Path inTheWay = Files.writeString(directory.resolve("file"), "");

        Reports.Written written = Reports.write(
                inTheWay.resolve("reports"),
                List.of(Format.JSON, Format.LEDGER),
                Results.small().build(),
                PASSED);

        assertThat(written.files()).isEmpty();
        assertThat(written.failures()).hasSize(2);
    }

    @Test
    void withoutFindingsNoSourceIsLookedFor() throws IOException {
        List<Link> asked = new ArrayList<>();
        CheckResult green = new Results()
                .sources(link -> {
                    asked.add(link);
                    return null;
                })
                .build();

        Reports.Written written = Reports.write(directory, List.of(Format.values()), green, PASSED);

        assertThat(written.failures()).isEmpty();
        assertThat(written.files()).hasSameSizeAs(Format.values());
        assertThat(asked).isEmpty();
    }

    @Test
    void halfASurrogatePairDoesNotStopAReport() throws IOException {
        CheckResult result = new Results()
                .ledger(new CheckedLink(
                        Results.link("a.html", 1, 1, "x\uD83Dy"),
                        null,
                        new Verdict(Rule.MISSING_FILE, null),
                        Severity.ERROR,
                        false,
                        List.of()))
                .build();

        Reports.write(directory, List.of(Format.LEDGER), result, PASSED);

        assertThat(directory.resolve("ledger.jsonl")).content().contains("\"text\":\"x?y\"");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aFormatIsFoundByItsId(Format format) {
        assertThat(Format.of(format.id())).isSameAs(format);
        assertThat(Format.of(" " + format.name() + "\n")).isSameAs(format);
    }

    @Test
    void anUnknownFormatIsNamedWithWhatIsAllowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Format.of("xml"))
                .withMessageStartingWith("unknown format \"xml\"; supported formats: json, ")
                .withMessageContaining("<formats>json,");
    }

    private static CheckResult smallWithLedger(CheckResult.Ledger ledger) {
        CheckResult small = Results.small().build();
        return new CheckResult(
                small.site(),
                small.started(),
                small.duration(),
                true,
                "",
                small.summary(),
                small.skipped(),
                small.findings(),
                List.of(),
                List.of(),
                Sources.NONE,
                ledger);
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
