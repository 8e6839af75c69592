// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.text;

/** Characters that are not displayed but act on a terminal, on an editor or on the order of the text around them. */
public final class ControlCharacters {

    private ControlCharacters() {}

    /**
     * Returns whether this is a control character, a mark, embedding, override or isolate of the bidirectional algorithm (UAX 9), a
     * line separator, the byte order mark or a noncharacter.
     */
    public static boolean is(char c) {
        return c < ' ' || (c >= 0x7F && c < 0xA0) || (c >= 0x061C && isFormatting(c));
    }

    private static boolean isFormatting(char c) {
        return c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0xFEFF
                || c == 0xFFFE
                || c == 0xFFFF;
    }
}
