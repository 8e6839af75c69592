// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One of a few words, such as {@code true} or {@code site}. */
final class Choices {

    private Choices() {}

    /** Reads {@code true} or {@code false}; Maven itself would take every other word for {@code false}. */
    static boolean bool(String element, String text) {
        return word(element, text, List.of("true", "false")).equals("true");
    }

    /** Reads a constant's name in lower case. */
    static <E extends Enum<E>> E constant(String element, String text, Class<E> type) {
        E[] constants = type.getEnumConstants();
        String word =
                word(element, text, Arrays.stream(constants).map(Choices::name).collect(Collectors.toList()));
        return Arrays.stream(constants)
                .filter(c -> name(c).equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static String word(String element, String text, List<String> allowed) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (!allowed.contains(word)) {
            throw Wrong.value(element, text, "one of " + String.join(", ", allowed), NearestName.of(word, allowed));
        }
        return word;
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
