// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedStatusesTest {

    private static AcceptedStatuses of(String... items) {
        return AcceptedStatuses.of("acceptStatuses", List.of(items));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 299})
    void successIsAlwaysFine(int status) {
        assertThat(of().accept(status)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 199, 300, 404, 999})
    void nothingElseIsAcceptedUnlessConfigured(int status) {
        assertThat(of().accept(status)).isFalse();
        assertThat(of(" " + status + " ").accept(status)).isTrue();
    }

    @Test
    void aRangeHoldsBothItsEnds() {
        AcceptedStatuses acceptedStatuses = of("403", "500-503");

        assertThat(List.of(403, 500, 502, 503)).allMatch(acceptedStatuses::accept);
        assertThat(List.of(402, 404, 499, 504)).noneMatch(acceptedStatuses::accept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "40", "4040", "099", "5xx", "503-500", "500-", "-500", "403,404"})
    void whatIsNeitherStatusNorRangeIsAnErrorThatNamesTheElement(String item) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("403", item))
                .withMessageContaining("<acceptStatuses> has \"" + item + "\"")
                .withMessageContaining("500-599");
    }
}
