// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern with {@code *} wildcards, as the literal pieces between them. Each piece is searched once, from left to
 * right, without backtracking.
 */
final class Glob {

    private final String prefix;
    private final List<String> middle;
    private final String suffix;

    private Glob(String prefix, List<String> middle, String suffix) {
        this.prefix = prefix;
        this.middle = middle;
        this.suffix = suffix;
    }

    /** Parses a pattern with at least one star. */
    static Glob of(String pattern) {
        int first = pattern.indexOf('*');
        int last = pattern.lastIndexOf('*');
        List<String> middle = new ArrayList<>();
        int start = first + 1;
        while (start <= last) {
            int star = pattern.indexOf('*', start);
            if (star > start) {
                middle.add(pattern.substring(start, star));
            }
            start = star + 1;
        }
        return new Glob(pattern.substring(0, first), List.copyOf(middle), pattern.substring(last + 1));
    }

    boolean matches(String text) {
        int end = text.length() - suffix.length();
        if (end < prefix.length() || !text.startsWith(prefix) || !text.endsWith(suffix)) {
            return false;
        }
        int position = prefix.length();
        for (String piece : middle) {
            int found = text.indexOf(piece, position);
            if (found < 0) {
                return false;
            }
            position = found + piece.length();
        }
        return position <= end;
    }
}
