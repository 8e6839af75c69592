// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the answer about an external target comes from. Known only if a record of external links is used.
 *
 * @param source where it comes from
 * @param since the day since which the record has the target as good, or as failing, as it is now; null if it does not have it so
 */
public record Answer(Source source, @Nullable LocalDate since) {

    /** Where an answer comes from. */
    public enum Source {
        /** A response of this run. */
        ASKED,

        /** The cache of successful responses, for the target or one that its redirects lead to. */
        CACHE,

        /** The record of external links. */
        RECORD;

        private final String id = name().toLowerCase(Locale.ROOT);

        /** Returns the name in reports, such as {@code asked}. */
        public String id() {
            return id;
        }
    }

    /**
     * The numbers of distinct external targets by the source of their answers.
     *
     * @param asked targets that answered, or failed to, in this run
     * @param cached targets from the cache
     * @param recorded targets from the record
     * @param unrecorded targets that were not requested, and that the record does not have
     * @param date the day of the record; null if there is none yet
     */
    public record Counts(
            long asked,
            long cached,
            long recorded,
            long unrecorded,
            @Nullable LocalDate date) {}
}
