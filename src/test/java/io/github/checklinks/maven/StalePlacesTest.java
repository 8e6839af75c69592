// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.Sources;
import io.github.checklinks.model.StaleEntry;
import io.github.checklinks.model.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StalePlacesTest {

    private static final String COMMAND = "mvn check-links:baseline";

    @TempDir
    Path directory;

    private StaleEntry located(@Nullable Path pom, StaleEntry entry) {
        Path working = directory.toAbsolutePath().normalize();
        CheckResult result = new CheckResult(
                "https://example.org/",
                Instant.EPOCH,
                Duration.ZERO,
                true,
                "",
                new Summary(1, 0, 0, 0, 0, 0, 0, 0, 0),
                Map.of(),
                List.of(),
                List.of(entry),
                List.of(),
                Sources.NONE,
                listener -> {});
        return new StalePlaces(working, directory.resolve("docs/check-links-baseline.json"), pom, COMMAND)
                .located(result)
                .stale()
                .get(0);
    }

    private static StaleEntry ofIgnore(String reason) {
        return new StaleEntry("the ignore matches nothing", reason, "", 0, "take it out of <ignores>");
    }

    private Path pom(String... lines) throws IOException {
        return Files.write(directory.resolve("pom.xml"), List.of(lines));
    }

    @Test
    void anEntryOfTheBaselineStandsInItsFile() {
        assertThat(located(null, new StaleEntry("no longer broken", null, "", 7, "")))
                .isEqualTo(new StaleEntry(
                        "no longer broken", null, "docs/check-links-baseline.json", 7, "run " + COMMAND));
    }

    @Test
    void whatTheCommandWouldNotHelpKeepsItsOwnAdvice() {
        assertThat(located(null, new StaleEntry("ended", null, "", 7, "fix the link"))
                        .fix())
                .isEqualTo("fix the link");
    }

    @Test
    void anIgnoreIsFoundInThePomByItsReason() throws IOException {
        Path pom = pom("<project>", "<ignore>", "<reason>moves &amp; more</reason>", "</ignore>");

        assertThat(located(pom, ofIgnore("moves & more")).place()).isEqualTo("pom.xml:3");
    }

    @Test
    void aReasonThatStandsTwiceHasNoLine() throws IOException {
        Path pom = pom("<reason>moves</reason>", "<reason>moves</reason>");

        assertThat(located(pom, ofIgnore("moves")).place()).isEqualTo("pom.xml");
    }

    @Test
    void anIgnoreOfAParentHasNoPlace() throws IOException {
        assertThat(located(pom("<project>"), ofIgnore("moves")).place()).isEmpty();
        assertThat(located(null, ofIgnore("moves")).place()).isEmpty();
    }
}
