// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleTest {

    @Test
    void everyRuleHasAHeadingInTheDocumentationAndNothingElseHas() throws Exception {
        assertThat(Files.readAllLines(Path.of("src/site/markdown/rules.md")))
                .filteredOn(line -> line.startsWith("## "))
                .containsExactlyElementsOf(Arrays.stream(Rule.values())
                        .map(rule -> "## " + rule.id())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void aRuleIsFoundByItsId(Rule rule) {
        assertThat(Rule.of(rule.id())).contains(rule);
    }

    @Test
    void nothingElseIsARule() {
        assertThat(Rule.of("missing_file")).isEmpty();
        assertThat(Rule.of("")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"OK", "SKIPPED", "KNOWN", "REDIRECTED", "ORPHAN"})
    void aRuleThatIsNoProblemHasNoSeverity(Rule rule) {
        for (Zone zone : Zone.values()) {
            assertThat(rule.severity(zone)).isEqualTo(Severity.NONE);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOCKED", "SERVER_ERROR", "TIMED_OUT", "UNREACHABLE", "UNTRUSTED", "MISSING_FRAGMENT"})
    void whatAnotherServerDoesIsAWarningAndOnTheSiteAnError(Rule rule) {
        assertThat(rule.severity(Zone.EXTERNAL)).isEqualTo(Severity.WARNING);
        assertThat(rule.severity(Zone.SITE)).isEqualTo(Severity.ERROR);
    }
}
