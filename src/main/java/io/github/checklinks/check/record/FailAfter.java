// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.record;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long an external link may fail that was good before, until that is an error. If both limits are set, both must be reached.
 *
 * @param runs the number of recorded runs in a row; null for no limit
 * @param time the time since the first of these runs; null for no limit
 * @param text the limits in words
 */
public record FailAfter(@Nullable Integer runs, @Nullable Duration time, String text) {

    /** No patience: each failure is an error. */
    public static final FailAfter AT_ONCE = new FailAfter(null, null, "");

    /** Returns whether there is any patience. */
    public boolean isPatient() {
        return runs != null || time != null;
    }

    /**
     * Returns whether the limits are reached.
     *
     * @param failed the number of recorded runs in a row that failed
     * @param since the day of the first of them
     */
    boolean isReached(int failed, LocalDate since, LocalDate today) {
        boolean runsReached = runs == null || failed >= runs;
        boolean timeReached = time == null
                || Duration.between(since.atStartOfDay(), today.atStartOfDay()).compareTo(time) >= 0;
        return runsReached && timeReached;
    }
}
