// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.css;

import io.github.checklinks.extract.Bytes;
import io.github.checklinks.extract.charset.Utf8;

/** A decoder of strings and URLs in style sheets, which resolves escapes (CSS Syntax §4.3.5 to §4.3.7). */
final class CssText {

    private byte[] text = new byte[0];
    private int from;
    private int to;
    private byte[] scratch = new byte[64];

    /** Returns the buffer that holds the text last read, from {@link #from} to {@link #to}. */
    byte[] bytes() {
        return text;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Reads a string and returns the offset after it; the text is empty if a line end breaks the string off. */
    int readString(byte[] css, int quoteAt, int end) {
        byte quote = css[quoteAt];
        boolean escaped = false;
        int i = quoteAt + 1;
        while (i < end && css[i] != quote) {
            if (css[i] == '\n' || css[i] == '\r' || css[i] == '\f') {
                take(css, i, i, false);
                return i;
            }
            if (css[i] == '\\') {
                escaped = true;
                i = afterEscape(css, i + 1, end);
            } else {
                escaped |= css[i] == 0;
                i++;
            }
        }
        take(css, quoteAt + 1, Math.min(i, end), escaped);
        return Math.min(i + 1, end);
    }

    /** Reads the content of {@code url()} and returns the offset after its closing parenthesis; the text is empty if it is a bad URL. */
    int readUrl(byte[] css, int begin, int end) {
        int i = begin;
        while (i < end && Bytes.isSpace(css[i])) {
            i++;
        }
        if (i < end && (css[i] == '"' || css[i] == '\'')) {
            return readString(css, i, end);
        }
        int start = i;
        boolean escaped = false;
        while (i < end && css[i] != ')' && !Bytes.isSpace(css[i])) {
            byte c = css[i];
            if (c == '"' || c == '\'' || c == '(' || (c > 0 && c < ' ') || c == 0x7F) {
                return bad(css, i, end);
            }
            if (c == '\\') {
                if (i + 1 < end && (css[i + 1] == '\n' || css[i + 1] == '\r' || css[i + 1] == '\f')) {
                    return bad(css, i, end);
                }
                escaped = true;
                i = afterEscape(css, i + 1, end);
            } else {
                escaped |= css[i] == 0;
                i++;
            }
        }
        int stop = Math.min(i, end);
        while (i < end && Bytes.isSpace(css[i])) {
            i++;
        }
        if (i < end && css[i] != ')') {
            return bad(css, i, end);
        }
        take(css, start, stop, escaped);
        return Math.min(i + 1, end);
    }

    /** Skips the remnants of a bad URL. */
    private int bad(byte[] css, int begin, int end) {
        take(css, begin, begin, false);
        int i = begin;
        while (i < end && css[i] != ')') {
            i += css[i] == '\\' ? 2 : 1;
        }
        return Math.min(i + 1, end);
    }

    private void take(byte[] css, int begin, int stop, boolean escaped) {
        text = css;
        from = begin;
        to = stop;
        if (escaped) {
            unescape(css, begin, stop);
        }
    }

    private void unescape(byte[] css, int begin, int stop) {
        if (scratch.length < 3 * (stop - begin)) {
            scratch = new byte[3 * (stop - begin)];
        }
        int length = 0;
        int i = begin;
        while (i < stop) {
            if (css[i] == 0) {
                length = Utf8.put(0xFFFD, scratch, length);
                i++;
                continue;
            }
            if (css[i] != '\\') {
                scratch[length++] = css[i++];
                continue;
            }
            i++;
            int digits = i;
            int codePoint = 0;
            while (i < stop && i - digits < 6 && Bytes.hexDigit(css[i]) >= 0) {
                codePoint = codePoint * 16 + Bytes.hexDigit(css[i++]);
            }
            if (i > digits) {
                boolean invalid = codePoint == 0
                        || codePoint > Character.MAX_CODE_POINT
                        || (codePoint >= 0xD800 && codePoint <= 0xDFFF);
                length = Utf8.put(invalid ? 0xFFFD : codePoint, scratch, length);
                if (i < stop && Bytes.isSpace(css[i])) {
                    i = afterBackslash(css, i, stop);
                }
            } else if (i < stop && (css[i] == '\n' || css[i] == '\r' || css[i] == '\f')) {
                i = afterBackslash(css, i, stop);
            } else if (i < stop) {
                scratch[length++] = css[i++];
            }
        }
        text = scratch;
        from = 0;
        to = length;
    }

    /** Returns the end of an escape: up to six hexadecimal digits and a space, or one character. */
    private static int afterEscape(byte[] css, int at, int end) {
        int i = at;
        while (i < end && i - at < 6 && Bytes.hexDigit(css[i]) >= 0) {
            i++;
        }
        return i == at || (i < end && Bytes.isSpace(css[i])) ? afterBackslash(css, i, end) : i;
    }

    /** Returns the end of the character after a backslash; CR LF counts as one. */
    private static int afterBackslash(byte[] css, int at, int end) {
        return at + 1 < end && css[at] == '\r' && css[at + 1] == '\n' ? at + 2 : at + 1;
    }
}
