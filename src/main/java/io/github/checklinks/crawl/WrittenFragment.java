// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

/** The part of a reference after its {@code #}, on the bytes as written: finds the many anchors that are there without making strings. */
final class WrittenFragment {

    private WrittenFragment() {}

    /**
     * Whether the anchor a reference names is among those of a page. One large method on purpose, as what the compiler would copy into
     * its callers otherwise.
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
        byte[] name = text;
        int end = to;
        if (encoded) {
            name = new byte[to - begin];
            end = 0;
            for (int at = begin; at < to; at++) {
                byte next = text[at];
                if (next == '%' && at + 2 < to) {
                    int first = Character.digit(text[at + 1], 16);
                    int second = Character.digit(text[at + 2], 16);
                    if (first >= 0 && second >= 0) {
                        next = (byte) (first << 4 | second);
                        at += 2;
                    }
                }
                name[end++] = next;
            }
            begin = 0;
        }
        long wanted = AnchorHash.of(name, begin, end);
        int low = 0;
        int high = anchors.length - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            if (anchors[middle] == wanted) {
                return true;
            }
            if (anchors[middle] < wanted) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }
}
