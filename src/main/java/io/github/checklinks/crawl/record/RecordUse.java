// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.record;

import io.github.checklinks.model.FailureCause;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a crawl does with a record.
 *
 * @param known the record
 * @param asking which external URLs are requested
 * @param today the day of the run, in UTC
 * @param causes returns the cause that stands for a failure that is recorded as a rule
 */
public record RecordUse(ExternalRecord known, Asking asking, LocalDate today, Function<String, FailureCause> causes) {

    /** Returns the review of a URL that holds today; null if there is none. */
    public @Nullable Review review(String url) {
        RecordEntry entry = known.find(url);
        return entry == null ? null : entry.reviewOn(today);
    }
}
