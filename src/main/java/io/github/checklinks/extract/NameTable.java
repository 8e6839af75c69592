// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * A fixed set of ASCII names with their numbers, looked up in a text in any letter case without making a string.
 *
 * <p>Names of up to eight letters are compared as one number; others also byte by byte.
 */
final class NameTable {

    /** The number of a name that is not in the table. */
    static final int NONE = -1;

    private static final long SPACES = 0x20 * Bytes.ONES;

    private final long[] keys;
    private final int[] values;
    private final byte[][] names;
    private final int shift;

    /** Numbers the names in their order, from 0. Each must be in lower case and differ from all others. */
    NameTable(Collection<String> lowerNames) {
        int bits = 4;
        while (1 << bits < 4 * lowerNames.size()) {
            bits++;
        }
        keys = new long[1 << bits];
        values = new int[1 << bits];
        names = new byte[1 << bits][];
        shift = 64 - bits;
        int number = 0;
        for (String lower : lowerNames) {
            byte[] name = lower.getBytes(StandardCharsets.UTF_8);
            long key = key(name, 0, name.length);
            int at = slot(key);
            while (names[at] != null) {
                at = (at + 1) & (names.length - 1);
            }
            keys[at] = key;
            values[at] = number++;
            names[at] = name;
        }
    }

    /** The number of the name in this range, which must not be empty. */
    int find(byte[] text, int from, int to) {
        return find(key(text, from, to), text, from, to);
    }

    /** The number of the name in this range, whose key is known. */
    int find(long key, byte[] text, int from, int to) {
        for (int at = slot(key); ; at = (at + 1) & (names.length - 1)) {
            byte[] name = names[at];
            if (name == null) {
                return NONE;
            }
            if (keys[at] == key && same(name, text, from, to)) {
                return values[at];
            }
        }
    }

    /** A number that equal names share whatever their letter case, and different ones hardly ever. */
    static long key(byte[] text, int from, int to) {
        int length = to - from;
        if (length > 8) {
            long first = Bytes.word(text, from) | SPACES;
            long last = Bytes.word(text, to - 8) | SPACES;
            return (first ^ Long.rotateLeft(last, 29)) + length;
        }
        long mask = -1L >>> (64 - 8 * length);
        if (length > 4 && from + 8 <= text.length) {
            return (Bytes.word(text, from) | SPACES) & mask;
        }
        long word = 0;
        for (int i = to - 1; i >= from; i--) {
            word = (word << 8) | (text[i] & 0xFF);
        }
        return (word | SPACES) & mask;
    }

    private int slot(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> shift);
    }

    private static boolean same(byte[] name, byte[] text, int from, int to) {
        if (name.length != to - from) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (Bytes.toLower(text[from + i]) != name[i]) {
                return false;
            }
        }
        return true;
    }
}
