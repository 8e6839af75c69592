// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationParameterTest {

    @Test
    void everyUnitIsUnderstood() {
        assertThat(DurationParameter.of("maxDuration", "500ms")).isEqualTo(Duration.ofMillis(500));
        assertThat(DurationParameter.of("maxDuration", "10s")).isEqualTo(Duration.ofSeconds(10));
        assertThat(DurationParameter.of("maxDuration", "2m")).isEqualTo(Duration.ofMinutes(2));
        assertThat(DurationParameter.of("maxDuration", "1h")).isEqualTo(Duration.ofHours(1));
        assertThat(DurationParameter.of("maxDuration", "1d")).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aBareNumberMeansSeconds() {
        assertThat(DurationParameter.of("linkTimeout", " 45 ")).isEqualTo(Duration.ofSeconds(45));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ten", "10 seconds", "-1s", "1.5s", "", "s", "10S", "99999999999"})
    void anInvalidDurationIsReportedWithAnExample(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DurationParameter.of("linkTimeout", text))
                .withMessage("linkTimeout is \"" + text + "\" but must be a duration such as 500ms, 10s, 2m or 1h;"
                        + " a bare number means seconds. Example: <linkTimeout>10s</linkTimeout>");
    }

    @Test
    void zeroIsRefusedWhereItWouldMeanNever() {
        assertThat(DurationParameter.of("requestInterval", "0")).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DurationParameter.positive("linkTimeout", "0ms"))
                .withMessageContaining("longer than zero");
    }

    @Test
    void whatIsLongerThanACenturyIsACentury() {
        assertThat(DurationParameter.of("maxDuration", "999999999d")).isEqualTo(Duration.ofDays(36_525));
        assertThat(DurationParameter.of("maxDuration", "999999999ms")).isEqualTo(Duration.ofMillis(999_999_999));
    }
}
