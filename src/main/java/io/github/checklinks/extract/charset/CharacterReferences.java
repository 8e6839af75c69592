// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.charset;

import io.github.checklinks.extract.Bytes;
import java.nio.charset.StandardCharsets;
import org.jsoup.nodes.Entities;

/**
 * Decodes attribute values: character references as they are read in attributes (HTML §13.2.5.72 to §13.2.5.80), CR LF and CR to LF,
 * NUL to U+FFFD.
 */
public final class CharacterReferences {

    /** The longest name is {@code CounterClockwiseContourIntegral}, of 31 letters. */
    private static final int LONGEST_NAME = 31;

    /** What the references from 128 to 159 mean; they are read as windows-1252. */
    private static final String C1 =
            "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
                    + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private byte[] out = new byte[256];
    private int length;

    private byte[] value = out;
    private int valueFrom;
    private int valueTo;

    /** What holds the decoded value; valid until the next one. */
    public byte[] bytes() {
        return value;
    }

    /** Where the decoded value begins. */
    public int from() {
        return valueFrom;
    }

    /** Where the decoded value ends. */
    public int to() {
        return valueTo;
    }

    /** Lets a large buffer and the last text go. */
    public void trim() {
        if (out.length > 1 << 16) {
            out = new byte[256];
        }
        value = out;
    }

    /**
     * Decodes a value. One large method on purpose, as what the compiler would copy to wherever a value is looked at.
     *
     * @param special 0 when nothing in it stands for something else
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
            // The references that are nearly all: lt, gt, amp.
            byte usual = 0;
            if (closed && i - ampersand == 3 && text[ampersand + 2] == 't') {
                usual = (byte) (text[ampersand + 1] == 'l' ? '<' : text[ampersand + 1] == 'g' ? '>' : 0);
            } else if (closed
                    && i - ampersand == 4
                    && text[ampersand + 1] == 'a'
                    && text[ampersand + 2] == 'm'
                    && text[ampersand + 3] == 'p') {
                usual = '&';
            }
            if (usual != 0) {
                out[length++] = usual;
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
            // A name that goes on is text, so that "?a=b&copy=c" stays what it is.
            if (closed
                    ? Entities.isNamedEntity(name)
                    : !(end < to && text[end] == '=') && Entities.isBaseNamedEntity(name)) {
                byte[] meant = (name.equals("amp") ? "&" : Entities.getByName(name)).getBytes(StandardCharsets.UTF_8);
                reserve(meant.length + to - end);
                copy(meant, 0, meant.length);
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
        append(meaning(value));
        return i < to && text[i] == ';' ? i + 1 : i;
    }

    /** HTML §13.2.5.80. */
    private static int meaning(int value) {
        if (value == 0 || value > Character.MAX_CODE_POINT || (value >= 0xD800 && value <= 0xDFFF)) {
            return 0xFFFD;
        }
        return value >= 0x80 && value <= 0x9F ? C1.charAt(value - 0x80) : value;
    }

    /** Appends a character as UTF-8, for which there is room. */
    private void append(int codePoint) {
        length = Utf8.put(codePoint, out, length);
    }

    private void copy(byte[] text, int from, int to) {
        System.arraycopy(text, from, out, length, to - from);
        length += to - from;
    }

    /** Makes room for what comes next and for the rest of the text, so that plain text needs no look at the room that is left. */
    private void reserve(int more) {
        if (out.length - length < more) {
            byte[] larger = new byte[Math.max(out.length * 2, length + more)];
            System.arraycopy(out, 0, larger, 0, length);
            out = larger;
        }
    }
}
