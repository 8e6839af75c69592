// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

/** The percent-encode sets of the WHATWG URL standard (§1.3), as bit flags in one table over ASCII. */
final class EncodeSet {

    static final int CONTROLS = 1;
    static final int FRAGMENT = 2;
    static final int QUERY = 4;
    /** The query of http, https, ws, wss, ftp and file. */
    static final int SPECIAL_QUERY = 8;

    static final int PATH = 16;
    static final int USERINFO = 32;
    /** A decoded path: its percent signs and backslashes are literal. */
    static final int DECODED_PATH = 64;

    private static final byte[] SETS = new byte[128];

    static {
        for (int c = 0; c < 0x20; c++) {
            SETS[c] = 127;
        }
        SETS[0x7F] = 127;
        add(" \"<>", FRAGMENT | QUERY | SPECIAL_QUERY | PATH | USERINFO | DECODED_PATH);
        add("`", FRAGMENT | PATH | USERINFO | DECODED_PATH);
        add("#", QUERY | SPECIAL_QUERY | PATH | USERINFO | DECODED_PATH);
        add("'", SPECIAL_QUERY);
        add("?^{}", PATH | USERINFO | DECODED_PATH);
        add("/:;=@[]|", USERINFO);
        add("\\", USERINFO | DECODED_PATH);
        add("%", DECODED_PATH);
    }

    private EncodeSet() {}

    private static void add(String characters, int sets) {
        for (int i = 0; i < characters.length(); i++) {
            SETS[characters.charAt(i)] |= (byte) sets;
        }
    }

    /** Returns whether a UTF-16 code unit is encoded in a component of this set; all beyond ASCII are. */
    static boolean contains(int set, char c) {
        return c >= 128 || (SETS[c] & set) != 0;
    }

    /** Returns the index of the first code unit in {@code [from, to)} that is encoded, or {@code to}. */
    static int indexIn(int set, String text, int from, int to) {
        int i = from;
        while (i < to && !contains(set, text.charAt(i))) {
            i++;
        }
        return i;
    }
}
