// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person's judgement of a URL, written by hand: the URL is good and is not requested.
 *
 * @param reason why it is good
 * @param until the last day on which that holds, in UTC; null for no expiry
 */
public record Review(String reason, @Nullable LocalDate until) {

    /** Returns whether the review has expired on a day. */
    public boolean isExpired(LocalDate today) {
        return until != null && today.isAfter(until);
    }
}
