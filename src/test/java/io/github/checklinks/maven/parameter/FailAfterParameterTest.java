// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.checklinks.check.record.FailAfter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailAfterParameterTest {

    @Test
    void eachFormIsUnderstood() {
        assertThat(FailAfterParameter.of("3")).isEqualTo(new FailAfter(3, null, "3"));
        assertThat(FailAfterParameter.of("14d")).isEqualTo(new FailAfter(null, Duration.ofDays(14), "14d"));
        assertThat(FailAfterParameter.of("3,14d")).isEqualTo(new FailAfter(3, Duration.ofDays(14), "3 and 14d"));
        assertThat(FailAfterParameter.of(" 36h , 2 ")).isEqualTo(new FailAfter(2, Duration.ofHours(36), "36h and 2"));
    }

    @Test
    void withoutAValueThereIsNoPatience() {
        assertThat(FailAfterParameter.of(null).isPatient()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "3,4", "14d,2d", "3,14d,1", "soon", "3;14d", "0d", "3,"})
    void anInvalidValueIsReportedWithAnExample(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FailAfterParameter.of(text))
                .withMessage("failAfter is \"" + text + "\" but must be a number of recorded runs, a time such as 14d,"
                        + " or both. Example: <failAfter>3,14d</failAfter>");
    }

    @Test
    void theValuesOfCheckExternalAreNamed() {
        assertThat(ExternalCheck.of("Recorded")).isEqualTo(ExternalCheck.RECORDED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExternalCheck.of("record"))
                .withMessage("checkExternal is \"record\" but must be one of true, new, recorded, false."
                        + " Example: <checkExternal>recorded</checkExternal>");
    }
}
