// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts as Maven hands them over: null for an empty element, blank after a comma too many. */
public final class TextParameter {

    private TextParameter() {}

    /** The text without the spaces around it, alone in a list; an empty list when it is null or blank. */
    static List<String> clean(@Nullable String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.strip());
    }

    /** The texts without the spaces around them, without those that are null or blank. */
    public static List<String> clean(@Nullable List<@Nullable String> texts) {
        List<String> clean = new ArrayList<>();
        if (texts != null) {
            for (String text : texts) {
                clean.addAll(clean(text));
            }
        }
        return List.copyOf(clean);
    }

    /** The texts between commas. */
    static List<String> split(String text) {
        return clean(List.of(text.split(",", -1)));
    }

    /** The text, or null when it is null or blank. */
    public static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Returns a value that is sent as a header: printable ASCII in one line. */
    public static String oneLine(String element, String userAgent) {
        if (userAgent.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw InvalidParameter.value(element, userAgent, "printable ASCII in one line", "our-docs-check/1.0");
        }
        return userAgent;
    }
}
