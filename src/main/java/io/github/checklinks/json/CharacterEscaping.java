// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.json;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Escapes characters that are legal in JSON but affect a terminal or editor that displays the file: delete, C1 controls, line
 * separators and bidirectional formatting characters. Parsers read the same text either way.
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
        return isFormatting(c) ? new SerializedString("\\u" + HEX.toHexDigits((char) c)) : null;
    }

    private static boolean isFormatting(int c) {
        return (c >= 0x80 && c < 0xA0)
                || c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0xFEFF;
    }
}
