// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Searches in byte arrays, eight bytes at a time, and tests for ASCII characters. */
public final class Bytes {

    /** The value 1 in each of eight bytes. */
    public static final long ONES = 0x0101010101010101L;

    /** The highest bit of each of eight bytes. */
    public static final long HIGHS = 0x8080808080808080L;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Most matches in markup are nearer than this, where reading words does not pay. */
    private static final int NEAR = 24;

    /** Most of the other matches are nearer than this, where combining words does not pay. */
    private static final int FAR = 128;

    private Bytes() {}

    /**
     * Returns the eight bytes at an offset in little-endian order; the array must hold them all. Until C2 has compiled the caller, this
     * is fast only at offsets that are multiples of eight: at others, the JDK assembles the bytes one by one.
     */
    public static long word(byte[] bytes, int at) {
        return (long) WORD.get(bytes, at);
    }

    /** Returns the offset of the first occurrence of an ASCII byte, or {@code end} if there is none. */
    public static int find(byte[] bytes, int from, int end, int ascii) {
        int near = Math.min(end, from + NEAR + 7 & -8);
        int i = from;
        while (i < near && bytes[i] != ascii) {
            i++;
        }
        return i < near ? i : findFar(bytes, i, end, ascii);
    }

    /** Deliberately above HotSpot's inlining limit: a smaller method would be inlined, with all its loops, into every caller of find. */
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

    /**
     * Returns a word that is not 0 if one of the eight bytes is the ASCII byte. Its lowest set bit is the highest bit of the first such
     * byte; the bits above it may be wrong.
     */
    public static long holds(long word, int ascii) {
        long differs = word ^ (ascii * ONES);
        return (differs - ONES) & ~differs & HIGHS;
    }

    /** Returns whether the range begins with an ASCII word, ignoring case; the word is given in lower case. */
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

    /** Returns whether the range equals an ASCII word, ignoring case; the word is given in lower case. */
    public static boolean is(byte[] bytes, int from, int to, String lower) {
        return to - from == lower.length() && startsWith(bytes, from, to, lower);
    }

    public static int toLower(int ascii) {
        return ascii >= 'A' && ascii <= 'Z' ? ascii | 0x20 : ascii;
    }

    /** Returns whether a byte is ASCII whitespace (Infra §4.6): tab, line feed, form feed, carriage return, space. */
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

    /** Returns the value of a hexadecimal digit, or -1. */
    public static int hexDigit(int c) {
        if (isDigit(c)) {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
