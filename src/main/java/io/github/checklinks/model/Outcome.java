// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import org.jspecify.annotations.Nullable;

/** The outcome of visiting a target, before it is judged. */
public sealed interface Outcome {

    /** Returns the status of the last response; 0 if there was none. */
    int status();

    /** Returns the number of attempts; 0 if no request was sent. */
    int attempts();

    /**
     * A response other than a redirect.
     *
     * @param status the HTTP status; 200 for a file of a local site
     * @param attempts the number of attempts, at least 1; a GET after a HEAD belongs to the same attempt
     */
    record Answered(int status, int attempts) implements Outcome {}

    /**
     * A redirect.
     *
     * @param status 301, 302, 303, 307 or 308
     * @param to the number of the target of the redirect
     * @param fragment the fragment of the redirect's URL as written there, which then replaces that of the link; null if it has none
     * @param attempts the number of attempts, at least 1; a GET after a HEAD belongs to the same attempt
     */
    record Redirected(int status, int to, @Nullable String fragment, int attempts) implements Outcome {}

    /**
     * No usable response.
     *
     * @param cause what went wrong
     * @param detail the reason, as text for users
     * @param status the status of the last response; 0 if there was none
     * @param attempts the number of attempts; 0 if no request was sent
     */
    record Failed(FailureCause cause, String detail, int status, int attempts) implements Outcome {}

    /**
     * The target was not requested.
     *
     * @param reason why not
     */
    record NotRequested(SkipReason reason) implements Outcome {

        @Override
        public int status() {
            return 0;
        }

        @Override
        public int attempts() {
            return 0;
        }
    }
}
