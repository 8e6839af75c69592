// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

/**
 * A decoder of single bytes, with one U+FFFD for each maximal invalid subpart (WHATWG Encoding §8.1.1). The JDK's own
 * decoder returns other counts for encoded surrogates.
 */
final class Utf8Decoder {

    private final StringBuilder out;
    private int codePoint;
    private int needed;
    private int lower = 0x80;
    private int upper = 0xBF;

    Utf8Decoder(StringBuilder out) {
        this.out = out;
    }

    void accept(int value) {
        if (needed > 0) {
            if (value >= lower && value <= upper) {
                lower = 0x80;
                upper = 0xBF;
                codePoint = (codePoint << 6) | (value & 0x3F);
                if (--needed == 0) {
                    out.appendCodePoint(codePoint);
                }
                return;
            }
            end();
        }
        if (value < 0x80) {
            out.append((char) value);
        } else if (value >= 0xC2 && value <= 0xDF) {
            needed = 1;
            codePoint = value & 0x1F;
        } else if (value >= 0xE0 && value <= 0xEF) {
            needed = 2;
            codePoint = value & 0xF;
            lower = value == 0xE0 ? 0xA0 : 0x80;
            upper = value == 0xED ? 0x9F : 0xBF;
        } else if (value >= 0xF0 && value <= 0xF4) {
            needed = 3;
            codePoint = value & 7;
            lower = value == 0xF0 ? 0x90 : 0x80;
            upper = value == 0xF4 ? 0x8F : 0xBF;
        } else {
            out.append('\uFFFD');
        }
    }

    /** Ends the input; an incomplete sequence becomes U+FFFD. */
    void end() {
        if (needed > 0) {
            needed = 0;
            lower = 0x80;
            upper = 0xBF;
            out.append('\uFFFD');
        }
    }
}
