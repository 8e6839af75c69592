// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SizeParameterTest {

    @Test
    void everyUnitIsUnderstood() {
        assertThat(SizeParameter.of("maxBodySize", "4096")).isEqualTo(4096);
        assertThat(SizeParameter.of("maxBodySize", "512k")).isEqualTo(512L << 10);
        assertThat(SizeParameter.of("maxBodySize", "32m")).isEqualTo(32L << 20);
        assertThat(SizeParameter.of("maxBodySize", "3g")).isEqualTo(3L << 30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "10mb", "big", "", "1.5m"})
    void anInvalidSizeIsReportedWithAnExample(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SizeParameter.of("maxBodySize", text))
                .withMessage("maxBodySize is \"" + text + "\" but must be a size such as 512k, 10m or 1g;"
                        + " a bare number means bytes. Example: <maxBodySize>10m</maxBodySize>");
    }
}
