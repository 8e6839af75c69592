// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlCharactersTest {

    @ParameterizedTest
    @ValueSource(
            chars = {0, '\t', '\n', '\u001b', 0x1F, 0x7F, 0x85, 0x9B, 0x9F, 0x061C, 0x200E, 0x200F, 0x2028, 0x202E})
    void whatActsOnTheTextAroundItIsOne(char c) {
        assertThat(ControlCharacters.is(c)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(chars = {0x2066, 0x2069, 0xFEFF, 0xFFFE, 0xFFFF})
    void isolatesAndNoncharactersAreSome(char c) {
        assertThat(ControlCharacters.is(c)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            chars = {' ', '~', 0xA0, 0xAD, 'ä', 0x061B, 0x200B, 0x2010, 0x2027, 0x202F, 0x2065, 0x206A, '世', 0xFFFD})
    void whatIsDisplayedOrTakesRoomIsNone(char c) {
        assertThat(ControlCharacters.is(c)).isFalse();
    }
}
