// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListedAnchorsTest {

    @Test
    void namesThatDifferInSignsAndCaseAreAlikeWhereverTheyDiffer() {
        ListedAnchors anchors = new ListedAnchors(List.of("jls-One.two", "jls-one-three", "-Leading", "trailing()"));

        assertThat(anchors.alike("jls-one-two")).isEqualTo("jls-One.two");
        assertThat(anchors.alike("jls.ONE.three")).isEqualTo("jls-one-three");
        assertThat(anchors.alike("leading")).isEqualTo("-Leading");
        assertThat(anchors.alike("(Trailing)")).isEqualTo("trailing()");
        assertThat(anchors.alike("jls-one")).isNull();
    }

    @Test
    void lettersBeyondTheBasicPlaneAreWhole() {
        // The small and the capital letter begin with the same half of a pair.
        ListedAnchors anchors = new ListedAnchors(List.of("x-\uD801\uDC28", "y-\uD801\uDC29"));

        assertThat(anchors.alike("x-\uD801\uDC00")).isEqualTo("x-\uD801\uDC28");
        assertThat(anchors.alike("y-\uD801\uDC00")).isNull();
    }

    @Test
    void lettersAreComparedInEitherCaseBeyondAscii() {
        // The Kelvin sign is a capital k.
        ListedAnchors anchors = new ListedAnchors(List.of("\u212Aelvin", "\u00C4pfel"));

        assertThat(anchors.alike("k-elvin")).isEqualTo("\u212Aelvin");
        assertThat(anchors.alike("\u00E4-pfel")).isEqualTo("\u00C4pfel");
    }
}
