// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeparturesTest {

    @ParameterizedTest
    @CsvSource({"100_000, 2, 64", "1_000, 2, 31", "1_000, 16, 4", "100, 2, 4", "3, 2, 3", "1, 8, 1"})
    void manyFilesAreReadTogetherUntilFewAreLeft(String left, int threads, int together) {
        assertThat(Departures.together(Integer.parseInt(left.replace("_", "")), threads))
                .isEqualTo(together);
    }
}
