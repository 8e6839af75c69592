// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes back for a departure: exactly one for each. */
sealed interface Arrival {

    /** Files were read, or failed, one after the other. */
    record Batch(List<ReadFile> files) implements Arrival {}

    /**
     * A server answered, or did not.
     *
     * @param visit what was asked
     * @param read what came
     */
    record Answered(Visit visit, ReadAnswer read) implements Arrival {}

    /**
     * We failed ourselves.
     *
     * @param what the file or address that was to be read
     * @param cause what happened
     * @param visit what was asked; null for a file
     */
    record Bug(String what, Throwable cause, @Nullable Visit visit) implements Arrival {}

    /** Nothing came, but something else is to be looked at. */
    record Nothing() implements Arrival {}
}
