// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import io.github.checklinks.check.record.FailAfter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses {@code failAfter}: {@code 3} runs, {@code 14d}, or both. */
public final class FailAfterParameter {

    private static final String ELEMENT = "failAfter";
    private static final Pattern RUNS = Pattern.compile("[1-9]\\d{0,5}");
    private static final Pattern TIME = Pattern.compile("[1-9]\\d{0,5}\\s*[smhd]");

    private FailAfterParameter() {}

    /** Parses the limits; null means none. */
    public static FailAfter of(@Nullable String text) {
        if (text == null) {
            return FailAfter.AT_ONCE;
        }
        Integer runs = null;
        Duration time = null;
        List<String> words = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String word = part.strip();
            if (RUNS.matcher(word).matches() && runs == null) {
                runs = Integer.valueOf(word);
            } else if (TIME.matcher(word).matches() && time == null) {
                time = DurationParameter.of(ELEMENT, word);
            } else {
                throw InvalidParameter.value(
                        ELEMENT, text, "a number of recorded runs, a time such as 14d, or both", "3,14d");
            }
            words.add(word);
        }
        return new FailAfter(runs, time, String.join(" and ", words));
    }
}
