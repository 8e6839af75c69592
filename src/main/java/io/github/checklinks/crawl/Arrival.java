// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.extract.Language;
import io.github.checklinks.fetch.Response;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes back for a departure: exactly one for each. */
sealed interface Arrival {

    /**
     * A file of a local root was read.
     *
     * @param file its number
     * @param target the number of its own address
     * @param language what it is written in
     * @param withLinks whether its links count
     * @param page what it holds
     */
    record FileRead(int file, int target, Language language, boolean withLinks, PageFacts page) implements Arrival {}

    /**
     * A file of a local root could not be read.
     *
     * @param file its number
     * @param target the number of its own address
     * @param withLinks whether its links would count
     * @param cause what happened
     */
    record FileUnread(int file, int target, boolean withLinks, IOException cause) implements Arrival {}

    /** Files were read, or failed, one after the other. */
    record Batch(List<Arrival> arrivals) implements Arrival {}

    /**
     * A server answered, or did not.
     *
     * @param visit what was asked
     * @param response what came
     * @param language what its body is written in; null when it was not read
     * @param page what its body holds; null when it was not read
     * @param bodyHash a number of the body of an index page, equal for equal bodies; else 0
     */
    record Answered(
            Visit visit,
            Response response,
            @Nullable Language language,
            @Nullable PageFacts page,
            long bodyHash) implements Arrival {}

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
