// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.record;

import io.github.checklinks.crawl.record.Asking;
import io.github.checklinks.crawl.record.ExternalRecord;
import io.github.checklinks.crawl.record.RecordFile;
import io.github.checklinks.crawl.record.RecordUse;
import io.github.checklinks.model.FailureCause;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/**
 * The record of external links, and how it is used.
 *
 * @param file the file of the record, which need not exist
 * @param known its content
 * @param asking which external URLs are requested
 * @param failAfter when a failure of a URL that was good before is an error
 * @param maxAge the age from which the record is too old to rely on
 * @param clock the source of the current time
 */
public record RecordSettings(
        RecordFile file, ExternalRecord known, Asking asking, FailAfter failAfter, Duration maxAge, Clock clock) {

    /** Returns the current day in UTC. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /**
     * Returns what a crawl does with the record.
     *
     * @param causes returns the cause that stands for a failure that is recorded as a rule
     */
    public RecordUse use(Function<String, FailureCause> causes) {
        return new RecordUse(known, asking, today(), causes);
    }

    /** Returns what the user should know about the record, one sentence each. */
    public List<String> notes() {
        String name = String.valueOf(file.path().getFileName());
        LocalDate date = known.date();
        if (asking == Asking.ALL) {
            return List.of();
        }
        if (date == null) {
            return List.of("there is no record of external links yet (" + name + "): run mvn check-links:record");
        }
        Duration age = Duration.between(date.atStartOfDay(), today().atStartOfDay());
        return age.compareTo(maxAge) > 0
                ? List.of("the record of external links (" + name + ") is of " + date + ", " + age.toDays()
                        + " days ago, longer than recordMaxAge: run mvn check-links:record")
                : List.of();
    }
}
