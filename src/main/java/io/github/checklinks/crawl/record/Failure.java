// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A failure of a URL in the last recorded run and in those directly before it.
 *
 * @param rule the id of the rule that the last failure broke
 * @param detail its detail, such as the status; null if there is none
 * @param runs the number of recorded runs in a row in which the URL failed; those of one day count once
 * @param okSince the day since which the URL was good before; null if it never was
 */
public record Failure(
        String rule,
        @Nullable String detail,
        int runs,
        @Nullable LocalDate okSince) {

    /** Returns the status of the response; 0 if the failure is another one. */
    public int status() {
        return detail != null && detail.length() == 3 && detail.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(detail)
                : 0;
    }
}
