// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of a run, in reading order: page, line, column.
 *
 * @param site the base URL against which the links were resolved
 * @param started the start of the run
 * @param duration the duration of the run
 * @param complete whether all pages and targets were visited
 * @param stopReason why the run is incomplete, as text for users; empty if it is complete
 * @param summary the counts
 * @param skipped the number of distinct targets skipped for each reason, in the order of {@link SkipReason}
 * @param findings errors, warnings and known links, one per target and rule, in the order of their first links
 * @param stale baseline entries and ignores that are no longer needed
 * @param notes further information for the user, one sentence each, such as the origin of the site's URL or modules that are not built
 * @param sources the source files in which the links of findings can be fixed
 * @param ledger every link with its verdict
 * @param external the numbers of external targets by the source of their answers; null if no record of external links is used
 */
public record CheckResult(
        String site,
        Instant started,
        Duration duration,
        boolean complete,
        String stopReason,
        Summary summary,
        Map<SkipReason, Long> skipped,
        List<Finding> findings,
        List<StaleEntry> stale,
        List<String> notes,
        Sources sources,
        Ledger ledger,
        Answer.@Nullable Counts external) {

    /** Creates the result of a run without a record of external links. */
    public CheckResult(
            String site,
            Instant started,
            Duration duration,
            boolean complete,
            String stopReason,
            Summary summary,
            Map<SkipReason, Long> skipped,
            List<Finding> findings,
            List<StaleEntry> stale,
            List<String> notes,
            Sources sources,
            Ledger ledger) {
        this(
                site,
                started,
                duration,
                complete,
                stopReason,
                summary,
                skipped,
                findings,
                stale,
                notes,
                sources,
                ledger,
                null);
    }

    /** Returns a copy with other stale entries and notes. */
    public CheckResult with(List<StaleEntry> entries, List<String> others) {
        return new CheckResult(
                site,
                started,
                duration,
                complete,
                stopReason,
                summary,
                skipped,
                findings,
                List.copyOf(entries),
                List.copyOf(others),
                sources,
                ledger,
                external);
    }

    /** A stream of all links of the run. */
    @FunctionalInterface
    public interface Ledger {

        /**
         * Passes every link to a listener once: pages in the order of the code points of their names, the links of a page in document order.
         *
         * @throws IOException if the spool cannot be read, or the listener throws it
         */
        void forEach(Listener listener) throws IOException;
    }

    /** Receives links one at a time. */
    @FunctionalInterface
    public interface Listener {

        /** Receives a link. */
        void accept(CheckedLink link) throws IOException;
    }
}
