// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import io.github.checklinks.model.Rule;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one request brought: an answer, or why there is none. */
public sealed interface Response {

    /**
     * An answer.
     *
     * @param status 100 to 999
     * @param location the {@code Location} header as sent; null when there was none
     * @param contentType the {@code Content-Type} headers as sent, joined by commas; null when there was none
     * @param retryAfter how long the server asks us to wait ({@code Retry-After}, {@code RateLimit-Reset}); null when it does not
     * @param cookies the {@code Set-Cookie} headers as sent
     * @param challenge whether a bot wall answered instead of the site, by its headers
     * @param body the decoded body (a {@code .gz} file is unpacked, too); empty unless content was wanted, the status is a success and the type is one that is read
     * @param cut whether the body was longer than allowed and was cut
     * @param state what the server says of the state of its answer
     * @param personal whether it was given to credentials, to configured headers or over an unverified connection: it may not be remembered for others
     * @param release gives back the memory that the body was counted for; to be run when it was read and let go, more often does no harm
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
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

        /** Whether the status is 200 to 299: to a request for content the answer is a document, which has no links when it is empty. */
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** An answer whose body is not counted. */
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

        /** One for everybody, of which the server says nothing more. */
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

        /** The same without its body, whose memory is given back. */
        public Answer read() {
            return read(challenge);
        }

        /** The same without its body, which was that of a bot wall. */
        public Answer readAsChallenge() {
            return read(true);
        }

        private Answer read(boolean wall) {
            release.run();
            return new Answer(
                    status, location, contentType, retryAfter, cookies, wall, new byte[0], cut, state, personal);
        }
    }

    /**
     * No answer.
     *
     * @param rule timed-out, unreachable, untrusted, unknown-host, or skipped when a policy forbids the address
     * @param detail the reason, in words for a person, free of control characters and secrets
     * @param passing whether asking again later may help
     */
    record None(Rule rule, String detail, boolean passing) implements Response {}
}
