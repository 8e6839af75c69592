// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.page.ReadAnswer;
import io.github.checklinks.crawl.page.ReadFile;
import io.github.checklinks.crawl.schedule.ScheduledRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes back for a departure: exactly one for each. */
sealed interface WorkResult {

    /** Files were read, or failed, one after the other. */
    record Batch(List<ReadFile> files) implements WorkResult {}

    /**
     * A server answered, or did not.
     *
     * @param visit what was asked
     * @param read what came
     */
    record Answered(ScheduledRequest scheduledRequest, ReadAnswer read) implements WorkResult {}

    /**
     * We failed ourselves.
     *
     * @param what the file or address that was to be read
     * @param cause what happened
     * @param visit what was asked; null for a file
     */
    record Bug(String what, Throwable cause, @Nullable ScheduledRequest scheduledRequest) implements WorkResult {}

    /** Nothing came, but something else is to be looked at. */
    record Nothing() implements WorkResult {}
}
