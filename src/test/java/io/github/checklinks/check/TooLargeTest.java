// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.check.policy.CheckedFragments;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Zone;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages that exceed {@code maxBodySize}. */
class TooLargeTest extends ServedTrial {

    private static final Gate GATE = new Gate(0, -1, -1, 1, 0, false);

    private static final String TRUNCATED = "the page was truncated at maxBodySize, so not all of its links were read";

    @BeforeEach
    void begin() {
        trial.maxBodySize(1000);
    }

    /** Returns a page with an anchor and a link at its beginning and others beyond the limit. */
    private static String large() {
        return page(
                "<p id=first><a href=gone-first>x</a>" + "<p>text".repeat(200) + "<p id=last><a href=gone-last>x</a>");
    }

    @Test
    void aPageOfTheSiteIsAnErrorAndItsBeginningIsRead() throws Exception {
        server.page("/docs/", page("<a href=large.html>1</a>\n<a href=large.html#first>2</a>"))
                .page("/docs/large.html", large());

        TrialResult result = trial.run();

        Finding finding = result.finding(Rule.TOO_LARGE);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.zone()).isEqualTo(Zone.SITE);
        assertThat(finding.target()).isEqualTo(server.url("/docs/large.html"));
        assertThat(finding.message()).isEqualTo(TRUNCATED);
        assertThat(finding.status()).isEqualTo(200);
        assertThat(finding.links())
                .extracting(TrialResult::place)
                .containsExactly("index.html:3:1 a@href large.html", "index.html:4:1 a@href large.html#first");
        assertThat(result.verdict("gone-first")).isEqualTo("not-found: 404");
        assertThat(result.lines()).noneMatch(line -> line.contains("gone-last"));
        assertThat(result.summary().pages()).isEqualTo(2);
    }

    @Test
    void anAnchorBeyondTheLimitIsNoFurtherFinding() throws Exception {
        server.page("/docs/", page("<a href=large.html#last>1</a>")).page("/docs/large.html", page("<p>x".repeat(500)));

        assertThat(trial.run().finding().rule()).isEqualTo(Rule.TOO_LARGE);
    }

    @Test
    void theGateFailsUnlessTheRuleIsAllowed() throws Exception {
        server.page("/docs/", page("<a href=large.html>1</a>")).page("/docs/large.html", page("<p>x".repeat(500)));

        assertThat(GATE.judge(trial.run().result()).objections()).containsExactly("1 broken link, 0 allowed");
        trial.weights(List.of(), List.of("too-large"), List.of());
        assertThat(trial.run().finding().severity()).isEqualTo(Severity.WARNING);
        assertThat(GATE.judge(trial.run().result()).passed()).isTrue();
        trial.weights(List.of(), List.of(), List.of("too-large"));
        assertThat(trial.run().findings()).isEmpty();
    }

    @Test
    void aTruncatedStartPageIsAFindingAndTheGateNamesIt() throws Exception {
        server.page("/docs/", large());

        TrialResult result = trial.run();

        assertThat(result.finding(Rule.TOO_LARGE).target()).isEqualTo(server.url("/docs/"));
        assertThat(result.finding(Rule.TOO_LARGE).zone()).isEqualTo(Zone.SITE);
        assertThat(GATE.judge(result.result()).passed()).isFalse();
    }

    @Test
    void anExternalPageIsNoFinding() throws Exception {
        try (LoopbackServer other = new LoopbackServer()) {
            other.page("/large.html", large());
            server.page(
                    "/docs/",
                    page("<a href=" + other.url("/large.html") + ">1</a><a href=" + other.url("/large.html#last")
                            + ">2</a>"));

            TrialResult unread = trial.askingOutside().run();
            TrialResult read = trial.fragments(CheckedFragments.ALL).run();

            assertThat(unread.verdict(other.url("/large.html"))).isEqualTo("ok");
            assertThat(unread.findings()).isEmpty();
            assertThat(read.verdict(other.url("/large.html#last"))).isEqualTo("too-large: " + TRUNCATED);
            assertThat(read.findings()).isEmpty();
            assertThat(GATE.judge(read.result()).passed()).isTrue();
        }
    }

    @Test
    void aPageOfExactlyTheLimitIsReadCompletely() throws Exception {
        String start = page("<a href=full.html#last>1</a>");
        String end = "<p id=last>x";
        String full = page("") + " ".repeat(1000 - page("").length() - end.length()) + end;
        server.page("/docs/", start).page("/docs/full.html", full);

        assertThat(full).hasSize(1000);
        assertThat(trial.run().findings()).isEmpty();
    }
}
