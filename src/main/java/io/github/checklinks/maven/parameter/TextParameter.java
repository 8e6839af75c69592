// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Normalizes texts injected by Maven, which are null for an empty element, and blank after a superfluous comma. */
public final class TextParameter {

    private TextParameter() {}

    /** Returns a list of the stripped text; an empty list if it is null or blank. */
    static List<String> clean(@Nullable String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.strip());
    }

    /** Returns the stripped texts without those that are null or blank. */
    public static List<String> clean(@Nullable List<@Nullable String> texts) {
        List<String> clean = new ArrayList<>();
        if (texts != null) {
            for (String text : texts) {
                clean.addAll(clean(text));
            }
        }
        return List.copyOf(clean);
    }

    /** Splits a text at commas. */
    static List<String> split(String text) {
        return clean(List.of(text.split(",", -1)));
    }

    /** Returns the stripped text; null if it is null or blank. */
    public static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Returns a header value unchanged if it is printable ASCII in one line, and throws otherwise. */
    public static String oneLine(String element, String userAgent) {
        if (userAgent.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw InvalidParameter.value(element, userAgent, "printable ASCII in one line", "our-docs-check/1.0");
        }
        return userAgent;
    }
}
