// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import io.github.checklinks.text.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the name that was probably meant: the one that the fewest typing slips turn into what was typed. */
final class NearestName {

    private NearestName() {}

    /**
     * The nearest of the known names, letter case aside; of equals the one with the longer common beginning, then the shorter.
     *
     * @param known not empty
     */
    static String of(String typed, Collection<String> known) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        Comparator<String> nearest =
                Comparator.comparingInt(name -> EditDistance.between(wanted, name.toLowerCase(Locale.ROOT)));
        return known.stream()
                .min(nearest.thenComparing(name -> -commonBeginning(wanted, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(String::length)
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    private static int commonBeginning(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }
}
