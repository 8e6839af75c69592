// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest {

    /** More than is examined by single bytes, single words and combined words. */
    private static final int LENGTH = 330;

    /** Bytes that differ from '<' in one bit or in all are where word arithmetic is most likely to be wrong. */
    @ParameterizedTest
    @ValueSource(bytes = {0, '=', '>', ';', (byte) ('<' | 0x80), (byte) 0xFF, 1})
    void aByteIsFoundAtEveryOffset(byte other) {
        byte[] text = new byte[LENGTH];
        for (int from = 0; from < 9; from++) {
            for (int at = from; at < LENGTH; at++) {
                Arrays.fill(text, other);
                text[at] = '<';

                assertThat(Bytes.find(text, from, LENGTH, '<')).isEqualTo(at);
                assertThat(Bytes.find(text, from, at, '<')).isEqualTo(at);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 31, 32, 140, 200, LENGTH - 2})
    void theFirstOfTwoIsFound(int at) {
        byte[] text = new byte[LENGTH];
        text[at] = '<';
        text[at + 1] = '<';
        text[LENGTH - 1] = '<';

        assertThat(Bytes.find(text, 0, LENGTH, '<')).isEqualTo(at);
    }
}
