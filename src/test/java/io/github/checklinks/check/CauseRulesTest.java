// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.FailureCause;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CauseRulesTest {

    @ParameterizedTest
    @CsvSource({
        "TIMED_OUT, timed-out",
        "UNREACHABLE, unreachable",
        "UNTRUSTED, untrusted",
        "UNKNOWN_HOST, unknown-host",
        "FORBIDDEN_ADDRESS, skipped",
        "RATE_LIMITED, blocked",
        "ROBOTS_FORBIDDEN, blocked",
        "ROBOTS_UNAVAILABLE, server-error",
        "REDIRECT_WITHOUT_LOCATION, redirect-loop",
        "REDIRECT_NOT_FOLLOWED, redirect-loop",
        "TRUNCATED, too-large",
        "UNREADABLE_FILE, unreadable",
    })
    void eachCauseOfAFailureHasItsRule(FailureCause cause, String rule) {
        assertThat(CauseRules.rule(cause).id()).isEqualTo(rule);
    }
}
