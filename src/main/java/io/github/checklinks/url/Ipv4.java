// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

/**
 * Parses IPv4 addresses in all forms that browsers accept: decimal, octal, hexadecimal, with one to four parts (WHATWG
 * URL §3.5).
 */
final class Ipv4 {

    private static final long TOO_LARGE = 1L << 32;

    private Ipv4() {}

    /**
     * Returns whether a domain's last label is a number, so that it must be an address (WHATWG URL "ends in a number
     * checker").
     */
    static boolean endsInNumber(String domain) {
        int end = domain.length();
        if (end > 0 && domain.charAt(end - 1) == '.') {
            end--;
        }
        int start = domain.lastIndexOf('.', end - 1) + 1;
        if (start == end) {
            return false;
        }
        int i = start;
        while (i < end && domain.charAt(i) >= '0' && domain.charAt(i) <= '9') {
            i++;
        }
        return i == end || number(domain, start, end) >= 0;
    }

    /** Returns the address as an unsigned number, or -1 if it is not one. */
    static long value(String domain) {
        int end = domain.length();
        if (end > 0 && domain.charAt(end - 1) == '.') {
            end--;
        }
        long address = 0;
        int start = 0;
        for (int part = 0; part < 4; part++) {
            int dot = domain.indexOf('.', start);
            boolean last = dot < 0 || dot >= end;
            long value = number(domain, start, last ? end : dot);
            if (value < 0 || value >= (last ? 1L << (8 * (4 - part)) : 256)) {
                return -1;
            }
            if (last) {
                return address | value;
            }
            address |= value << (8 * (3 - part));
            start = dot + 1;
        }
        return -1;
    }

    /** Serialises an address as four decimals. */
    static String text(long address) {
        return (address >> 24) + "." + ((address >> 16) & 255) + "." + ((address >> 8) & 255) + "." + (address & 255);
    }

    /** Returns the value of one part, no larger than 2^32, or -1 if it is not a number. */
    private static long number(String text, int from, int to) {
        if (from == to) {
            return -1;
        }
        int radix = 10;
        int i = from;
        if (text.charAt(from) == '0' && to - from > 1) {
            boolean hexadecimal = (text.charAt(from + 1) | 0x20) == 'x';
            radix = hexadecimal ? 16 : 8;
            i += hexadecimal ? 2 : 1;
        }
        long value = 0;
        for (; i < to; i++) {
            int digit = PercentCoding.hex(text.charAt(i));
            if (digit < 0 || digit >= radix) {
                return -1;
            }
            value = Math.min(value * radix + digit, TOO_LARGE);
        }
        return value;
    }
}
