// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoxiaAnchorTest {

    @ParameterizedTest
    @CsvSource({
        "visit.28int.29, visit(int)",
        "a.2Cb, 'a,b'",
        "gr.c3.bcn, gr\u00fcn",
        "plain, plain",
        "Version_1.x, Version_1.x",
        "end., end.",
        "end.2, end.2",
        ".28, (",
        "'', ''"
    })
    void aDotAndTwoHexadecimalDigitsAreAByteOfTheName(String written, String before) {
        assertThat(DoxiaAnchor.decoded(written)).isEqualTo(before);
    }
}
