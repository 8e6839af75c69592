// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import java.util.Comparator;

/** The order in which pages are reported: by the code points of their names. */
final class ReadingOrder {

    /** Compares by code points. {@link String#compareTo} compares UTF-16 units, which gives another order for supplementary characters. */
    static final Comparator<String> BY_CODE_POINTS = ReadingOrder::compare;

    private ReadingOrder() {}

    /** Returns whether a name has no supplementary characters; for such names {@link String#compareTo} gives the same order faster. */
    static boolean isPlain(String name) {
        return name.codePointCount(0, name.length()) == name.length();
    }

    private static int compare(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                boolean bothPlain = !Character.isSurrogate(a) && !Character.isSurrogate(b);
                // A surrogate is part of a code point above all of the basic plane.
                return bothPlain || Character.isSurrogate(a) && Character.isSurrogate(b)
                        ? Character.compare(a, b)
                        : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
