// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.checklinks.check.policy.CheckedFragments;
import org.junit.jupiter.api.Test;

class EnumParameterTest {

    @Test
    void onlyTrueAndFalseAreYesAndNo() {
        assertThat(EnumParameter.bool("skip", "true")).isTrue();
        assertThat(EnumParameter.bool("skip", " False ")).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnumParameter.bool("skip", "yes"))
                .withMessageStartingWith("skip is \"yes\" but must be one of true, false. Example: <skip>");
    }

    @Test
    void aConstantIsReadByItsNameInLowerCase() {
        assertThat(EnumParameter.constant("checkFragments", "all", CheckedFragments.class))
                .isEqualTo(CheckedFragments.ALL);
    }

    @Test
    void theExampleIsTheWordThatWasProbablyMeant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnumParameter.constant("checkFragments", "sites", CheckedFragments.class))
                .withMessage("checkFragments is \"sites\" but must be one of none, site, all."
                        + " Example: <checkFragments>site</checkFragments>");
    }
}
