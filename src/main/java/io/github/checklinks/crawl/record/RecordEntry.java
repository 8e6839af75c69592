// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one external URL.
 *
 * @param url the URL as browsers serialise it; with the fragment where anchors are checked
 * @param since the day since which it is good, or fails; null if it was never requested, only reviewed
 * @param status the status of a good response that is a redirect or not from 200 to 299; else 0
 * @param to where a redirect of a good URL leads; null if there is none
 * @param failure the failure; null if the URL is good, or was never requested
 * @param review the review; null if there is none
 */
public record RecordEntry(
        String url,
        @Nullable LocalDate since,
        int status,
        @Nullable String to,
        @Nullable Failure failure,
        @Nullable Review review) {

    /** Returns an entry for a URL that was never requested. */
    static RecordEntry unknown(String url) {
        return new RecordEntry(url, null, 0, null, null, null);
    }

    /** Returns whether the URL was good in the last recorded run. */
    public boolean isGood() {
        return since != null && failure == null;
    }

    /** Returns the review if it holds on a day; else null. */
    public @Nullable Review reviewOn(LocalDate today) {
        return review == null || review.isExpired(today) ? null : review;
    }

    /** Returns the entry after a run in which the URL was good. */
    RecordEntry good(int newStatus, @Nullable String leadsTo, LocalDate today) {
        LocalDate since = isGood() ? this.since : today;
        return new RecordEntry(url, since, newStatus, leadsTo, null, review);
    }

    /**
     * Returns the entry after a run in which the URL failed.
     *
     * @param counts whether the run is the first one of its day
     */
    RecordEntry failed(String rule, @Nullable String detail, LocalDate today, boolean counts) {
        if (failure == null) {
            return new RecordEntry(url, today, 0, null, new Failure(rule, detail, 1, since), review);
        }
        int runs = failure.runs() + (counts ? 1 : 0);
        return new RecordEntry(url, since, 0, null, new Failure(rule, detail, runs, failure.okSince()), review);
    }
}
