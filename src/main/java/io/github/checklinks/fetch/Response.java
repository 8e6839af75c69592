// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import io.github.checklinks.model.FailureCause;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of one request: an answer of the server, or the reason why there is none. */
public sealed interface Response {

    /**
     * An answer of the server.
     *
     * @param status 100 to 999
     * @param location the {@code Location} header as sent; null if there is none
     * @param contentType the {@code Content-Type} headers as sent, joined by commas; null if there is none
     * @param retryAfter the wait the server requests ({@code Retry-After}, {@code RateLimit-Reset}); null if it requests none
     * @param cookies the {@code Set-Cookie} headers as sent
     * @param challenge whether the headers show that a bot wall answered instead of the site
     * @param body the decoded body (a {@code .gz} file is decompressed as well); empty unless content was requested, the status is 2xx and the type is one that is read
     * @param cut whether the body exceeded the limit and was truncated
     * @param state the validators of the response
     * @param personal whether the request had credentials or configured headers, or the connection was not verified: the response must not be cached for others
     * @param release releases the body's share of the memory budget; to be run once the body was read and is no longer referenced; idempotent
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    record Answer(
            int status,
            @Nullable String location,
            @Nullable String contentType,
            @Nullable Duration retryAfter,
            List<String> cookies,
            boolean challenge,
            byte[] body,
            boolean cut,
            Validators state,
            boolean personal,
            Runnable release)
            implements Response {

        /** Returns whether the status is 200 to 299. After a request for content the body is then a document, possibly an empty one. */
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** Creates an answer whose body does not count towards the memory budget. */
        public Answer(
                int status,
                @Nullable String location,
                @Nullable String contentType,
                @Nullable Duration retryAfter,
                List<String> cookies,
                boolean challenge,
                byte[] body,
                boolean cut,
                Validators state,
                boolean personal) {
            this(status, location, contentType, retryAfter, cookies, challenge, body, cut, state, personal, () -> {});
        }

        /** Creates an answer that is not personal and has no validators. */
        public Answer(
                int status,
                @Nullable String location,
                @Nullable String contentType,
                @Nullable Duration retryAfter,
                List<String> cookies,
                boolean challenge,
                byte[] body,
                boolean cut) {
            this(status, location, contentType, retryAfter, cookies, challenge, body, cut, Validators.NONE, false);
        }

        /** Returns this answer without its body, and releases the memory of the body. */
        public Answer withoutBody() {
            return withoutBody(challenge);
        }

        /** Returns this answer without its body, marked as that of a bot wall, and releases the memory of the body. */
        public Answer withoutBodyAsChallenge() {
            return withoutBody(true);
        }

        private Answer withoutBody(boolean isChallenge) {
            release.run();
            return new Answer(
                    status, location, contentType, retryAfter, cookies, isChallenge, new byte[0], cut, state, personal);
        }
    }

    /**
     * No answer.
     *
     * @param cause what kind of failure it is
     * @param detail the reason, as readable text without control characters and secrets
     * @param temporary whether the failure may be temporary, so that a retry may succeed
     */
    record None(FailureCause cause, String detail, boolean temporary) implements Response {}
}
