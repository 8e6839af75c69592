// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.facts.store.AnchorHash;
import io.github.checklinks.url.PercentCoding;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The part of a reference after its {@code #}, as far as it names an anchor (HTML §7.4.6.4, "the indicated part").
 *
 * @param raw as a browser would take it, without surrounding space, tabs and line ends, and without a {@code :~:} directive
 */
public record Fragment(String raw) {

    /** The fragment of a reference as written; null when it has none. */
    public static @Nullable Fragment of(String text) {
        String whole = whole(text);
        int directive = whole == null ? -1 : whole.indexOf(":~:");
        return whole == null ? null : new Fragment(directive < 0 ? whole : whole.substring(0, directive));
    }

    /** What follows the {@code #} of a reference as the URL parser sees it, with its directive: without tabs, line ends and surrounding space; null when there is no {@code #}. */
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
        boolean broken = fragment.indexOf('\n') >= 0 || fragment.indexOf('\t') >= 0 || fragment.indexOf('\r') >= 0;
        return broken ? fragment.replace("\n", "").replace("\t", "").replace("\r", "") : fragment;
    }

    /** The name it means after percent-decoding. */
    public String name() {
        return PercentCoding.decode(raw);
    }

    /** Whether every page has it: the empty one, and {@code top} in any letter case. */
    public boolean isTop() {
        return raw.isEmpty() || raw.equalsIgnoreCase("top") || name().equalsIgnoreCase("top");
    }

    /** Whether only a script could say what it means: {@code #!…} and {@code #/…} are routes of an application. */
    public boolean isRoute() {
        return raw.startsWith("!") || raw.startsWith("/");
    }

    /** Whether it is a view of an image or a part in time rather than a name (SVG 2 §16.3.4, Media Fragments URI §4). */
    public boolean isView() {
        return raw.startsWith("svgView(") || raw.startsWith("xywh=") || raw.startsWith("t=");
    }

    /** Whether it is among the anchors of a page: as the URL parser writes it, which is not always how its author did, else percent-decoded. */
    boolean isIn(long[] anchors) {
        String written = PercentCoding.encodeFragment(raw);
        return isAmong(anchors, written) || (written.indexOf('%') >= 0 && isAmong(anchors, name()));
    }

    static boolean isAmong(long[] anchors, String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        return Arrays.binarySearch(anchors, AnchorHash.of(utf8, 0, utf8.length)) >= 0;
    }
}
