// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import org.jspecify.annotations.Nullable;

/** What a visit to a target found: a fact, not yet an opinion. */
public sealed interface Outcome {

    /**
     * Somebody answered.
     *
     * @param status the HTTP status; 200 for a file of a local site
     * @param attempts how often it was tried, at least 1; the GET after a HEAD belongs to the same attempt
     */
    record Answered(int status, int attempts) implements Outcome {}

    /**
     * The answer was: look over there.
     *
     * @param status 301, 302, 303, 307 or 308
     * @param to the number of the target it names
     * @param fragment the fragment it names, as in the address, which then counts instead of the link's; null when it names none
     * @param attempts how often it was tried, at least 1; the GET after a HEAD belongs to the same attempt
     */
    record Redirected(int status, int to, @Nullable String fragment, int attempts) implements Outcome {}

    /**
     * Nothing usable came back.
     *
     * @param rule what went wrong
     * @param detail the reason, in words for a person
     * @param hint what would work instead; null when nothing certain is known
     * @param status the status of the last answer; 0 when there was none
     * @param attempts how often it was tried; 0 when nobody was asked
     */
    record Failed(Rule rule, String detail, @Nullable String hint, int status, int attempts) implements Outcome {}

    /**
     * It was not asked.
     *
     * @param reason why not
     */
    record Unasked(SkipReason reason) implements Outcome {}
}
