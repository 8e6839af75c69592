// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.SkipReason;
import java.time.Duration;
import java.util.function.IntPredicate;

/** The next step after a response: the request is done, is redirected, or is repeated. */
public sealed interface ResponseDecision {

    /** The request is done. */
    record Done(Outcome outcome) implements ResponseDecision {}

    /** The server redirects. */
    record Hop(int status, String location) implements ResponseDecision {}

    /**
     * The request is repeated, with the settings that were updated in it.
     *
     * @param pause the time before it is sent again
     */
    record Retry(Duration pause) implements ResponseDecision {}

    /**
     * The server is rate limiting or temporarily unavailable, which concerns the host rather than the URL.
     *
     * @param pause how long to pause the host
     * @param again whether the request has an attempt left
     * @param otherwise the outcome if it has none, or if the host is given up
     */
    record Refused(Duration pause, boolean again, Outcome otherwise) implements ResponseDecision {}

    /** Returns the next step, and updates the request for it. */
    static ResponseDecision after(
            ScheduledRequest scheduledRequest, Response response, Politeness politeness, IntPredicate accepts) {
        return response instanceof Response.Answer answer
                ? afterAnswer(scheduledRequest, answer, politeness, accepts)
                : afterNone(scheduledRequest, (Response.None) response, politeness);
    }

    private static ResponseDecision afterAnswer(
            ScheduledRequest scheduledRequest, Response.Answer answer, Politeness politeness, IntPredicate accepts) {
        int status = answer.status();
        scheduledRequest.lastStatus = status;
        scheduledRequest.failedTemporarily = false;
        if (isRedirect(status)) {
            return afterRedirect(scheduledRequest, answer);
        }
        Outcome outcome = new Outcome.Answered(status, scheduledRequest.attempts);
        if (accepts.test(status)) {
            return new Done(outcome);
        }
        scheduledRequest.failedTemporarily = isTemporary(status);
        Duration retryAfter = answer.retryAfter();
        if (retryAfter != null && (status == 429 || status == 503)) {
            return afterRefusal(scheduledRequest, status, retryAfter, politeness);
        }
        if (scheduledRequest.requestMode == RequestMode.STATUS) {
            // Many servers respond incorrectly to HEAD, although RFC 9110 §9.3.2 requires the same response as to GET.
            return retryWithGet(scheduledRequest);
        }
        if (status == 406 && !scheduledRequest.anyType) {
            scheduledRequest.anyType = true;
            return new Retry(Duration.ZERO);
        }
        if (status == 429) {
            boolean again = startRetry(scheduledRequest, politeness);
            Duration pause = backOff(scheduledRequest);
            Duration longest = politeness.maxRetryAfter();
            return new Refused(pause.compareTo(longest) < 0 ? pause : longest, again, outcome);
        }
        return scheduledRequest.failedTemporarily && startRetry(scheduledRequest, politeness)
                ? new Retry(backOff(scheduledRequest))
                : new Done(outcome);
    }

    private static ResponseDecision retryWithGet(ScheduledRequest scheduledRequest) {
        scheduledRequest.headFailed = true;
        scheduledRequest.requestMode = RequestMode.STATUS_BY_GET;
        return new Retry(Duration.ZERO);
    }

    private static ResponseDecision afterRefusal(
            ScheduledRequest scheduledRequest, int status, Duration wait, Politeness politeness) {
        if (wait.compareTo(politeness.maxRetryAfter()) <= 0) {
            Outcome outcome = new Outcome.Answered(status, scheduledRequest.attempts);
            return new Refused(wait, startRetry(scheduledRequest, politeness), outcome);
        }
        scheduledRequest.failedTemporarily = false;
        String detail = status + ", and asks us to wait " + wait.toSeconds() + " s, longer than maxRetryAfter ("
                + politeness.maxRetryAfter().toSeconds() + " s)";
        return new Refused(
                wait,
                false,
                new Outcome.Failed(FailureCause.RATE_LIMITED, detail, null, status, scheduledRequest.attempts));
    }

    private static ResponseDecision afterRedirect(ScheduledRequest scheduledRequest, Response.Answer answer) {
        String location = answer.location();
        if (location == null || location.isBlank()) {
            String detail = answer.status() + " without a Location";
            return new Done(new Outcome.Failed(
                    FailureCause.REDIRECT_WITHOUT_LOCATION, detail, null, answer.status(), scheduledRequest.attempts));
        }
        return new Hop(answer.status(), location);
    }

    private static ResponseDecision afterNone(
            ScheduledRequest scheduledRequest, Response.None none, Politeness politeness) {
        if (none.cause() == FailureCause.FORBIDDEN_ADDRESS) {
            return new Done(new Outcome.NotRequested(SkipReason.PRIVATE_ADDRESS));
        }
        scheduledRequest.failedTemporarily = none.temporary() || none.cause() == FailureCause.UNKNOWN_HOST;
        if (scheduledRequest.requestMode == RequestMode.STATUS && none.cause() == FailureCause.UNREACHABLE) {
            return retryWithGet(scheduledRequest);
        }
        if (none.temporary() && startRetry(scheduledRequest, politeness)) {
            return new Retry(backOff(scheduledRequest));
        }
        return new Done(new Outcome.Failed(
                none.cause(), none.detail(), null, scheduledRequest.lastStatus, scheduledRequest.attempts));
    }

    /** Returns whether a status code is a redirect (RFC 9110 §15.4; 300, 304 and 305 are not). */
    static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private static boolean isTemporary(int status) {
        return switch (status) {
            case 408, 425, 429, 500, 502, 503, 504 -> true;
            // Sent by a reverse proxy that cannot reach its server.
            default -> status >= 520 && status <= 524;
        };
    }

    /**
     * Starts another attempt if one is left. A GET after a failed HEAD, and a repetition with another {@code Accept}, belong to the same
     * attempt.
     */
    private static boolean startRetry(ScheduledRequest scheduledRequest, Politeness politeness) {
        if (scheduledRequest.inFinalPass
                || scheduledRequest.attempts - scheduledRequest.attemptsBefore > politeness.retries()) {
            return false;
        }
        scheduledRequest.attempts++;
        scheduledRequest.elapsed = 0;
        return true;
    }

    /**
     * Returns the exponential back-off: one second, doubled per attempt, plus up to a quarter of jitter so that retries do not coincide.
     */
    private static Duration backOff(ScheduledRequest scheduledRequest) {
        long millis =
                1000L << Math.max(0, Math.min(scheduledRequest.attempts - scheduledRequest.attemptsBefore - 2, 6));
        return Duration.ofMillis(millis + Math.floorMod(scheduledRequest.target * 0x9E3779B1L, millis / 4));
    }
}
