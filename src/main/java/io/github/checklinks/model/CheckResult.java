// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything a run concluded, in reading order: page, line, column.
 *
 * @param site the base the links were resolved against
 * @param started when the run began
 * @param duration how long it took
 * @param complete whether everything that should be visited was
 * @param cutShort why it was not, in words for a person; empty when it was
 * @param summary the counts
 * @param skipped how many distinct targets were skipped for which reason, in the order of {@link SkipReason}
 * @param findings errors, warnings and known links, each target once per rule, in the order of their first link
 * @param stale baseline entries and ignores that are no longer needed
 * @param notes what else the user should know, each one sentence: where the site's address came from, what was not built
 * @param sources where the links of findings can be mended
 * @param ledger every link with its verdict
 */
public record CheckResult(
        String site,
        Instant started,
        Duration duration,
        boolean complete,
        String cutShort,
        Summary summary,
        Map<SkipReason, Long> skipped,
        List<Finding> findings,
        List<StaleEntry> stale,
        List<String> notes,
        Sources sources,
        Ledger ledger) {

    /** The same with other stale entries and notes. */
    public CheckResult with(List<StaleEntry> entries, List<String> others) {
        return new CheckResult(
                site,
                started,
                duration,
                complete,
                cutShort,
                summary,
                skipped,
                findings,
                List.copyOf(entries),
                List.copyOf(others),
                sources,
                ledger);
    }

    /** Every link of the run, streamed. */
    @FunctionalInterface
    public interface Ledger {

        /**
         * Tells every link once, pages by the code points of their names, inside a page in document order.
         *
         * @throws IOException when the spool cannot be read, or the listener throws it
         */
        void forEach(Listener listener) throws IOException;
    }

    /** Hears of one link at a time. */
    @FunctionalInterface
    public interface Listener {

        /** Hears of a link. */
        void accept(CheckedLink link) throws IOException;
    }
}
