// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.check.JudgeScene.Judged;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.LinkState;
import io.github.checklinks.facts.TargetKind;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.Verdict;
import io.github.checklinks.model.Zone;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The verdicts that follow from facts, as tables: {@link TargetRows}, {@link RedirectRows}, {@link FragmentRows}. */
class JudgeTest {

    /** The rules of others: of the baseline, and of the starts of a crawl. */
    private static final Set<Rule> NOT_OF_THE_JUDGE = EnumSet.of(Rule.KNOWN, Rule.START_REDIRECTED);

    private static Stream<JudgeRow> rows() {
        return Stream.of(TargetRows.rows(), RedirectRows.rows(), FragmentRows.rows())
                .flatMap(rows -> rows);
    }

    static Stream<Arguments> rowsAndZones() {
        return rows().flatMap(row -> Arrays.stream(Zone.values())
                .filter(zone -> row.verdict(zone) != null)
                .map(zone -> Arguments.of(row, zone)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("rowsAndZones")
    void eachSituationHasItsVerdict(JudgeRow row, Zone zone) {
        Judged judged = row.judged().apply(new JudgeScene(zone));

        assertThat(text(judged.verdict())).isEqualTo(row.verdict(zone));
        assertThat(judged.zone()).isEqualTo(zone);
    }

    private static String text(Verdict verdict) {
        return verdict.rule().id() + (verdict.detail() == null ? "" : ": " + verdict.detail());
    }

    /** The order of the rules, as documented: what a link is in its page, against what its target is. */
    @ParameterizedTest
    @CsvSource({
        // excluded | scheme | local address | robots | 404 | fine
        "IGNORED,     ignored,  ignored,       ignored,       ignored,       ignored,       ignored",
        "EXCLUDED,    excluded, excluded,      excluded,      excluded,      excluded,      excluded",
        "HINT,        excluded, scheme,        resource-hint, resource-hint, resource-hint, resource-hint",
        "POST,        excluded, scheme,        form,          form,          form,          form",
        "PLACEHOLDER, excluded, scheme,        placeholder,   placeholder,   placeholder,   placeholder",
        "MALFORMED,   excluded, malformed-url, malformed-url, malformed-url, malformed-url, malformed-url",
        "EMPTY,       excluded, scheme,        malformed-url, malformed-url, malformed-url, malformed-url",
        "OUTSIDE,     excluded, scheme,        local-address, outside-site,  outside-site,  outside-site",
        "ORDINARY,    excluded, scheme,        local-address, robots,        not-found,     ok"
    })
    void theFirstRuleThatAppliesWins(
            LinkState linkState,
            String ofExcluded,
            String ofScheme,
            String ofLocalAddress,
            String ofRobots,
            String ofMissing,
            String ofFine) {
        for (Zone zone : Zone.values()) {
            Function<Function<JudgeScene, Integer>, String> judge = target -> {
                JudgeScene scene = new JudgeScene(zone);
                return name(scene.judge("x", linkState, target.apply(scene)).verdict());
            };
            assertThat(judge.apply(s -> s.skipped(s.url("x"), SkipReason.EXCLUDED)))
                    .isEqualTo(ofExcluded);
            assertThat(judge.apply(s -> s.skipped("mailto:me@acme.org", SkipReason.SCHEME)))
                    .isEqualTo(ofScheme);
            assertThat(judge.apply(s -> s.target("x", TargetKind.LOCAL_ADDRESS)))
                    .isEqualTo(ofLocalAddress);
            assertThat(judge.apply(s -> s.skipped(s.url("x"), SkipReason.ROBOTS)))
                    .isEqualTo(ofRobots);
            assertThat(judge.apply(s -> s.answered("x", 404))).isEqualTo(ofMissing);
            assertThat(judge.apply(s -> s.answered("x", 200))).isEqualTo(ofFine);
        }
    }

    /** Returns the rule, or the reason why a link is skipped. */
    private static String name(Verdict verdict) {
        return verdict.rule() == Rule.SKIPPED
                ? String.valueOf(verdict.detail())
                : verdict.rule().id();
    }

    @Test
    void theTablesCoverEveryRuleInBothZones() {
        assertThat(rules(Zone.SITE))
                .as("no-network is about other hosts, and local addresses are no part of a site")
                .isEqualTo(allBut(Rule.NO_NETWORK, Rule.LOCAL_ADDRESS));
        assertThat(rules(Zone.EXTERNAL))
                .as("files, and what is above the root, are part of the site")
                .isEqualTo(allBut(Rule.MISSING_FILE, Rule.UNREADABLE, Rule.OUTSIDE_SITE, Rule.ORPHAN));
    }

    private static Set<Rule> rules(Zone zone) {
        return rows().map(row -> row.verdict(zone))
                .flatMap(Stream::ofNullable)
                .map(verdict -> Rule.of(verdict.split(": ", 2)[0]).orElseThrow())
                .collect(Collectors.toSet());
    }

    private static Set<Rule> allBut(Rule... rules) {
        Set<Rule> all = EnumSet.complementOf(EnumSet.copyOf(NOT_OF_THE_JUDGE));
        all.removeAll(Set.of(rules));
        return all;
    }

    @Test
    void theTablesCoverEveryReasonToSkip() {
        assertThat(rows().flatMap(row -> Stream.of(row.onSite(), row.external()))
                        .filter(verdict -> verdict.startsWith("skipped: "))
                        .map(verdict -> verdict.substring("skipped: ".length())))
                .containsAll(
                        Arrays.stream(SkipReason.values()).map(SkipReason::id).toList());
    }

    @Test
    void theTablesCoverEveryLinkStateTargetKindAndCause() {
        Set<LinkState> linkStates = EnumSet.noneOf(LinkState.class);
        Set<TargetKind> targetKinds = EnumSet.noneOf(TargetKind.class);
        Set<FailureCause> causes = EnumSet.noneOf(FailureCause.class);
        rowsAndZones().map(Arguments::get).forEach(row -> {
            Judged judged = ((JudgeRow) row[0]).judged().apply(new JudgeScene((Zone) row[1]));
            Facts facts = judged.facts();
            linkStates.add(judged.linkState());
            IntStream.range(0, facts.targets().size()).forEach(target -> {
                targetKinds.add(facts.targets().kind(target));
                if (facts.outcome(target) instanceof Outcome.Failed failed) {
                    causes.add(failed.cause());
                }
            });
        });

        assertThat(linkStates).containsExactly(LinkState.values());
        assertThat(targetKinds).containsExactly(TargetKind.values());
        assertThat(causes).containsExactly(FailureCause.values());
    }
}
