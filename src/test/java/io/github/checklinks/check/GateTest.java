// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Sources;
import io.github.checklinks.model.StaleEntry;
import io.github.checklinks.model.Summary;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateTest {

    /** The gate with default values. */
    private static final Gate USUAL = new Gate(0, -1, -1, 1, 0, false);

    private static final Summary CLEAN = new Summary(10, 200, 100, 80, 0, 20, 0, 0, 0);

    private static Summary of(long broken, long warnings) {
        return new Summary(10, 200, 100, 80 - broken - warnings, 0, 20, 0, warnings, broken);
    }

    private static CheckResult result(Summary summary, String stopReason, String... stale) {
        return new CheckResult(
                "https://example.org/",
                Instant.EPOCH,
                Duration.ZERO,
                stopReason.isEmpty(),
                stopReason,
                summary,
                Map.of(),
                List.of(),
                Arrays.stream(stale)
                        .map(entry -> new StaleEntry(entry, null, "", 0, ""))
                        .toList(),
                List.of(),
                Sources.NONE,
                listener -> {});
    }

    private static List<String> objections(Gate gate, Summary summary) {
        return gate.judge(result(summary, "")).objections();
    }

    @Test
    void aCleanSitePasses() {
        GateResult judged = USUAL.judge(result(CLEAN, ""));

        assertThat(judged.passed()).isTrue();
        assertThat(judged.complete()).isTrue();
    }

    @Test
    void everyBrokenLinkOverTheLimitIsAnObjection() {
        assertThat(objections(USUAL, of(3, 0))).containsExactly("3 broken links, 0 allowed");
        assertThat(objections(USUAL, of(1, 0))).containsExactly("1 broken link, 0 allowed");
    }

    @Test
    void theLimitItselfIsAllowed() {
        Gate gate = new Gate(3, -1, -1, 1, 0, false);

        assertThat(objections(gate, of(3, 0))).isEmpty();
        assertThat(objections(gate, of(4, 0))).containsExactly("4 broken links, 3 allowed");
    }

    @Test
    void minusOneIsNoLimit() {
        Gate gate = new Gate(-1, -1, -1, 0, 0, false);

        assertThat(objections(gate, of(40, 40))).isEmpty();
    }

    @Test
    void aShareIsOfTheTargetsThatWereNotSkipped() {
        Gate gate = new Gate(-1, 5, -1, 1, 0, false);

        assertThat(objections(gate, of(4, 0))).isEmpty();
        assertThat(objections(gate, of(5, 0))).containsExactly("5 of 80 links broken, 5 % allowed (maxBrokenPercent)");
    }

    @Test
    void aShareMayHaveAFractionAndMayBeNothing() {
        assertThat(objections(new Gate(-1, 2.5, -1, 1, 0, false), of(3, 0)))
                .containsExactly("3 of 80 links broken, 2.5 % allowed (maxBrokenPercent)");
        assertThat(objections(new Gate(-1, 0, -1, 1, 0, false), of(1, 0)))
                .containsExactly("1 of 80 links broken, 0 % allowed (maxBrokenPercent)");
    }

    @Test
    void noShareOfNothingIsTooMuch() {
        Summary nothing = new Summary(1, 5, 5, 0, 0, 5, 0, 0, 0);

        assertThat(objections(new Gate(-1, 0, -1, 1, 0, false), nothing)).isEmpty();
    }

    @Test
    void bothLimitsHoldWhenBothAreSet() {
        Gate gate = new Gate(2, 1, -1, 1, 0, false);

        assertThat(objections(gate, of(3, 0)))
                .containsExactly("3 broken links, 2 allowed", "3 of 80 links broken, 1 % allowed (maxBrokenPercent)");
    }

    @Test
    void warningsCountOnlyWhenTheyAreLimited() {
        assertThat(objections(USUAL, of(0, 7))).isEmpty();
        assertThat(objections(new Gate(0, -1, 6, 1, 0, false), of(0, 7)))
                .containsExactly("7 links with warnings, 6 allowed (maxWarnings)");
        assertThat(objections(new Gate(0, -1, 0, 1, 0, false), of(0, 1)))
                .containsExactly("1 link with warnings, 0 allowed (maxWarnings)");
    }

    @Test
    void tooFewPagesOrLinksMeanThatTheWrongThingWasChecked() {
        Summary nothing = new Summary(0, 0, 0, 0, 0, 0, 0, 0, 0);

        assertThat(objections(USUAL, nothing)).containsExactly("0 pages read, at least 1 expected (minPages)");
        assertThat(objections(new Gate(0, -1, -1, 11, 201, false), CLEAN))
                .containsExactly(
                        "10 pages read, at least 11 expected (minPages)",
                        "200 links found, at least 201 expected (minLinks)");
        assertThat(objections(new Gate(0, -1, -1, 10, 200, false), CLEAN)).isEmpty();
    }

    @Test
    void anIncompleteCheckNeverPasses() {
        GateResult judged = new Gate(-1, -1, -1, 0, 0, false).judge(result(CLEAN, "maxPages (5) was reached"));

        assertThat(judged.passed()).isFalse();
        assertThat(judged.complete()).isFalse();
        assertThat(judged.objections()).containsExactly("the check is incomplete: maxPages (5) was reached");
    }

    @Test
    void staleEntriesFailTheBuildOnlyIfConfigured() {
        CheckResult one = result(CLEAN, "", "the ignore \"x\" matches nothing that is broken");
        CheckResult two = result(CLEAN, "", "a", "b");
        Gate strict = new Gate(0, -1, -1, 1, 0, true);

        assertThat(USUAL.judge(one).passed()).isTrue();
        assertThat(strict.judge(one).objections())
                .containsExactly("1 stale entry in the baseline or the ignores (failOnStale)");
        assertThat(strict.judge(two).objections())
                .containsExactly("2 stale entries in the baseline or the ignores (failOnStale)");
    }

    @Test
    void everyObjectionIsReported() {
        Gate gate = new Gate(0, 1, 0, 11, 201, true);

        assertThat(gate.judge(result(of(2, 2), "interrupted", "a")).objections())
                .hasSize(7);
    }
}
