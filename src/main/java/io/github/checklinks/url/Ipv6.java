// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

/** Parses and serialises IPv6 addresses (WHATWG URL §3.5). */
final class Ipv6 {

    private static final int[] NONE = {};

    private Ipv6() {}

    /** Returns the eight pieces of an address without brackets; an empty array if it is not one. */
    static int[] parse(String text) {
        int[] pieces = new int[8];
        int piece = 0;
        int compress = -1;
        int i = 0;
        int n = text.length();
        if (text.startsWith("::")) {
            i = 2;
            piece = 1;
            compress = 1;
        } else if (text.startsWith(":")) {
            return NONE;
        }
        while (i < n) {
            if (piece == 8) {
                return NONE;
            }
            if (text.charAt(i) == ':') {
                if (compress >= 0) {
                    return NONE;
                }
                i++;
                piece++;
                compress = piece;
                continue;
            }
            int start = i;
            int value = 0;
            while (i < n && i - start < 4 && PercentCoding.hex(text.charAt(i)) >= 0) {
                value = (value << 4) | PercentCoding.hex(text.charAt(i++));
            }
            if (i < n && text.charAt(i) == '.') {
                if (i == start || piece > 6 || !embedded(text, start, pieces, piece)) {
                    return NONE;
                }
                piece += 2;
                break;
            }
            if (i < n && (text.charAt(i) != ':' || ++i == n)) {
                return NONE;
            }
            pieces[piece++] = value;
        }
        if (compress >= 0) {
            int moved = piece - compress;
            System.arraycopy(pieces, compress, pieces, 8 - moved, moved);
            for (int zero = compress; zero < 8 - moved; zero++) {
                pieces[zero] = 0;
            }
            return pieces;
        }
        return piece == 8 ? pieces : NONE;
    }

    /** Parses the four strict decimals of {@code ::1.2.3.4} up to the end of the text. */
    private static boolean embedded(String text, int from, int[] pieces, int piece) {
        int n = text.length();
        int i = from;
        for (int part = 0; part < 4; part++) {
            if (part > 0 && (i == n || text.charAt(i++) != '.')) {
                return false;
            }
            int start = i;
            int value = 0;
            while (i < n && i - start < 3 && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                value = value * 10 + text.charAt(i++) - '0';
            }
            if (i == start || value > 255 || (i - start > 1 && text.charAt(start) == '0')) {
                return false;
            }
            int target = piece + part / 2;
            pieces[target] = (pieces[target] << 8) | value;
        }
        return i == n;
    }

    /**
     * Serialises an address, without brackets: lower case, the first longest run of two or more zero pieces as {@code
     * ::}.
     */
    static String text(int[] pieces) {
        int compress = -1;
        int longest = 1;
        for (int i = 0; i < 8; i++) {
            int run = i;
            while (run < 8 && pieces[run] == 0) {
                run++;
            }
            if (run - i > longest) {
                longest = run - i;
                compress = i;
            }
            i = Math.max(i, run - 1);
        }
        StringBuilder out = new StringBuilder(39);
        for (int i = 0; i < 8; i++) {
            if (i == compress) {
                out.append(i == 0 ? "::" : ":");
                i += longest - 1;
            } else {
                out.append(Integer.toHexString(pieces[i]));
                if (i < 7) {
                    out.append(':');
                }
            }
        }
        return out.toString();
    }
}
