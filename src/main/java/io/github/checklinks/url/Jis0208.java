// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import java.nio.charset.Charset;
import java.text.Normalizer;

/**
 * The index jis0208 of the WHATWG Encoding standard (§5), derived from Java's charset for Windows, which has the same
 * characters.
 */
final class Jis0208 {

    /** The number of cells in a row in EUC-JP and ISO-2022-JP. */
    static final int ROW = 94;

    private static final int ROW_OF_SHIFT_JIS = 188;
    private static final int ROWS_OF_SHIFT_JIS = 60;

    /** The first pointer that Shift_JIS does not write: these characters occur again later in the index. */
    private static final int DOUBLE = 8272;

    /**
     * The first pointer of the user-defined rows, which are not part of the index, as are those that only Shift_JIS has
     * room for.
     */
    private static final int PRIVATE = 8836;

    private static final int EXTENSIONS = 10716;

    private static final short[] POINTERS = pointers(0, PRIVATE, PRIVATE);
    private static final short[] POINTERS_IN_SHIFT_JIS = pointers(0, DOUBLE, EXTENSIONS);

    private Jis0208() {}

    /** Returns the first pointer of each character plus 1, except for the pointers in a gap. */
    private static short[] pointers(int from, int gap, int endOfGap) {
        Charset windows = Charset.forName("windows-31j");
        short[] pointers = new short[1 << 16];
        int end = gap == endOfGap ? gap : ROW_OF_SHIFT_JIS * ROWS_OF_SHIFT_JIS;
        for (int pointer = from; pointer < end; pointer++) {
            String character = pointer < gap || pointer >= endOfGap ? new String(shiftJis(pointer), windows) : "";
            boolean known = character.length() == 1 && character.charAt(0) != 0xFFFD;
            if (known && pointers[character.charAt(0)] == 0) {
                pointers[character.charAt(0)] = (short) (pointer + 1);
            }
        }
        return pointers;
    }

    /** Returns the two bytes of a pointer in Shift_JIS. */
    static byte[] shiftJis(int pointer) {
        int lead = pointer / ROW_OF_SHIFT_JIS;
        int trail = pointer % ROW_OF_SHIFT_JIS;
        return new byte[] {(byte) (lead + (lead < 0x1F ? 0x81 : 0xC1)), (byte) (trail + (trail < 0x3F ? 0x40 : 0x41))};
    }

    /** Returns the pointer of a character in rows of {@link #ROW}; -1 if the index lacks it. */
    static int pointer(int codePoint) {
        return find(POINTERS, codePoint);
    }

    /** Returns the pointer of a character for {@link #shiftJis}; -1 if the index lacks it. */
    static int pointerInShiftJis(int codePoint) {
        return find(POINTERS_IN_SHIFT_JIS, codePoint);
    }

    private static int find(short[] pointers, int codePoint) {
        // The minus sign is written as the full-width hyphen.
        int written = codePoint == 0x2212 ? 0xFF0D : codePoint;
        return written < pointers.length ? pointers[written] - 1 : -1;
    }

    /**
     * Returns the byte of the yen sign or the overline, which are one byte each in the three encodings; -1 for others.
     */
    static int single(int codePoint) {
        return codePoint == 0xA5 ? 0x5C : codePoint == 0x203E ? 0x7E : -1;
    }

    static boolean isHalfWidthKatakana(int codePoint) {
        return codePoint >= 0xFF61 && codePoint <= 0xFF9F;
    }

    /**
     * Returns the full-width form of half-width katakana (index ISO-2022-JP katakana); any other character unchanged.
     */
    static int fullWidth(int codePoint) {
        if (!isHalfWidthKatakana(codePoint)) {
            return codePoint;
        }
        // The index has the spacing voiced sound marks, where normalisation yields the combining ones.
        return switch (codePoint) {
            case 0xFF9E -> 0x309B;
            case 0xFF9F -> 0x309C;
            default ->
                Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC)
                        .codePointAt(0);
        };
    }
}
