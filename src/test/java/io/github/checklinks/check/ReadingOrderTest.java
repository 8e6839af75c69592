// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingOrderTest {

    private static List<String> sorted(List<String> names) {
        List<String> order = new ArrayList<>(names);
        Collections.reverse(order);
        order.sort(ReadingOrder.BY_CODE_POINTS);
        return order;
    }

    @Test
    void namesAreInTheOrderOfTheirLetters() {
        List<String> names = List.of("", "B.html", "a", "a.html", "a/b.html", "a0.html", "b.html", "\u00e9.html");

        assertThat(sorted(names)).isEqualTo(names);
    }

    @Test
    void whatLiesBeyondTheBasicPlaneComesLast() {
        // As UTF-16 units U+1F600 begins with D83D, before U+FB01 and U+FFFD.
        List<String> names =
                List.of("x\uD7FF", "x\uFB01", "x\uFFFD", "x\uD83D\uDE00", "x\uD83D\uDE01", "x\uDBFF\uDFFF");

        assertThat(sorted(names)).isEqualTo(names);
    }

    @Test
    void equalNamesAreEqual() {
        assertThat(ReadingOrder.BY_CODE_POINTS.compare("a\uD83D\uDE00", "a\uD83D\uDE00"))
                .isZero();
    }
}
