// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Texts as Maven hands them over: null for an empty element, blank after a comma too many. */
final class Texts {

    private Texts() {}

    /** The text without the spaces around it, alone in a list; an empty list when it is null or blank. */
    static List<String> clean(@Nullable String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.strip());
    }

    /** The texts without the spaces around them, without those that are null or blank. */
    static List<String> clean(@Nullable List<@Nullable String> texts) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .filter(Objects::nonNull)
                        .flatMap(text -> clean(text).stream())
                        .toList();
    }

    /** The texts between commas. */
    static List<String> split(String text) {
        return Arrays.stream(text.split(",", -1))
                .flatMap(part -> clean(part).stream())
                .toList();
    }

    /** The text, or null when it is null or blank. */
    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
