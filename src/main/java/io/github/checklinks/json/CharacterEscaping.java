// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.json;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Writes as escapes what is legal in JSON but would act in a terminal or an editor that shows the file: delete, the C1
 * controls, line separators and what turns the direction of writing. Programs read the same text as without.
 */
final class CharacterEscaping extends CharacterEscapes {

    private static final long serialVersionUID = 1L;

    private final int[] ascii = standardAsciiEscapesForJSON();

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    CharacterEscaping() {
        ascii[0x7F] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ascii;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
        return acts(c) ? new SerializedString("\\u" + HEX.toHexDigits((char) c)) : null;
    }

    private static boolean acts(int c) {
        return (c >= 0x80 && c < 0xA0)
                || c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0xFEFF;
    }
}
