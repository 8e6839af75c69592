// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.facts.store.AnchorHash;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineRangeTest {

    private static final long[] ANCHORS = Stream.of("2", "3", "19", "L2", "L3", "l2", "l3", "a2", "a3", "C1")
            .map(name -> name.getBytes(StandardCharsets.UTF_8))
            .mapToLong(name -> AnchorHash.of(name, 0, name.length))
            .sorted()
            .toArray();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2-3",
                "2-19",
                "3-2",
                "2-2",
                "L2-L3",
                "L2-3",
                "L2C1-L3C4",
                "L2C1-L3",
                "L2-L3C14",
                "L2C1-3C4",
                "2%2D3"
            })
    void linesWhoseEndsAreAnchorsAreFound(String raw) {
        assertThat(LineRange.isIn(ANCHORS, new Fragment(raw))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2-9",
                "9-3",
                "2-",
                "-3",
                "2",
                "2-3-19",
                "2--3",
                "2-L3",
                "L2-L9",
                "L9-3",
                "L2-",
                "L-L3",
                "L-3",
                "L2C-L3",
                "L2C1-L3C",
                "LC1-L3",
                "2C1-3C1",
                "l2-l3",
                "a2-a3",
                "L2-L3x",
                "xL2-L3",
                "02-03",
                "",
                "-",
                "C1-C1"
            })
    void everythingElseIsNot(String raw) {
        assertThat(LineRange.isIn(ANCHORS, new Fragment(raw))).isFalse();
    }

    @Test
    void aMegabyteIsParsedQuickly() {
        for (String piece : new String[] {"2", "L2", "2-", "-", "L", "C", "L2C1-"}) {
            Fragment fragment = new Fragment("2-3" + piece.repeat(1_000_000 / piece.length()));

            assertThat(LineRange.isIn(ANCHORS, fragment)).isFalse();
        }
    }
}
