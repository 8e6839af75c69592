// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

/** Percent-decodes and -encodes text (WHATWG URL §1.3). */
public final class PercentCoding {

    private static final String HEX = "0123456789ABCDEF";

    private PercentCoding() {}

    /**
     * Decodes once, as UTF-8 without BOM handling. Invalid UTF-8 becomes U+FFFD; a malformed {@code %} and {@code +}
     * are unchanged.
     */
    public static String decode(String text) {
        int i = text.indexOf('%');
        if (i < 0) {
            return text;
        }
        int n = text.length();
        StringBuilder out = new StringBuilder(n).append(text, 0, i);
        Utf8Decoder bytes = new Utf8Decoder(out);
        while (i < n) {
            int value = byteAt(text, i);
            if (value >= 0) {
                bytes.accept(value);
                i += 3;
            } else {
                bytes.end();
                out.append(text.charAt(i++));
            }
        }
        bytes.end();
        return out.toString();
    }

    /**
     * Encodes a decoded file path (with {@code /} between its segments) so that parsing it as a URL path yields the
     * same path; {@code %}, {@code ?} and {@code #} are encoded, too. Segments {@code .} and {@code ..} cannot be
     * expressed and are unchanged.
     */
    public static String encodePath(String path) {
        return encode(path, EncodeSet.DECODED_PATH);
    }

    /**
     * Encodes a fragment as the URL parser does (fragment percent-encode set). A {@code %} is unchanged, so encoding
     * twice changes nothing.
     */
    public static String encodeFragment(String fragment) {
        return encode(fragment, EncodeSet.FRAGMENT);
    }

    private static String encode(String text, int set) {
        int n = text.length();
        int plain = EncodeSet.indexIn(set, text, 0, n);
        if (plain == n) {
            return text;
        }
        StringBuilder out = new StringBuilder(n + 32).append(text, 0, plain);
        encode(out, set, text, plain, n);
        return out.toString();
    }

    /**
     * Appends {@code [from, to)} with the characters of the set as percent-encoded UTF-8; an unpaired surrogate counts
     * as U+FFFD.
     */
    static void encode(StringBuilder out, int set, String text, int from, int to) {
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            if (!EncodeSet.contains(set, c)) {
                out.append(c);
                i++;
            } else {
                int codePoint = c;
                if (Character.isSurrogate(c)) {
                    boolean pair =
                            Character.isHighSurrogate(c) && i + 1 < to && Character.isLowSurrogate(text.charAt(i + 1));
                    codePoint = pair ? Character.toCodePoint(c, text.charAt(i + 1)) : 0xFFFD;
                }
                encode(out, codePoint);
                i += codePoint > 0xFFFF ? 2 : 1;
            }
        }
    }

    private static void encode(StringBuilder out, int codePoint) {
        if (codePoint < 0x80) {
            octet(out, codePoint);
            return;
        }
        if (codePoint < 0x800) {
            octet(out, 0xC0 | (codePoint >> 6));
        } else {
            if (codePoint < 0x10000) {
                octet(out, 0xE0 | (codePoint >> 12));
            } else {
                octet(out, 0xF0 | (codePoint >> 18));
                octet(out, 0x80 | ((codePoint >> 12) & 0x3F));
            }
            octet(out, 0x80 | ((codePoint >> 6) & 0x3F));
        }
        octet(out, 0x80 | (codePoint & 0x3F));
    }

    private static void octet(StringBuilder out, int value) {
        out.append('%').append(HEX.charAt(value >> 4)).append(HEX.charAt(value & 15));
    }

    /** Returns the byte that {@code %XX} at this index stands for, or -1. */
    private static int byteAt(String text, int index) {
        if (text.charAt(index) != '%' || index + 2 >= text.length()) {
            return -1;
        }
        int high = hex(text.charAt(index + 1));
        int low = hex(text.charAt(index + 2));
        return high < 0 || low < 0 ? -1 : (high << 4) | low;
    }

    /** Returns the value of an ASCII hexadecimal digit, or -1. */
    public static int hex(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int lower = c | 0x20;
        return c < 128 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
