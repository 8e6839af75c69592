// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkDispatcherTest {

    @ParameterizedTest
    @CsvSource({"100000, 2, 64", "1000, 2, 31", "1000, 16, 4", "100, 2, 4", "3, 2, 3", "1, 8, 1"})
    void manyFilesAreReadTogetherUntilFewAreLeft(int left, int threads, int together) {
        assertThat(WorkDispatcher.batchSize(left, threads)).isEqualTo(together);
    }
}
