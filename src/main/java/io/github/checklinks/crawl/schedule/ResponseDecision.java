// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.url.WebUrl;
import java.time.Duration;

/**
 * What follows from a response. It changes nothing until it is applied.
 *
 * @param host what follows for the host
 * @param request what follows for the request
 */
public record ResponseDecision(OfHost host, OfRequest request) {

    /** What follows for a request. */
    public sealed interface OfRequest {}

    /**
     * The request is done.
     *
     * @param later whether it is repeated in another pass
     */
    public record Done(Outcome outcome, boolean later) implements OfRequest {}

    /** The server redirects. */
    public record Follow(int status, WebUrl to) implements OfRequest {}

    /**
     * The request is repeated.
     *
     * @param change what is different then
     * @param pause the time before it is sent again
     */
    public record Repeat(Change change, Duration pause) implements OfRequest {}

    /** The request is repeated as another attempt, last of those to its host, because the host may accept another URL. */
    public record RepeatLast() implements OfRequest {}

    /** What is different in a repeated request. */
    public enum Change {
        /** GET instead of HEAD, as a part of the same attempt. */
        GET,
        /** Any content type is accepted, as a part of the same attempt. */
        ANY_TYPE,
        /** The host name is looked up again, as a part of the same attempt. */
        LOOK_UP,
        /** Nothing, but it is another attempt. */
        NEXT_ATTEMPT
    }

    /** What follows for a host. */
    public sealed interface OfHost {}

    /** Nothing follows: the response comes from elsewhere, or is a refusal of the site. */
    public record Unchanged() implements OfHost {}

    /** The host answers: earlier failures no longer count. */
    public record Answers() implements OfHost {}

    /** The host did not answer. */
    public record Silent() implements OfHost {}

    /** No request is sent to the host for some time. */
    public record Pause(Duration pause) implements OfHost {}

    /**
     * No request is sent to the host any more, until another pass.
     *
     * @param cause the cause that is recorded for its remaining URLs
     * @param detail the reason, for the user
     * @param temporary whether the failure may be temporary
     */
    public record GiveUp(FailureCause cause, String detail, boolean temporary) implements OfHost {}

    /** Updates the request for what follows; the only place where the state of its attempts changes during a pass. */
    void applyTo(ScheduledRequest scheduledRequest, Response response) {
        if (response instanceof Response.Answer answer) {
            scheduledRequest.lastStatus = answer.status();
        }
        Change change = request instanceof Repeat repeat
                ? repeat.change()
                : request instanceof RepeatLast ? Change.NEXT_ATTEMPT : null;
        if (change == Change.GET) {
            scheduledRequest.headFailed = true;
            scheduledRequest.requestMode = RequestMode.STATUS_BY_GET;
        } else if (change == Change.ANY_TYPE) {
            scheduledRequest.anyType = true;
        } else if (change == Change.LOOK_UP) {
            scheduledRequest.lookedUpAgain = true;
        } else if (change == Change.NEXT_ATTEMPT) {
            scheduledRequest.attempts++;
            scheduledRequest.elapsed = 0;
        }
    }
}
