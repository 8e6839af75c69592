// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.attribute;

import io.github.checklinks.extract.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** A map of ASCII names to numbers, looked up in a byte range, ignoring case and without creating a string. Immutable. */
public final class NameTable {

    /** The number of a name that is not in the table. */
    public static final int NONE = -1;

    private static final int EXACT = 1 << 31;

    /** Maps each byte to lower case. */
    private static final byte[] LOWER = lower();

    /** The key of the empty name. */
    public static final long KEY_OF_NOTHING = 0;

    private final long[] keys;

    /** The numbers; the sign bit is set if the key alone identifies the name. */
    private final int[] values;

    private final byte[][] names;
    private final int shift;

    /** Creates a table that numbers the names in their order, from 0. They must be in lower case and distinct. */
    public NameTable(Collection<String> lowerNames) {
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
            while (keys[at] != 0) {
                at = (at + 1) & (names.length - 1);
            }
            boolean exact = name.length <= 8 && isLetters(name);
            keys[at] = key;
            values[at] = exact ? number | EXACT : number;
            names[at] = name;
            number++;
        }
    }

    private static boolean isLetters(byte[] name) {
        for (byte each : name) {
            if (!Bytes.isLetter(each)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the number of the name in a range, which must not be empty, or {@link #NONE}. */
    public int find(byte[] text, int from, int to) {
        return find(key(text, from, to), text, from, to);
    }

    /** Returns the number of the name in a range, or {@link #NONE}; the key is that of the name. */
    public int find(long key, byte[] text, int from, int to) {
        int at = slot(key);
        while (keys[at] != 0) {
            if (keys[at] == key) {
                int value = values[at];
                if (value < 0 ? to - from <= 8 : same(names[at], text, from, to)) {
                    return value & ~EXACT;
                }
            }
            at = (at + 1) & (keys.length - 1);
        }
        return NONE;
    }

    /** Returns a case-insensitive 64-bit hash (FNV-1a) of a name; distinct names practically never share it. */
    public static long identity(byte[] text, int from, int to) {
        long identity = 0xCBF29CE484222325L;
        for (int i = from; i < to; i++) {
            identity = (identity ^ (text[i] | 0x20)) * 0x100000001B3L;
        }
        return identity;
    }

    private static long key(byte[] text, int from, int to) {
        long key = KEY_OF_NOTHING;
        for (int i = from; i < to; i++) {
            key = key(key, text[i]);
        }
        return key;
    }

    /**
     * Extends the key of a name by one byte. Names that are equal ignoring case have equal keys; distinct names of at most eight letters
     * have distinct keys.
     */
    public static long key(long keySoFar, byte next) {
        return Long.rotateLeft(keySoFar, 8) ^ (next & 0xFF | 0x20);
    }

    private int slot(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> shift);
    }

    private static boolean same(byte[] name, byte[] text, int from, int to) {
        if (name.length != to - from) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (LOWER[text[from + i] & 0xFF] != name[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] lower() {
        byte[] lower = new byte[256];
        for (int c = 0; c < lower.length; c++) {
            lower[c] = (byte) Bytes.toLower(c);
        }
        return lower;
    }
}
