// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.SkipReason;
import java.time.Duration;
import java.util.function.IntPredicate;

/** What follows from one response to a visit: it is over, it leads elsewhere, or the server must be asked once more. */
public sealed interface ResponseDecision {

    /** The visit is over. */
    record Done(Outcome outcome) implements ResponseDecision {}

    /** The server says: look over there. */
    record Hop(int status, String location) implements ResponseDecision {}

    /**
     * Ask again; the visit already says how.
     *
     * @param pause before this visit departs again
     */
    record Again(Duration pause) implements ResponseDecision {}

    /**
     * The server does not want to be asked for a while: a word about the host, not about the address.
     *
     * @param pause how long the whole host is to be left in peace
     * @param again whether the visit has an attempt left
     * @param otherwise how the visit ends when it has none, or when nobody waits for the host
     */
    record Refused(Duration pause, boolean again, Outcome otherwise) implements ResponseDecision {}

    /** Decides, and notes in the visit what the next request needs. */
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
        scheduledRequest.passing = false;
        if (isRedirect(status)) {
            return afterRedirect(scheduledRequest, answer);
        }
        Outcome told = new Outcome.Answered(status, scheduledRequest.attempts);
        if (accepts.test(status)) {
            return new Done(told);
        }
        scheduledRequest.passing = isPassing(status);
        Duration retryAfter = answer.retryAfter();
        if (retryAfter != null && (status == 429 || status == 503)) {
            return afterRefusal(scheduledRequest, status, retryAfter, politeness);
        }
        if (scheduledRequest.requestMode == RequestMode.STATUS) {
            // Many servers answer HEAD wrongly; what GET says counts (RFC 9110 §9.3.2 makes them equal, practice does
            // not).
            return byGet(scheduledRequest);
        }
        if (status == 406 && !scheduledRequest.anyType) {
            scheduledRequest.anyType = true;
            return new Again(Duration.ZERO);
        }
        if (status == 429) {
            boolean again = mayRetry(scheduledRequest, politeness);
            Duration pause = backOff(scheduledRequest);
            Duration longest = politeness.maxRetryAfter();
            return new Refused(pause.compareTo(longest) < 0 ? pause : longest, again, told);
        }
        return scheduledRequest.passing && mayRetry(scheduledRequest, politeness)
                ? new Again(backOff(scheduledRequest))
                : new Done(told);
    }

    private static ResponseDecision byGet(ScheduledRequest scheduledRequest) {
        scheduledRequest.headFailed = true;
        scheduledRequest.requestMode = RequestMode.STATUS_BY_GET;
        return new Again(Duration.ZERO);
    }

    private static ResponseDecision afterRefusal(
            ScheduledRequest scheduledRequest, int status, Duration wait, Politeness politeness) {
        if (wait.compareTo(politeness.maxRetryAfter()) <= 0) {
            Outcome told = new Outcome.Answered(status, scheduledRequest.attempts);
            return new Refused(wait, mayRetry(scheduledRequest, politeness), told);
        }
        scheduledRequest.passing = false;
        String detail = status + ", and asks us to wait " + wait.toSeconds() + " s, longer than maxRetryAfter ("
                + politeness.maxRetryAfter().toSeconds() + " s)";
        return new Refused(
                wait, false, new Outcome.Failed(Rule.BLOCKED, detail, null, status, scheduledRequest.attempts));
    }

    private static ResponseDecision afterRedirect(ScheduledRequest scheduledRequest, Response.Answer answer) {
        String location = answer.location();
        if (location == null || location.isBlank()) {
            String detail = answer.status() + " without a Location";
            return new Done(
                    new Outcome.Failed(Rule.REDIRECT_LOOP, detail, null, answer.status(), scheduledRequest.attempts));
        }
        return new Hop(answer.status(), location);
    }

    private static ResponseDecision afterNone(
            ScheduledRequest scheduledRequest, Response.None none, Politeness politeness) {
        if (none.rule() == Rule.SKIPPED) {
            return new Done(new Outcome.Unasked(SkipReason.PRIVATE_ADDRESS));
        }
        scheduledRequest.passing = none.passing() || none.rule() == Rule.UNKNOWN_HOST;
        if (scheduledRequest.requestMode == RequestMode.STATUS && none.rule() == Rule.UNREACHABLE) {
            return byGet(scheduledRequest);
        }
        if (none.passing() && mayRetry(scheduledRequest, politeness)) {
            return new Again(backOff(scheduledRequest));
        }
        return new Done(new Outcome.Failed(
                none.rule(), none.detail(), null, scheduledRequest.lastStatus, scheduledRequest.attempts));
    }

    /** Whether a status sends the client elsewhere (RFC 9110 §15.4; 300, 304 and 305 do not). */
    static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private static boolean isPassing(int status) {
        return switch (status) {
            case 408, 425, 429, 500, 502, 503, 504 -> true;
            // What a proxy in front of the server says when it cannot reach it.
            default -> status >= 520 && status <= 524;
        };
    }

    /** Begins a further attempt, if one is left. The GET after a HEAD and a second word about types belong to the attempt they mend. */
    private static boolean mayRetry(ScheduledRequest scheduledRequest, Politeness politeness) {
        if (scheduledRequest.late
                || scheduledRequest.attempts - scheduledRequest.attemptsBefore > politeness.retries()) {
            return false;
        }
        scheduledRequest.attempts++;
        scheduledRequest.spent = 0;
        return true;
    }

    /** A second, then twice as long each time, and up to a quarter more so that a crowd does not come back as one. */
    private static Duration backOff(ScheduledRequest scheduledRequest) {
        long millis =
                1000L << Math.max(0, Math.min(scheduledRequest.attempts - scheduledRequest.attemptsBefore - 2, 6));
        return Duration.ofMillis(millis + Math.floorMod(scheduledRequest.target * 0x9E3779B1L, millis / 4));
    }
}
