// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.page.ReadAnswer;
import io.github.checklinks.crawl.page.ReadFile;
import io.github.checklinks.crawl.schedule.ScheduledRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of a dispatched task; each task has exactly one. */
sealed interface WorkResult {

    /** The files of a batch were read, or could not be read. */
    record Batch(List<ReadFile> files) implements WorkResult {}

    /**
     * A request is complete, with or without a response.
     *
     * @param scheduledRequest the request
     * @param read the response, and the page that was read from it
     */
    record Answered(ScheduledRequest scheduledRequest, ReadAnswer read) implements WorkResult {}

    /**
     * A task failed with an exception, because of a bug or a lack of memory.
     *
     * @param what the file or URL that was to be read
     * @param cause the exception
     * @param scheduledRequest the request; null for a file
     */
    record Failure(String what, Throwable cause, @Nullable ScheduledRequest scheduledRequest) implements WorkResult {}

    /** Not a result: wakes up the main loop. */
    record WakeUp() implements WorkResult {}
}
