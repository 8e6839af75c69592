// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnchorHashTest {

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void equalNamesHaveEqualHashesAtAnyOffset() {
        assertThat(AnchorHash.of(utf8("a-name"), 2, 6)).isEqualTo(AnchorHash.of(utf8("name"), 0, 4));
    }

    @Test
    void differentNamesHaveDifferentHashes() {
        Set<Long> numbers = new HashSet<>();
        int names = 0;
        for (char first = ' '; first < 127; first++) {
            for (char second = ' '; second < 127; second++) {
                for (String name :
                        new String[] {"" + first + second, "x" + first + second + "\0", first + "000" + second}) {
                    byte[] bytes = utf8(name);
                    numbers.add(AnchorHash.of(bytes, 0, bytes.length));
                    numbers.add(AnchorHash.ofMap(bytes, 0, bytes.length));
                    names += 2;
                }
            }
        }

        assertThat(numbers).hasSize(names);
    }

    @Test
    void aMapNeverCollidesWithAnAnchorOfItsName() {
        byte[] name = utf8("plan");

        assertThat(AnchorHash.ofMap(name, 0, 4)).isNotEqualTo(AnchorHash.of(name, 0, 4));
    }
}
