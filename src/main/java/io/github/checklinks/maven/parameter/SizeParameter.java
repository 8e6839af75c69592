// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses sizes: {@code 512k}, {@code 10m}, {@code 1g}, or bare bytes; each unit is 1,024 times the one before. */
public final class SizeParameter {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*([kmg])?");

    private SizeParameter() {}

    /** Parses a size of at least one byte and returns it in bytes. */
    public static long of(String element, String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches() || Long.parseLong(form.group(1)) == 0) {
            throw InvalidParameter.value(
                    element, text, "a size such as 512k, 10m or 1g; a bare number means bytes", "10m");
        }
        return Long.parseLong(form.group(1)) << shift(form.group(2));
    }

    private static int shift(@Nullable String unit) {
        return unit == null ? 0 : 10 * ("kmg".indexOf(unit) + 1);
    }
}
