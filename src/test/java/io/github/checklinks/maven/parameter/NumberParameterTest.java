// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberParameterTest {

    @Test
    void spacesAroundANumberDoNotMatter() {
        assertThat(NumberParameter.whole("maxBroken", " 12\n", -1, 10)).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "-2", "1.5", "99999999999", ""})
    void anInvalidLimitIsReportedWithAnExample(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumberParameter.whole("maxBroken", text, -1, 10))
                .withMessage("maxBroken is \"" + text
                        + "\" but must be a whole number, or -1 for no limit. Example: <maxBroken>10</maxBroken>");
    }

    @Test
    void aNumberBelowTheMinimumIsReportedWithTheMinimum() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumberParameter.whole("concurrency", "0", 1, 256))
                .withMessageContaining("a whole number of at least 1");
    }

    @Test
    void aPercentageMayCarryItsSign() {
        assertThat(NumberParameter.percent("maxBrokenPercent", "2.5")).isEqualTo(2.5);
        assertThat(NumberParameter.percent("maxBrokenPercent", "5%")).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"101", "-1", "half", "NaN", "%"})
    void anInvalidPercentageIsRejected(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumberParameter.percent("maxBrokenPercent", text))
                .withMessageContaining("a number from 0 to 100");
    }
}
