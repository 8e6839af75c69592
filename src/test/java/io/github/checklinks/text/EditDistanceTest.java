// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "a, '', 1",
        "install, instal, 1",
        "install, uninstall, 2",
        "kitten, sitting, 3",
        "ab, ba, 1",
        "maxBorken, maxBroken, 1",
        "ca, abc, 3",
        "abcdef, badcfe, 3",
        "xabcx, xbx, 2",
        "aaaa, bbbbbbb, 7",
        "abcabcabc, bcabcabca, 2",
        "A, a, 1",
        "aab, aba, 1",
        "xaby, xbay, 1",
        "aa, aaa, 1",
        "abcd, dbca, 2"
    })
    void aTypoIsALetterAddedOmittedReplacedOrSwapped(String one, String other, int typos) {
        assertThat(EditDistance.between(one, other)).isEqualTo(typos);
        assertThat(EditDistance.between(other, one)).isEqualTo(typos);
        assertThat(EditDistance.isAtMostOne(one, other)).isEqualTo(typos <= 1);
        assertThat(EditDistance.isAtMostOne(other, one)).isEqualTo(typos <= 1);
        for (int most = 0; most < 12; most++) {
            assertThat(EditDistance.between(one, other, most)).isEqualTo(Math.min(typos, most + 1));
            assertThat(EditDistance.between(other, one, most)).isEqualTo(Math.min(typos, most + 1));
        }
    }
}
