// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import io.github.checklinks.text.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the known name with the smallest edit distance to an unknown one. */
final class NearestName {

    private NearestName() {}

    /**
     * Returns the nearest of the known names, ignoring letter case. Ties are resolved by the longest common prefix, then by length.
     *
     * @param known the known names, at least one
     */
    static String of(String name, Collection<String> known) {
        String wanted = name.toLowerCase(Locale.ROOT);
        Comparator<String> nearest =
                Comparator.comparingInt(other -> EditDistance.between(wanted, other.toLowerCase(Locale.ROOT)));
        return known.stream()
                .min(nearest.thenComparing(other -> -commonPrefix(wanted, other.toLowerCase(Locale.ROOT)))
                        .thenComparing(String::length)
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    private static int commonPrefix(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }
}
