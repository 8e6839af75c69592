// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.charset;

import io.github.checklinks.extract.Bytes;

/** Validation and encoding of UTF-8 (WHATWG Encoding §8.1.1). */
public final class Utf8 {

    private Utf8() {}

    /** Returns the offset of the first byte that is not ASCII, or {@code length}. */
    public static int ascii(byte[] bytes, int from, int length) {
        int i = from;
        for (; (i & 7) != 0 && i < length; i++) {
            if (bytes[i] < 0) {
                return i;
            }
        }
        for (; i + 8 <= length; i += 8) {
            long high = Bytes.word(bytes, i) & Bytes.HIGHS;
            if (high != 0) {
                return i + (Long.numberOfTrailingZeros(high) >>> 3);
            }
        }
        while (i < length && bytes[i] >= 0) {
            i++;
        }
        return i;
    }

    /** Returns whether the bytes from an offset, at which a character must start, are valid. */
    static boolean isValid(byte[] bytes, int from, int length) {
        int i = from;
        while (true) {
            if (i < length && bytes[i] >= 0) {
                i = ascii(bytes, i, length);
            }
            if (i >= length) {
                return true;
            }
            int size = sizeOfCharacter(bytes, i, length);
            if (size == 0) {
                return false;
            }
            i += size;
        }
    }

    /** Returns the length of the character of two to four bytes at an offset; 0 if there is no valid one. */
    private static int sizeOfCharacter(byte[] bytes, int i, int length) {
        int lead = bytes[i] & 0xFF;
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        int size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (length - i < size) {
            return 0;
        }
        int second = bytes[i + 1] & 0xFF;
        int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < least || second > most) {
            return 0;
        }
        for (int k = 2; k < size; k++) {
            if ((bytes[i + k] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return size;
    }

    /** Writes a code point, in up to four bytes, and returns the offset after it. */
    public static int put(int codePoint, byte[] out, int at) {
        int i = at;
        if (codePoint < 0x80) {
            out[i++] = (byte) codePoint;
        } else if (codePoint < 0x800) {
            out[i++] = (byte) (0xC0 | (codePoint >> 6));
            out[i++] = (byte) (0x80 | (codePoint & 0x3F));
        } else if (codePoint < 0x10000) {
            out[i++] = (byte) (0xE0 | (codePoint >> 12));
            out[i++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
            out[i++] = (byte) (0x80 | (codePoint & 0x3F));
        } else {
            out[i++] = (byte) (0xF0 | (codePoint >> 18));
            out[i++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
            out[i++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
            out[i++] = (byte) (0x80 | (codePoint & 0x3F));
        }
        return i;
    }
}
