// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.facts.store.AnchorHash;
import io.github.checklinks.url.PercentCoding;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The fragment of a reference, which follows its {@code #}, as far as it names an anchor (HTML §7.4.6.4, "the indicated
 * part"). The static methods work on the bytes as written, without allocating strings; where these are not enough, they
 * say {@link #UNSURE}, and a fragment made of the text decides.
 *
 * @param raw as a browser would read it, without surrounding space, tabs and line ends, and without a {@code :~:}
 *     directive
 */
public record Fragment(String raw) {

    /** The hash of a fragment that is not certain from its bytes alone. */
    public static final long UNSURE = 0;

    /** The hash of a fragment that every page has: an empty one or none, and {@code top} in any letter case. */
    public static final long TOP = 1;

    /** Returns the fragment of a reference as written; null if it has none. */
    public static @Nullable Fragment of(String text) {
        String whole = whole(text);
        int directive = whole == null ? -1 : whole.indexOf(":~:");
        return whole == null ? null : new Fragment(directive < 0 ? whole : whole.substring(0, directive));
    }

    /**
     * Returns the fragment of a reference as the URL parser sees it, including a {@code :~:} directive: without tabs,
     * line ends and surrounding space; null if there is no {@code #}.
     */
    public static @Nullable String whole(String text) {
        int hash = text.indexOf('#');
        if (hash < 0) {
            return null;
        }
        int end = text.length();
        while (end > hash + 1 && text.charAt(end - 1) <= ' ') {
            end--;
        }
        String fragment = text.substring(hash + 1, end);
        boolean hasLineBreak =
                fragment.indexOf('\n') >= 0 || fragment.indexOf('\t') >= 0 || fragment.indexOf('\r') >= 0;
        return hasLineBreak ? fragment.replace("\n", "").replace("\t", "").replace("\r", "") : fragment;
    }

    /** Returns the percent-decoded name. */
    public String name() {
        return PercentCoding.decode(raw);
    }

    /** Returns the {@link #hash(byte[], int, int)} of its bytes. */
    long hash() {
        byte[] utf8 = raw.getBytes(StandardCharsets.UTF_8);
        return hash(utf8, 0, utf8.length);
    }

    /** Returns whether every page has it: the empty fragment, and {@code top} in any letter case. */
    public boolean isTop() {
        return hash() == TOP;
    }

    /** Returns whether only a script can interpret it: {@code #!…} and {@code #/…} are routes of an application. */
    public boolean isRoute() {
        return !raw.isEmpty() && isRoute(raw.charAt(0));
    }

    /**
     * Returns whether it is a view of an image or a temporal part rather than a name (SVG 2 §16.3.4, Media Fragments
     * URI §4).
     */
    public boolean isView() {
        return raw.startsWith("svgView(") || raw.startsWith("xywh=") || raw.startsWith("t=");
    }

    /**
     * Returns whether it is among the anchors of a page: as the URL parser serialises it, which may differ from what
     * was written, or else percent-decoded.
     */
    boolean isIn(long[] anchors) {
        String serialised = PercentCoding.encodeFragment(raw);
        return isIn(anchors, hash())
                || isAmong(anchors, serialised)
                || (serialised.indexOf('%') >= 0 && isAmong(anchors, name()));
    }

    static boolean isAmong(long[] anchors, String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        return Arrays.binarySearch(anchors, AnchorHash.of(utf8, 0, utf8.length)) >= 0;
    }

    /** Returns whether an anchor, given by its {@link #hash}, is among those of a page; false also if it is not certain. */
    static boolean isIn(long[] anchors, long hash) {
        return hash != UNSURE && Arrays.binarySearch(anchors, hash) >= 0;
    }

    /**
     * Returns the {@link #hash} of the fragment of a reference; {@link #TOP} if it has none.
     *
     * @param from where the reference begins, or any index up to its {@code #}
     */
    public static long hashOfReference(byte[] text, int from, int to) {
        int begin = from;
        while (begin < to && text[begin] != '#') {
            begin++;
        }
        return begin + 1 >= to ? TOP : hash(text, begin + 1, to);
    }

    /**
     * Returns the {@link AnchorHash} of the anchor that a fragment names, or {@link #TOP}; {@link #UNSURE} if the URL
     * parser would change it.
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
        return encoded ? hashOfDecoded(text, from, to) : hashOfName(text, from, to);
    }

    private static long hashOfName(byte[] name, int from, int to) {
        return to - from <= 3 && isTop(name, from, to) ? TOP : AnchorHash.of(name, from, to);
    }

    private static boolean isTop(byte[] name, int from, int to) {
        return from == to
                || to - from == 3
                        && (name[from] | 0x20) == 't'
                        && (name[from + 1] | 0x20) == 'o'
                        && (name[from + 2] | 0x20) == 'p';
    }

    /** Returns whether only a script can interpret a fragment; false for an empty one. */
    public static boolean isRoute(byte[] text, int from, int to) {
        return from < to && isRoute((char) text[from]);
    }

    private static boolean isRoute(char first) {
        return first == '!' || first == '/';
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
        return hashOfName(decoded, 0, length);
    }
}
