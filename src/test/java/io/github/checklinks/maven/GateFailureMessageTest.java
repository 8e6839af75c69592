// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.check.Gate;
import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Site;
import io.github.checklinks.model.Sources;
import io.github.checklinks.model.Summary;
import io.github.checklinks.report.Format;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GateFailureMessageTest {

    private static final Site SITE = new Site.Built(Path.of("target/site"), "https://site.invalid/", false);
    private static final Advice POM = new Advice("mvn check-links:baseline", true);
    private static final Gate GATE = new Gate(0, -1, -1, 1, 0, false);

    @Test
    void brokenLinksAreReportedWithTheReportAndHowToAcceptThem() {
        assertThat(text(12, 3, List.of("3 broken links, 0 allowed", "the run was cut short")))
                .startsWith("3 broken links, 0 allowed; the run was cut short\n")
                .contains(Path.of("reports/report.json").toString())
                .contains("<maxBroken>3</maxBroken>", "-Dcheck-links.maxBroken=3", "<ignores>")
                .doesNotContain("too few");
    }

    @Test
    void anEmptySiteIsReportedWithTheFix() {
        assertThat(text(0, 0, List.of("0 pages, at least 1 needed")))
                .contains(
                        "There are too few HTML pages in " + Path.of("target/site"),
                        "build the site before it is checked")
                .doesNotContain("maxBroken");
    }

    @Test
    void theAdviceNamesTheLimitThatWasExceeded() {
        assertThat(text(new Gate(-1, 10, -1, 1, 0, false), 12, 3, List.of("3 of 3 links broken")))
                .contains("<maxBrokenPercent>100</maxBrokenPercent> or -Dcheck-links.maxBrokenPercent=100;")
                .doesNotContain("<maxBroken>");
        assertThat(text(new Gate(2, 10, -1, 1, 0, false), 12, 3, List.of("both")))
                .contains("<maxBroken>3</maxBroken> <maxBrokenPercent>100</maxBrokenPercent> or");
        assertThat(text(new Gate(3, -1, -1, 20, 0, false), 12, 3, List.of("12 pages read")))
                .doesNotContain("To accept");
    }

    @Test
    void withoutAPomNothingIsAdvisedThatNeedsOne() {
        Advice advice = new Advice("mvn g:a:1:baseline with the same -Dcheck-links options", false);

        assertThat(text(GATE, advice, 12, 3, 0, List.of("3 broken links, 0 allowed")))
                .contains(
                        "To accept the current broken links: -Dcheck-links.maxBroken=3;",
                        "-Dcheck-links.excludes=URL",
                        "to accept all of them but no new ones: mvn g:a:1:baseline with the same -Dcheck-links options")
                .doesNotContain("<maxBroken>", "<ignores>", "mvn check-links:baseline");
    }

    @Test
    void nothingIsAdvisedThatCannotHelp() {
        assertThat(text(GATE, null, 0, 1, 0, List.of("the start page could not be read", "1 broken link, 0 allowed")))
                .doesNotContain("To accept", "maxBroken=");
        assertThat(text(new Gate(0, -1, 2, 1, 0, false), POM, 12, 0, 3, List.of("3 links with warnings")))
                .contains("<maxWarnings>3</maxWarnings>")
                .doesNotContain("baseline");
    }

    @Test
    void aStartPageThatWasLeftUnreadIsNamedWithItsType() {
        Site served = new Site.Served("https://docs.org/a/", "https://docs.org/a/");
        String note = "https://docs.org/a/ seems to be a page, but its Content-Type is text/plain";

        assertThat(GateFailureMessage.text(
                        served,
                        GATE,
                        null,
                        reports(),
                        result(0, 0, 0, List.of("another note", note)),
                        new GateResult(List.of("0 pages read"), true)))
                .contains(note)
                .doesNotContain("another", "is the server up");
    }

    private static String text(long pages, long broken, List<String> objections) {
        return text(GATE, pages, broken, objections);
    }

    private static String text(Gate gate, long pages, long broken, List<String> objections) {
        return text(gate, POM, pages, broken, 0, objections);
    }

    private static String text(
            Gate gate, @Nullable Advice advice, long pages, long broken, long warnings, List<String> objections) {
        return GateFailureMessage.text(
                SITE,
                gate,
                advice,
                reports(),
                result(pages, broken, warnings, List.of()),
                new GateResult(objections, true));
    }

    private static CheckResult result(long pages, long broken, long warnings, List<String> notes) {
        return new CheckResult(
                SITE.base(),
                Instant.EPOCH,
                Duration.ZERO,
                true,
                "",
                new Summary(pages, 0, broken + warnings, 0, 0, 0, 0, warnings, broken),
                Map.of(),
                List.of(),
                List.of(),
                notes,
                Sources.NONE,
                listener -> {});
    }

    private static List<Path> reports() {
        return List.of(Path.of("reports").resolve(Format.JSON.fileName()));
    }
}
