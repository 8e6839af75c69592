// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import io.github.checklinks.crawl.schedule.ResponseDecision.Answers;
import io.github.checklinks.crawl.schedule.ResponseDecision.Change;
import io.github.checklinks.crawl.schedule.ResponseDecision.Done;
import io.github.checklinks.crawl.schedule.ResponseDecision.Follow;
import io.github.checklinks.crawl.schedule.ResponseDecision.GiveUp;
import io.github.checklinks.crawl.schedule.ResponseDecision.OfHost;
import io.github.checklinks.crawl.schedule.ResponseDecision.OfRequest;
import io.github.checklinks.crawl.schedule.ResponseDecision.Pause;
import io.github.checklinks.crawl.schedule.ResponseDecision.Repeat;
import io.github.checklinks.crawl.schedule.ResponseDecision.RepeatLast;
import io.github.checklinks.crawl.schedule.ResponseDecision.Silent;
import io.github.checklinks.crawl.schedule.ResponseDecision.Unchanged;
import io.github.checklinks.crawl.target.HandedOff;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.url.Redaction;
import io.github.checklinks.url.WebUrl;
import java.time.Duration;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * The rules for what follows from a response, for its request and for its host. A decision depends on nothing but the arguments. The
 * first question that is answered with yes decides.
 *
 * <p>If the server answered:
 *
 * <ol>
 *   <li>Is it a redirect? It is followed, unless it leads nowhere.
 *   <li>Is the status accepted? The request is done.
 *   <li>Does the server ask for time, by 429 or 503 with {@code Retry-After}? Its host is paused. If it asks for too much, or too often,
 *       the host is given up.
 *   <li>Was it a HEAD request? GET is tried at once.
 *   <li>Is it 406? Any content type is accepted at once.
 *   <li>Is it 429? The host is paused for the time of a back-off.
 *   <li>Can the failure be temporary, and is an attempt left? The request is repeated after a back-off.
 *   <li>Otherwise the request is done.
 * </ol>
 *
 * <p>If it did not answer:
 *
 * <ol>
 *   <li>Is the IP address private? The request is done, as skipped.
 *   <li>Did the connection break after HEAD? GET is tried at once.
 *   <li>Is the host name of the start unknown for the first time? It is looked up again after a second.
 *   <li>Can the failure be temporary, and is an attempt left? The request is repeated after a back-off.
 *   <li>Otherwise the request is done. A host that never answered is given up after some requests.
 * </ol>
 *
 * <p>A request that is done, but can have failed temporarily, is repeated in another pass once everything else is done.
 */
public final class ResponseRules {

    private ResponseRules() {}

    /** Whose server a request is sent to. */
    public enum Side {
        /** A server on the way to the site, before the crawl starts: as the site, but its name is looked up twice. */
        START,
        /** The site under check: it is never given up, and its pages have several passes. */
        SITE,
        /** Another site, to which a link leads. */
        EXTERNAL,
        /** Another server that is read for the site, such as that of a seed. */
        OTHER
    }

    /**
     * What a decision depends on besides the response.
     *
     * @param request the request, with the state of its attempts
     * @param url the requested URL
     * @param side whose server it was sent to
     * @param accepts the status codes that count as success
     * @param mayPause whether the host may be paused, for a duration
     * @param lastChance whether the host is given up if this request has no response
     * @param politeness the limits
     */
    public record Situation(
            ScheduledRequest request,
            WebUrl url,
            Side side,
            IntPredicate accepts,
            Predicate<Duration> mayPause,
            boolean lastChance,
            Politeness politeness) {}

    /** Returns what follows from a response. */
    public static ResponseDecision after(Situation situation, Response response) {
        return response instanceof Response.Answer answer
                ? afterAnswer(situation, answer)
                : afterNone(situation, (Response.None) response);
    }

    private static ResponseDecision afterAnswer(Situation situation, Response.Answer answer) {
        ScheduledRequest request = situation.request();
        int status = answer.status();
        Outcome outcome = new Outcome.Answered(status, request.attempts);
        if (isRedirect(status)) {
            return answers(afterRedirect(situation, answer));
        }
        if (situation.accepts().test(status)) {
            return answers(new Done(outcome, false));
        }
        Duration retryAfter = answer.retryAfter();
        if (retryAfter != null && (status == 429 || status == 503)) {
            return afterRetryAfter(situation, status, retryAfter);
        }
        if (request.requestMode == RequestMode.STATUS) {
            // Many servers respond incorrectly to HEAD, although RFC 9110 §9.3.2 requires the same response as to GET.
            return answers(new Repeat(Change.GET, Duration.ZERO));
        }
        if (status == 406 && !request.anyType) {
            return answers(new Repeat(Change.ANY_TYPE, Duration.ZERO));
        }
        if (status == 429) {
            Duration pause = backOff(request, hasAttemptLeft(situation));
            Duration longest = situation.politeness().maxRetryAfter();
            return afterRefusal(situation, pause.compareTo(longest) < 0 ? pause : longest, status);
        }
        if (isTemporary(status) && hasAttemptLeft(situation)) {
            return answers(nextAttempt(request));
        }
        return answers(done(situation, outcome, isTemporary(status)));
    }

    private static OfRequest afterRedirect(Situation situation, Response.Answer answer) {
        int status = answer.status();
        String location = answer.location();
        FailureCause cause;
        String detail;
        if (location == null || location.isBlank()) {
            cause = FailureCause.REDIRECT_WITHOUT_LOCATION;
            detail = status + " without a Location";
        } else if (situation.url().resolve(location) instanceof WebUrl to && HandedOff.mayFollow(to)) {
            return new Follow(status, to);
        } else {
            cause = FailureCause.REDIRECT_NOT_FOLLOWED;
            // Redacted here, where its end is certain: it may be malformed, with a space in its password.
            detail = status + " to \"" + Redaction.url(location) + "\", which no browser follows";
        }
        return new Done(new Outcome.Failed(cause, detail, status, situation.request().attempts), false);
    }

    private static ResponseDecision afterRetryAfter(Situation situation, int status, Duration wait) {
        Duration longest = situation.politeness().maxRetryAfter();
        if (wait.compareTo(longest) <= 0) {
            return afterRefusal(situation, wait, status);
        }
        String detail = status + ", and asks us to wait " + wait.toSeconds() + " s, longer than maxRetryAfter ("
                + longest.toSeconds() + " s)";
        Outcome outcome = new Outcome.Failed(FailureCause.RATE_LIMITED, detail, status, situation.request().attempts);
        return new ResponseDecision(
                giveUp(situation, new GiveUp(FailureCause.RATE_LIMITED, detail, false)),
                done(situation, outcome, false));
    }

    private static ResponseDecision afterRefusal(Situation situation, Duration pause, int status) {
        OfRequest done = done(situation, new Outcome.Answered(status, situation.request().attempts), true);
        if (!situation.mayPause().test(pause)) {
            return new ResponseDecision(
                    giveUp(situation, new GiveUp(FailureCause.RATE_LIMITED, status + " each time", true)), done);
        }
        return new ResponseDecision(new Pause(pause), hasAttemptLeft(situation) ? new RepeatLast() : done);
    }

    private static ResponseDecision afterNone(Situation situation, Response.None none) {
        ScheduledRequest request = situation.request();
        FailureCause cause = none.cause();
        if (cause == FailureCause.FORBIDDEN_ADDRESS) {
            return new ResponseDecision(
                    new Unchanged(), new Done(new Outcome.NotRequested(SkipReason.PRIVATE_ADDRESS), false));
        }
        boolean silent = cause == FailureCause.UNKNOWN_HOST
                || cause == FailureCause.TIMED_OUT
                || cause == FailureCause.UNREACHABLE;
        OfHost host = !silent
                ? new Unchanged()
                : situation.lastChance() ? giveUp(situation, new GiveUp(cause, none.detail(), true)) : new Silent();
        if (request.requestMode == RequestMode.STATUS && cause == FailureCause.UNREACHABLE) {
            return new ResponseDecision(host, new Repeat(Change.GET, Duration.ZERO));
        }
        if (cause == FailureCause.UNKNOWN_HOST && situation.side() == Side.START && !request.lookedUpAgain) {
            // DNS failures may be temporary, so a name counts as unknown only after a second lookup.
            return new ResponseDecision(host, new Repeat(Change.LOOK_UP, Duration.ofSeconds(1)));
        }
        if (none.temporary() && hasAttemptLeft(situation)) {
            return new ResponseDecision(host, nextAttempt(request));
        }
        Outcome outcome = new Outcome.Failed(cause, none.detail(), request.lastStatus, request.attempts);
        return new ResponseDecision(
                host, done(situation, outcome, none.temporary() || cause == FailureCause.UNKNOWN_HOST));
    }

    /** Returns what follows for a request to a host that was given up before. */
    static Done afterGivingUp(ScheduledRequest request, Side side, GiveUp end, Politeness politeness) {
        boolean sent = request.sentAt != 0;
        String detail = end.detail() + (sent ? "" : "; not asked for this address");
        int attempts = sent ? Math.max(1, request.attempts - 1) : 0;
        Outcome outcome = new Outcome.Failed(end.cause(), detail, request.lastStatus, attempts);
        return new Done(outcome, isRepeatedLater(request, side, outcome, end.temporary(), politeness));
    }

    private static ResponseDecision answers(OfRequest request) {
        return new ResponseDecision(new Answers(), request);
    }

    private static Done done(Situation situation, Outcome outcome, boolean temporary) {
        return new Done(
                outcome,
                isRepeatedLater(situation.request(), situation.side(), outcome, temporary, situation.politeness()));
    }

    private static Repeat nextAttempt(ScheduledRequest request) {
        return new Repeat(Change.NEXT_ATTEMPT, backOff(request, true));
    }

    private static OfHost giveUp(Situation situation, GiveUp end) {
        return situation.side() == Side.SITE || situation.side() == Side.START ? new Unchanged() : end;
    }

    /** Returns whether a status code is a redirect (RFC 9110 §15.4; 300, 304 and 305 are not). */
    public static boolean isRedirect(int status) {
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
     * Returns whether another attempt is left. A GET after a failed HEAD, and a repetition with another {@code Accept}, belong to the
     * same attempt.
     */
    private static boolean hasAttemptLeft(Situation situation) {
        ScheduledRequest request = situation.request();
        return !request.inFinalPass
                && request.attempts - request.attemptsBefore
                        <= situation.politeness().retries();
    }

    /**
     * Returns whether a request that is done is repeated in another pass. An unknown host name is looked up again even if
     * {@code retries} is 0, because DNS failures are often temporary; that of the site was looked up twice before the crawl started.
     * URLs of the site are repeated up to {@code retries} times, because pages that are only linked from them would be missed as well.
     */
    private static boolean isRepeatedLater(
            ScheduledRequest request, Side side, Outcome outcome, boolean temporary, Politeness politeness) {
        boolean unknownHost = outcome instanceof Outcome.Failed failed && failed.cause() == FailureCause.UNKNOWN_HOST;
        return switch (side) {
            case START, SITE -> temporary && !unknownHost && request.passes < politeness.retries();
            case EXTERNAL -> !request.inFinalPass && (unknownHost || temporary && politeness.retries() > 0);
            case OTHER -> false;
        };
    }

    /**
     * Returns the exponential back-off: one second, doubled per attempt, plus up to a quarter of jitter so that retries do not coincide.
     */
    private static Duration backOff(ScheduledRequest request, boolean again) {
        int retry = request.attempts - request.attemptsBefore - (again ? 1 : 2);
        long millis = 1000L << Math.max(0, Math.min(retry, 6));
        return Duration.ofMillis(millis + Math.floorMod(request.target * 0x9E3779B1L, millis / 4));
    }
}
