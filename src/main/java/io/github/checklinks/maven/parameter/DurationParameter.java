// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses durations: {@code 500ms}, {@code 10s}, {@code 2m}, {@code 1h}, {@code 1d}, or bare seconds. */
public final class DurationParameter {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)?");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    /** Practically unlimited, and still representable in nanoseconds. */
    private static final Duration CENTURY = Duration.ofDays(36_525);

    private DurationParameter() {}

    /** Parses a duration that may be zero, limited to a century. */
    public static Duration of(String element, String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw InvalidParameter.value(
                    element, text, "a duration such as 500ms, 10s, 2m or 1h; a bare number means seconds", "10s");
        }
        String unit = form.group(2) == null ? "s" : form.group(2);
        Duration duration = UNITS.getOrDefault(unit, Duration.ZERO).multipliedBy(Long.parseLong(form.group(1)));
        return duration.compareTo(CENTURY) > 0 ? CENTURY : duration;
    }

    /** Parses a duration greater than zero. */
    public static Duration positive(String element, String text) {
        Duration duration = of(element, text);
        if (duration.isZero()) {
            throw InvalidParameter.value(element, text, "a duration longer than zero, such as 500ms, 10s or 2m", "10s");
        }
        return duration;
    }
}
