// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import java.util.Arrays;

/** The part of a reference after its {@code #}, on the bytes as written: finds the many anchors that are there without making strings. */
final class WrittenFragment {

    private WrittenFragment() {}

    /** Stands for a fragment that says nothing certain on its bytes alone: its verdict is made with care. */
    static final long UNSURE = 0;

    /**
     * Whether the anchor a reference names is among those of a page.
     *
     * @param from where the reference begins, or any place up to its {@code #}
     * @param anchors sorted {@link AnchorHash} numbers
     * @return false also when it is not certain
     */
    static boolean isIn(byte[] text, int from, int to, long[] anchors) {
        int begin = from;
        while (begin < to && text[begin] != '#') {
            begin++;
        }
        return begin + 1 >= to || isIn(anchors, hash(text, begin + 1, to));
    }

    /** Whether an anchor given by its {@link #hash} is among those of a page. */
    static boolean isIn(long[] anchors, long hash) {
        return hash != UNSURE && Arrays.binarySearch(anchors, hash) >= 0;
    }

    /**
     * The {@link AnchorHash} of the anchor that a fragment names; {@link #UNSURE} when the URL parser would change it.
     *
     * @param from behind the {@code #}
     */
    static long hash(byte[] text, int from, int to) {
        boolean encoded = false;
        for (int at = from; at < to; at++) {
            byte c = text[at];
            // The URL parser drops tabs, line ends and the space at the end.
            if (c < ' ' && c >= 0 || c == ' ' && at == to - 1) {
                return UNSURE;
            }
            encoded |= c == '%';
        }
        return encoded ? hashOfDecoded(text, from, to) : AnchorHash.of(text, from, to);
    }

    /** Whether a fragment names an anchor, and nothing else: neither the top of the page, a route of a script nor a text (HTML §7.4.6.4). */
    static boolean isName(byte[] text, int from, int to) {
        for (int i = from; i + 2 < to; i++) {
            if (text[i] == ':' && text[i + 1] == '~' && text[i + 2] == ':') {
                return false;
            }
        }
        boolean isTop = to - from == 3
                && (text[from] | 0x20) == 't'
                && (text[from + 1] | 0x20) == 'o'
                && (text[from + 2] | 0x20) == 'p';
        return from < to && !isTop && text[from] != '!' && text[from] != '/';
    }

    private static long hashOfDecoded(byte[] text, int from, int to) {
        byte[] decoded = new byte[to - from];
        int length = 0;
        for (int at = from; at < to; at++) {
            byte next = text[at];
            if (next == '%' && at + 2 < to) {
                int high = Character.digit(text[at + 1], 16);
                int low = Character.digit(text[at + 2], 16);
                if (high >= 0 && low >= 0) {
                    next = (byte) (high << 4 | low);
                    at += 2;
                }
            }
            decoded[length++] = next;
        }
        return AnchorHash.of(decoded, 0, length);
    }
}
