// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleTextTest {

    @ParameterizedTest
    @EnumSource
    void aSummaryIsShortAndHasNoFullStopButAdviceHas(Rule rule) {
        RuleText text = RuleText.of(rule);

        assertThat(text.summary()).matches("[a-z][^.{}]{5,50}");
        assertThat(text.advice()).matches("[A-Z][^{}]+\\.");
    }

    @Test
    void theValuesOfAMessageTakeThePlacesOfThePattern() {
        assertThat(RuleText.of(Rule.MISSING_FRAGMENT).message("x", "a.html")).isEqualTo("no anchor \"x\" on a.html");
        assertThat(RuleText.of(Rule.PLACEHOLDER).message()).isEqualTo("unresolved placeholder");
    }

    @Test
    void bracesInAValueAreNoPlaceOfAPattern() {
        assertThat(RuleText.of(Rule.MISSING_FRAGMENT).message("{}", "a{}.html"))
                .isEqualTo("no anchor \"{}\" on a{}.html");
    }
}
