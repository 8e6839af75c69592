// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import java.util.Arrays;

/** The part of a reference after its {@code #}, on the bytes as written: finds the many anchors that are there without making strings. */
final class WrittenFragment {

    private WrittenFragment() {}

    /**
     * Whether the anchor a reference names is among those of a page.
     *
     * @param from where the reference begins, or any place up to its {@code #}
     * @param anchors sorted {@link AnchorHash} numbers
     * @return false also when it is not certain: the verdict is then made with care
     */
    static boolean isIn(byte[] text, int from, int to, long[] anchors) {
        int begin = from;
        while (begin < to && text[begin] != '#') {
            begin++;
        }
        begin++;
        if (begin >= to) {
            return true;
        }
        boolean encoded = false;
        for (int at = begin; at < to; at++) {
            byte c = text[at];
            // The URL parser drops tabs, line ends and the space at the end.
            if (c < ' ' && c >= 0 || c == ' ' && at == to - 1) {
                return false;
            }
            encoded |= c == '%';
        }
        return encoded
                ? isDecodedIn(text, begin, to, anchors)
                : Arrays.binarySearch(anchors, AnchorHash.of(text, begin, to)) >= 0;
    }

    private static boolean isDecodedIn(byte[] text, int from, int to, long[] anchors) {
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
        return Arrays.binarySearch(anchors, AnchorHash.of(decoded, 0, length)) >= 0;
    }
}
