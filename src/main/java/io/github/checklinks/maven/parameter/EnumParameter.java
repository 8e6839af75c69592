// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Parses parameters with a fixed set of values, such as {@code true} or {@code site}. */
public final class EnumParameter {

    private EnumParameter() {}

    /** Parses {@code true} or {@code false}; Maven's own conversion treats any other word as {@code false}. */
    public static boolean bool(String element, String text) {
        return word(element, text, List.of("true", "false")).equals("true");
    }

    /** Parses the name of a constant in lower case. */
    public static <E extends Enum<E>> E constant(String element, String text, Class<E> type) {
        E[] constants = type.getEnumConstants();
        List<String> names = new ArrayList<>();
        for (E constant : constants) {
            names.add(name(constant));
        }
        return constants[names.indexOf(word(element, text, names))];
    }

    private static String word(String element, String text, List<String> allowed) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (!allowed.contains(word)) {
            throw InvalidParameter.value(
                    element, text, "one of " + String.join(", ", allowed), NearestName.of(word, allowed));
        }
        return word;
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
