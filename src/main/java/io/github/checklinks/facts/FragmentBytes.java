// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.facts.store.AnchorHash;
import io.github.checklinks.url.PercentCoding;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Compares the fragments of references with anchors, on the bytes as written and without allocating strings. */
public final class FragmentBytes {

    private FragmentBytes() {}

    /** The hash of a fragment that is not certain from its bytes alone; it is compared as a {@link Fragment} later. */
    public static final long UNSURE = 0;

    private static final long[] TOPS = {hash("top"), hash("Top"), hash("TOP")};

    /**
     * Returns whether the anchor that a reference names is among those of a page.
     *
     * @param from where the reference begins, or any index up to its {@code #}
     * @param anchors sorted {@link AnchorHash} numbers
     * @return false also if it is not certain
     */
    public static boolean isIn(byte[] text, int from, int to, long[] anchors) {
        int begin = from;
        while (begin < to && text[begin] != '#') {
            begin++;
        }
        return begin + 1 >= to || isIn(anchors, hash(text, begin + 1, to));
    }

    /** Returns whether an anchor, given by its {@link #hash}, is among those of a page. */
    static boolean isIn(long[] anchors, long hash) {
        return hash != UNSURE && Arrays.binarySearch(anchors, hash) >= 0;
    }

    /**
     * Returns the {@link AnchorHash} of the anchor that a fragment names; {@link #UNSURE} if the URL parser would
     * change it.
     *
     * @param from the index after the {@code #}
     */
    public static long hash(byte[] text, int from, int to) {
        boolean encoded = false;
        for (int at = from; at < to; at++) {
            byte c = text[at];
            // The URL parser removes tabs, line ends and trailing space.
            if (c < ' ' && c >= 0 || c == ' ' && at == to - 1) {
                return UNSURE;
            }
            encoded |= c == '%';
        }
        return encoded ? hashOfDecoded(text, from, to) : AnchorHash.of(text, from, to);
    }

    /** Returns whether only a script can interpret a fragment; false for an empty one. */
    public static boolean isRoute(byte[] text, int from, int to) {
        return from < to && (text[from] == '!' || text[from] == '/');
    }

    /** Returns whether a hash is that of a name that every page has (HTML §7.4.6.4), in its usual letter cases. */
    static boolean isTop(long hash) {
        for (long top : TOPS) {
            if (hash == top) {
                return true;
            }
        }
        return false;
    }

    private static long hash(String name) {
        byte[] ascii = name.getBytes(StandardCharsets.US_ASCII);
        return AnchorHash.of(ascii, 0, ascii.length);
    }

    private static long hashOfDecoded(byte[] text, int from, int to) {
        byte[] decoded = new byte[to - from];
        int length = 0;
        for (int at = from; at < to; at++) {
            byte next = text[at];
            if (next == '%' && at + 2 < to) {
                int high = PercentCoding.hex((char) text[at + 1]);
                int low = PercentCoding.hex((char) text[at + 2]);
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
