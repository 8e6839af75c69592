// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.CheckResult;
import io.github.checklinks.GateResult;
import io.github.checklinks.Site;
import io.github.checklinks.Sources;
import io.github.checklinks.Summary;
import io.github.checklinks.check.Gate;
import io.github.checklinks.report.Format;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectionTest {

    private static final Site SITE = new Site.Built(Path.of("target/site"), "https://site.invalid/", false);
    private static final Gate GATE = new Gate(0, -1, -1, 1, 0, false);

    @Test
    void whatIsBrokenIsToldWithTheReportAndAWayToAcceptIt() {
        assertThat(text(12, 3, List.of("3 broken links, 0 allowed", "the run was cut short")))
                .startsWith("3 broken links, 0 allowed; the run was cut short\n")
                .contains(Path.of("reports/report.json").toString())
                .contains("<maxBroken>3</maxBroken>", "-Dcheck-links.maxBroken=3", "<ignores>")
                .doesNotContain("too few");
    }

    @Test
    void anEmptySiteIsToldWithTheMend() {
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

    private static String text(long pages, long broken, List<String> objections) {
        return text(GATE, pages, broken, objections);
    }

    private static String text(Gate gate, long pages, long broken, List<String> objections) {
        CheckResult result = new CheckResult(
                SITE.base(),
                Instant.EPOCH,
                Duration.ZERO,
                true,
                "",
                new Summary(pages, 0, broken, 0, 0, 0, 0, 0, broken),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Sources.NONE,
                listener -> {});
        return Objection.text(SITE, gate, reports(), result, new GateResult(objections, true));
    }

    private static List<Path> reports() {
        return List.of(Path.of("reports").resolve(Format.JSON.fileName()));
    }
}
