// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.policy;

import static io.github.checklinks.model.Severity.ERROR;
import static io.github.checklinks.model.Severity.NONE;
import static io.github.checklinks.model.Severity.WARNING;
import static io.github.checklinks.model.Zone.EXTERNAL;
import static io.github.checklinks.model.Zone.SITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Zone;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeveritiesTest {

    private static final List<String> NOTHING = List.of();

    @ParameterizedTest
    @EnumSource(Rule.class)
    void aRuleWithoutConfigurationHasItsDefaultSeverity(Rule rule) {
        Severities severities = Severities.of(NOTHING, NOTHING, NOTHING);

        for (Zone zone : Zone.values()) {
            assertThat(severities.of(rule, zone)).isEqualTo(rule.severity(zone));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "malformed-url, ERROR, ERROR",
        "missing-file, ERROR, ERROR",
        "missing-fragment, ERROR, WARNING",
        "not-found, ERROR, ERROR",
        "bad-status, ERROR, ERROR",
        "blocked, ERROR, WARNING",
        "server-error, ERROR, WARNING",
        "timed-out, ERROR, WARNING",
        "unreachable, ERROR, WARNING",
        "untrusted, ERROR, WARNING",
        "unknown-host, ERROR, ERROR",
        "redirect-loop, ERROR, ERROR",
        "too-large, ERROR, NONE",
        "unreadable, ERROR, NONE",
        "placeholder, ERROR, ERROR",
        "moved, WARNING, WARNING",
        "redirected, NONE, NONE",
        "local-address, WARNING, WARNING",
        "outside-site, WARNING, WARNING"
    })
    void eachRuleWeighsWhatTheDocumentationSays(String id, Severity onSite, Severity outside) {
        Severities severities = Severities.of(NOTHING, NOTHING, NOTHING);
        Rule rule = Rule.of(id).orElseThrow();

        assertThat(severities.of(rule, SITE)).isEqualTo(onSite);
        assertThat(severities.of(rule, EXTERNAL)).isEqualTo(outside);
    }

    @Test
    void theThreeListsMoveRulesInBothZones() {
        Severities severities = Severities.of(List.of("blocked"), List.of("not-found"), List.of("moved"));

        assertThat(severities.of(Rule.BLOCKED, EXTERNAL)).isEqualTo(ERROR);
        assertThat(severities.of(Rule.NOT_FOUND, SITE)).isEqualTo(WARNING);
        assertThat(severities.of(Rule.NOT_FOUND, EXTERNAL)).isEqualTo(WARNING);
        assertThat(severities.of(Rule.MOVED, SITE)).isEqualTo(NONE);
        assertThat(severities.of(Rule.MOVED, EXTERNAL)).isEqualTo(NONE);
    }

    @Test
    void aZoneMovesTheRuleThereAlone() {
        Severities severities = Severities.of(List.of("external:timed-out"), List.of(), List.of("site:moved"));

        assertThat(severities.of(Rule.TIMED_OUT, EXTERNAL)).isEqualTo(ERROR);
        assertThat(severities.of(Rule.MOVED, SITE)).isEqualTo(NONE);
        assertThat(severities.of(Rule.MOVED, EXTERNAL)).isEqualTo(WARNING);
    }

    @Test
    void aZoneBeatsNoneInWhicheverListItStands() {
        Severities strictOutside = Severities.of(List.of("external:not-found"), List.of(), List.of("not-found"));
        Severities mildOutside = Severities.of(List.of("not-found"), List.of(), List.of("external:not-found"));

        assertThat(strictOutside.of(Rule.NOT_FOUND, EXTERNAL)).isEqualTo(ERROR);
        assertThat(strictOutside.of(Rule.NOT_FOUND, SITE)).isEqualTo(NONE);
        assertThat(mildOutside.of(Rule.NOT_FOUND, EXTERNAL)).isEqualTo(NONE);
        assertThat(mildOutside.of(Rule.NOT_FOUND, SITE)).isEqualTo(ERROR);
    }

    @ParameterizedTest
    @CsvSource({"blocked, blocked", "site:moved, site:moved", "SITE:moved, ' site:moved '"})
    void theSameKeyInTwoListsIsAnErrorThatNamesBoth(String one, String other) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Severities.of(List.of(one), NOTHING, List.of(other)))
                .withMessageContaining("<allow> and <failOn>")
                .withMessageContaining(other.strip());
    }

    @Test
    void theSameKeyTwiceInOneListIsHarmless() {
        Severities severities = Severities.of(List.of("blocked", "blocked"), NOTHING, NOTHING);

        assertThat(severities.of(Rule.BLOCKED, EXTERNAL)).isEqualTo(ERROR);
    }

    @Test
    void anUnknownRuleIsAnErrorThatListsTheRules() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Severities.of(NOTHING, List.of("external:block"), NOTHING))
                .withMessageContaining("<warnOn> has \"external:block\"")
                .withMessageContaining("blocked, server-error, timed-out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"outside:blocked", ":blocked", "site :blocked"})
    void anUnknownZoneIsAnErrorThatNamesTheZones(String item) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Severities.of(List.of(item), NOTHING, NOTHING))
                .withMessageContaining("<failOn> has \"" + item + "\"")
                .withMessageContaining("\"site\" or \"external\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "skipped", "known"})
    void aRuleThatSaysNothingBadCannotBeMoved(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Severities.of(List.of(id), NOTHING, NOTHING))
                .withMessageContaining("\"" + id + "\", which is not a rule");
    }
}
