// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Searches in byte arrays, eight bytes at a time. */
public final class Bytes {

    /** The value 1 in each of eight bytes. */
    public static final long ONES = 0x0101010101010101L;

    /** The highest bit of each of eight bytes. */
    public static final long HIGHS = 0x8080808080808080L;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Most of what is looked for in markup lies nearer than this, where words do not pay. */
    private static final int NEAR = 24;

    /** And most of the rest nearer than this, where words together do not pay. */
    private static final int FAR = 128;

    private Bytes() {}

    /**
     * Eight bytes from an offset, the first in the lowest place; the array must hold them all. Before the last compiler has seen the
     * caller, that is quick only at offsets that eight divides: elsewhere the platform puts the bytes together one by one.
     */
    public static long word(byte[] bytes, int at) {
        return (long) WORD.get(bytes, at);
    }

    /** The offset of the first such ASCII byte, or {@code end}. */
    public static int find(byte[] bytes, int from, int end, int ascii) {
        int near = Math.min(end, from + NEAR + 7 & -8);
        int i = from;
        while (i < near && bytes[i] != ascii) {
            i++;
        }
        return i < near ? i : findFar(bytes, i, end, ascii);
    }

    /** One large method on purpose: a compiler would copy a smaller one to all who look for something, with all its loops. */
    private static int findFar(byte[] bytes, int from, int end, int ascii) {
        int i = from;
        for (int far = Math.min(end, from + FAR); i + 8 <= far; i += 8) {
            long found = holds(word(bytes, i), ascii);
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        long wanted = ascii * ONES;
        for (; i + 64 <= end; i += 64) {
            long first = word(bytes, i) ^ wanted;
            long second = word(bytes, i + 8) ^ wanted;
            long third = word(bytes, i + 16) ^ wanted;
            long fourth = word(bytes, i + 24) ^ wanted;
            long fifth = word(bytes, i + 32) ^ wanted;
            long sixth = word(bytes, i + 40) ^ wanted;
            long seventh = word(bytes, i + 48) ^ wanted;
            long eighth = word(bytes, i + 56) ^ wanted;
            long zeros = first - ONES & ~first
                    | second - ONES & ~second
                    | third - ONES & ~third
                    | fourth - ONES & ~fourth
                    | fifth - ONES & ~fifth
                    | sixth - ONES & ~sixth
                    | seventh - ONES & ~seventh
                    | eighth - ONES & ~eighth;
            if ((zeros & HIGHS) != 0) {
                break;
            }
        }
        for (; i + 8 <= end; i += 8) {
            long found = holds(word(bytes, i), ascii);
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (i < end && bytes[i] != ascii) {
            i++;
        }
        return i;
    }

    /** Not 0 when one of the bytes is the ASCII byte, the lowest bit for the first of them; the others may be wrong. */
    public static long holds(long word, int ascii) {
        long differs = word ^ (ascii * ONES);
        return (differs - ONES) & ~differs & HIGHS;
    }

    /** Whether an ASCII word in lower case stands at the offset, in any letter case, and before the end. */
    public static boolean startsWith(byte[] bytes, int at, int end, String lower) {
        if (at + lower.length() > end) {
            return false;
        }
        for (int i = 0; i < lower.length(); i++) {
            if (toLower(bytes[at + i]) != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the range holds this ASCII word, in any letter case. */
    public static boolean is(byte[] bytes, int from, int to, String lower) {
        return to - from == lower.length() && startsWith(bytes, from, to, lower);
    }

    public static int toLower(int ascii) {
        return ascii >= 'A' && ascii <= 'Z' ? ascii | 0x20 : ascii;
    }

    /** ASCII whitespace (Infra §4.6): tab, line feed, form feed, carriage return, space. */
    public static boolean isSpace(int c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }

    public static boolean isLetter(int c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    public static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** The value of a hexadecimal digit, or -1. */
    public static int hexDigit(int c) {
        if (isDigit(c)) {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
