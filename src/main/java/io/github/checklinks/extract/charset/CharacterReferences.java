// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.charset;

import io.github.checklinks.extract.Bytes;
import java.nio.charset.StandardCharsets;
import org.jsoup.nodes.Entities;

/**
 * A decoder of attribute values: resolves character references by the rules for attributes (HTML §13.2.5.72 to §13.2.5.80) and replaces
 * CR LF and CR by LF, NUL by U+FFFD. Not thread-safe.
 */
public final class CharacterReferences {

    /** The longest name is {@code CounterClockwiseContourIntegral}, of 31 letters. */
    private static final int LONGEST_NAME = 31;

    /** The characters for the references from 128 to 159, which are read as windows-1252. */
    private static final String C1 =
            "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
                    + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private byte[] out = new byte[256];
    private int length;

    private byte[] value = out;
    private int valueFrom;
    private int valueTo;

    /** Returns the buffer that holds the decoded value; valid until the next one is decoded. */
    public byte[] bytes() {
        return value;
    }

    /** Returns the start of the decoded value. */
    public int from() {
        return valueFrom;
    }

    /** Returns the end of the decoded value, exclusive. */
    public int to() {
        return valueTo;
    }

    /** Releases the last text, and the buffer if it is large. */
    public void trim() {
        if (out.length > 1 << 16) {
            out = new byte[256];
        }
        value = out;
    }

    /**
     * Decodes a value. Deliberately above HotSpot's inlining limit, so that it is not inlined wherever a value is read.
     *
     * @param special 0 if nothing in the value needs decoding; then it is not copied
     */
    public void decode(byte[] text, int from, int to, int special) {
        if (special == 0) {
            value = text;
            valueFrom = from;
            valueTo = to;
            return;
        }
        length = 0;
        reserve(to - from);
        int i = from;
        while (i < to) {
            byte c = text[i];
            if (c != '&') {
                i++;
                if (c == 0) {
                    reserve(3 + to - i);
                    append(0xFFFD);
                } else if (c == '\r') {
                    out[length++] = '\n';
                    if (i < to && text[i] == '\n') {
                        i++;
                    }
                } else {
                    out[length++] = c;
                }
                continue;
            }
            int ampersand = i++;
            if (i < to && text[i] == '#') {
                reserve(4 + to - i);
                i = number(text, ampersand, to);
                continue;
            }
            while (i < to && i - ampersand <= LONGEST_NAME + 1 && (Bytes.isLetter(text[i]) || Bytes.isDigit(text[i]))) {
                i++;
            }
            boolean closed = i < to && text[i] == ';';
            // Fast path for almost all references: lt, gt, amp.
            byte common = 0;
            if (closed && i - ampersand == 3 && text[ampersand + 2] == 't') {
                common = (byte) (text[ampersand + 1] == 'l' ? '<' : text[ampersand + 1] == 'g' ? '>' : 0);
            } else if (closed
                    && i - ampersand == 4
                    && text[ampersand + 1] == 'a'
                    && text[ampersand + 2] == 'm'
                    && text[ampersand + 3] == 'p') {
                common = '&';
            }
            if (common != 0) {
                out[length++] = common;
                i++;
            } else {
                i = named(text, ampersand, i, to, closed);
            }
        }
        value = out;
        valueFrom = 0;
        valueTo = length;
    }

    private int named(byte[] text, int ampersand, int end, int to, boolean closed) {
        if (end > ampersand + 1 && end - ampersand <= LONGEST_NAME + 1) {
            String name = new String(text, ampersand + 1, end - ampersand - 1, StandardCharsets.ISO_8859_1);
            // Without a semicolon, a name followed by "=" or an alphanumeric is text, so that "?a=b&copy=c" is left
            // alone.
            if (closed
                    ? Entities.isNamedEntity(name)
                    : !(end < to && text[end] == '=') && Entities.isBaseNamedEntity(name)) {
                byte[] replacement =
                        (name.equals("amp") ? "&" : Entities.getByName(name)).getBytes(StandardCharsets.UTF_8);
                reserve(replacement.length + to - end);
                copy(replacement, 0, replacement.length);
                return closed ? end + 1 : end;
            }
        }
        copy(text, ampersand, end);
        return end;
    }

    private int number(byte[] text, int ampersand, int to) {
        int i = ampersand + 2;
        boolean hex = i < to && (text[i] | 0x20) == 'x';
        if (hex) {
            i++;
        }
        int digits = i;
        int value = 0;
        while (i < to) {
            int digit = hex ? Bytes.hexDigit(text[i]) : Bytes.isDigit(text[i]) ? text[i] - '0' : -1;
            if (digit < 0) {
                break;
            }
            value = Math.min(value * (hex ? 16 : 10) + digit, 0x110000);
            i++;
        }
        if (i == digits) {
            copy(text, ampersand, i);
            return i;
        }
        append(referenced(value));
        return i < to && text[i] == ';' ? i + 1 : i;
    }

    /** Returns the code point a numeric reference stands for (HTML §13.2.5.80). */
    private static int referenced(int value) {
        if (value == 0 || value > Character.MAX_CODE_POINT || (value >= 0xD800 && value <= 0xDFFF)) {
            return 0xFFFD;
        }
        return value >= 0x80 && value <= 0x9F ? C1.charAt(value - 0x80) : value;
    }

    /** Appends a character as UTF-8; the caller has reserved room for it. */
    private void append(int codePoint) {
        length = Utf8.put(codePoint, out, length);
    }

    private void copy(byte[] text, int from, int to) {
        System.arraycopy(text, from, out, length, to - from);
        length += to - from;
    }

    /** Makes room for the next output and the rest of the text, so that copying plain text needs no capacity check. */
    private void reserve(int more) {
        if (out.length - length < more) {
            byte[] larger = new byte[Math.max(out.length * 2, length + more)];
            System.arraycopy(out, 0, larger, 0, length);
            out = larger;
        }
    }
}
