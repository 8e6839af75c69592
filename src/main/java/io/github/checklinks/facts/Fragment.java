// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.facts.store.AnchorHash;
import io.github.checklinks.url.PercentCoding;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The fragment of a reference, which follows its {@code #}, as far as it names an anchor (HTML §7.4.6.4, "the indicated
 * part").
 *
 * @param raw as a browser would read it, without surrounding space, tabs and line ends, and without a {@code :~:}
 *     directive
 */
public record Fragment(String raw) {

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

    /** Returns whether every page has it: the empty fragment, and {@code top} in any letter case. */
    public boolean isTop() {
        return raw.isEmpty() || raw.equalsIgnoreCase("top") || name().equalsIgnoreCase("top");
    }

    /** Returns whether only a script can interpret it: {@code #!…} and {@code #/…} are routes of an application. */
    public boolean isRoute() {
        return raw.startsWith("!") || raw.startsWith("/");
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
        return isAmong(anchors, serialised) || (serialised.indexOf('%') >= 0 && isAmong(anchors, name()));
    }

    static boolean isAmong(long[] anchors, String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        return Arrays.binarySearch(anchors, AnchorHash.of(utf8, 0, utf8.length)) >= 0;
    }
}
