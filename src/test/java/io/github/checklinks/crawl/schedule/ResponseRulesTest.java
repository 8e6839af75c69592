// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.crawl.schedule.ResponseRules.Side;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.url.WebUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseRulesTest {

    private static final WebUrl URL = WebUrl.ofSerialised("https://x.example/dir/page");

    private final Politeness politeness =
            new Politeness(10, 5, 2, Duration.ofMillis(50), 2, Duration.ofSeconds(60), 10);

    /**
     * Response, mode, attempt, pass, side, host, and what follows for the host and for the request.
     *
     * <p>A response is a status with a {@code Location} or a {@code Retry-After} in seconds, or a failure; an exclamation mark marks one
     * that may be temporary. The second pass is the only attempt of an external URL. A host may be fresh, paused too often, or without any
     * response so far, so that the next failure is the last.
     */
    static final List<String> TABLE = """
            200              | HEAD | 1 | 1 | external | fresh  | answers | done: 200 after 1
            204              | GET  | 2 | 1 | external | fresh  | answers | done: 204 after 2
            200              | body | 3 | 1 | site     | fresh  | answers | done: 200 after 3
            200              | GET  | 4 | 2 | external | fresh  | answers | done: 200 after 4
            300 to /x        | body | 1 | 1 | site     | fresh  | answers | done: 300 after 1
            304 to /x        | body | 1 | 1 | site     | fresh  | answers | done: 304 after 1
            305 to /x        | body | 1 | 1 | site     | fresh  | answers | done: 305 after 1
            301 to /x        | HEAD | 1 | 1 | external | fresh  | answers | follow 301 to https://x.example/x
            302 to y#z       | GET  | 1 | 1 | external | fresh  | answers | follow 302 to https://x.example/dir/y#z
            303 to //b.org/  | body | 1 | 1 | site     | fresh  | answers | follow 303 to https://b.org/
            307 to ?q        | body | 3 | 1 | site     | fresh  | answers | follow 307 to https://x.example/dir/page?q
            308 to mailto:a@b.org | HEAD | 1 | 1 | external | fresh | answers | follow 308 to mailto:a@b.org
            302 to /x        | HEAD | 4 | 2 | external | fresh  | answers | follow 302 to https://x.example/x
            302              | HEAD | 1 | 1 | external | fresh  | answers | done: REDIRECT_WITHOUT_LOCATION, 302 without a Location after 1
            301              | body | 2 | 1 | site     | fresh  | answers | done: REDIRECT_WITHOUT_LOCATION, 301 without a Location after 2
            302 to javascript:x | HEAD | 1 | 1 | external | fresh | answers | done: REDIRECT_NOT_FOLLOWED, 302 to "javascript:x", which no browser follows after 1
            302 to file:///x | HEAD | 1 | 1 | external | fresh  | answers | done: REDIRECT_NOT_FOLLOWED, 302 to "file:///x", which no browser follows after 1
            302 to https://[ | body | 1 | 1 | site     | fresh  | answers | done: REDIRECT_NOT_FOLLOWED, 302 to "https://[", which no browser follows after 1
            400              | HEAD | 1 | 1 | external | fresh  | answers | repeat with GET in 0 s
            403              | HEAD | 2 | 1 | external | fresh  | answers | repeat with GET in 0 s
            404              | HEAD | 1 | 1 | site     | fresh  | answers | repeat with GET in 0 s
            405              | HEAD | 1 | 1 | external | fresh  | answers | repeat with GET in 0 s
            406              | HEAD | 1 | 1 | external | fresh  | answers | repeat with GET in 0 s
            429              | HEAD | 1 | 1 | external | fresh  | answers | repeat with GET in 0 s
            500              | HEAD | 3 | 1 | external | fresh  | answers | repeat with GET in 0 s
            503              | HEAD | 4 | 2 | external | fresh  | answers | repeat with GET in 0 s
            999              | HEAD | 1 | 1 | external | fresh  | answers | repeat with GET in 0 s
            404              | GET  | 1 | 1 | external | fresh  | answers | done: 404 after 1
            410              | body | 1 | 1 | site     | fresh  | answers | done: 410 after 1
            403              | GET  | 1 | 1 | external | fresh  | answers | done: 403 after 1
            501              | GET  | 1 | 1 | external | fresh  | answers | done: 501 after 1
            505              | body | 1 | 1 | site     | fresh  | answers | done: 505 after 1
            519              | GET  | 1 | 1 | external | fresh  | answers | done: 519 after 1
            525              | GET  | 1 | 1 | external | fresh  | answers | done: 525 after 1
            406              | body | 1 | 1 | site     | fresh  | answers | repeat with ANY_TYPE in 0 s
            406              | GET  | 3 | 1 | external | fresh  | answers | repeat with ANY_TYPE in 0 s
            406              | any  | 1 | 1 | site     | fresh  | answers | done: 406 after 1
            408              | body | 1 | 1 | site     | fresh  | answers | repeat with NEXT_ATTEMPT in 1 s
            425              | GET  | 1 | 1 | external | fresh  | answers | repeat with NEXT_ATTEMPT in 1 s
            500              | GET  | 1 | 1 | external | fresh  | answers | repeat with NEXT_ATTEMPT in 1 s
            502              | GET  | 2 | 1 | external | fresh  | answers | repeat with NEXT_ATTEMPT in 2 s
            503              | body | 2 | 1 | site     | fresh  | answers | repeat with NEXT_ATTEMPT in 2 s
            504              | any  | 1 | 1 | site     | fresh  | answers | repeat with NEXT_ATTEMPT in 1 s
            520              | GET  | 1 | 1 | other    | fresh  | answers | repeat with NEXT_ATTEMPT in 1 s
            524              | GET  | 1 | 1 | external | often  | answers | repeat with NEXT_ATTEMPT in 1 s
            500              | GET  | 3 | 1 | external | fresh  | answers | done: 500 after 3, later again
            503              | body | 3 | 1 | site     | fresh  | answers | done: 503 after 3, later again
            503              | body | 3 | 1 | other    | fresh  | answers | done: 503 after 3
            500              | GET  | 4 | 2 | external | fresh  | answers | done: 500 after 4
            500              | body | 4 | 2 | site     | fresh  | answers | repeat with NEXT_ATTEMPT in 1 s
            500              | body | 6 | 2 | site     | fresh  | answers | done: 500 after 6, later again
            500              | body | 9 | 3 | site     | fresh  | answers | done: 500 after 9
            429              | GET  | 1 | 1 | external | fresh  | paused for 1 s | repeat last
            429              | body | 2 | 1 | site     | fresh  | paused for 2 s | repeat last
            429              | GET  | 3 | 1 | external | fresh  | paused for 2 s | done: 429 after 3, later again
            429              | body | 3 | 1 | other    | fresh  | paused for 2 s | done: 429 after 3
            429              | GET  | 1 | 1 | external | often  | given up: RATE_LIMITED, 429 each time, temporary | done: 429 after 1, later again
            429              | body | 1 | 1 | site     | often  | unchanged | done: 429 after 1, later again
            429              | GET  | 4 | 2 | external | often  | given up: RATE_LIMITED, 429 each time, temporary | done: 429 after 4
            429 wait 60      | HEAD | 1 | 1 | external | fresh  | paused for 60 s | repeat last
            503 wait 0       | HEAD | 2 | 1 | external | fresh  | paused for 0 s | repeat last
            503 wait 60      | body | 1 | 1 | site     | fresh  | paused for 60 s | repeat last
            503 wait 9       | HEAD | 3 | 1 | external | fresh  | paused for 9 s | done: 503 after 3, later again
            503 wait 9       | HEAD | 1 | 1 | external | often  | given up: RATE_LIMITED, 503 each time, temporary | done: 503 after 1, later again
            503 wait 9       | body | 2 | 1 | site     | often  | unchanged | done: 503 after 2, later again
            429 wait 61      | HEAD | 1 | 1 | external | fresh  | given up: RATE_LIMITED, 429, and asks us to wait 61 s, longer than maxRetryAfter (60 s) | done: RATE_LIMITED, 429, and asks us to wait 61 s, longer than maxRetryAfter (60 s) after 1
            503 wait 3600    | body | 2 | 1 | site     | fresh  | unchanged | done: RATE_LIMITED, 503, and asks us to wait 3600 s, longer than maxRetryAfter (60 s) after 2
            500 wait 9       | GET  | 1 | 1 | external | fresh  | answers | repeat with NEXT_ATTEMPT in 1 s
            403 wait 9       | GET  | 1 | 1 | external | fresh  | answers | done: 403 after 1
            200 wait 9       | GET  | 1 | 1 | external | fresh  | answers | done: 200 after 1
            FORBIDDEN_ADDRESS | HEAD | 1 | 1 | external | silent | unchanged | done: skipped
            FORBIDDEN_ADDRESS | body | 1 | 1 | site     | fresh  | unchanged | done: skipped
            UNREACHABLE!     | HEAD | 1 | 1 | external | fresh  | silent  | repeat with GET in 0 s
            UNREACHABLE      | HEAD | 2 | 1 | external | fresh  | silent  | repeat with GET in 0 s
            UNREACHABLE!     | HEAD | 1 | 1 | external | silent | given up: UNREACHABLE, why, temporary | repeat with GET in 0 s
            UNREACHABLE!     | GET  | 1 | 1 | external | fresh  | silent  | repeat with NEXT_ATTEMPT in 1 s
            UNREACHABLE      | GET  | 1 | 1 | external | fresh  | silent  | done: UNREACHABLE, why after 1
            UNREACHABLE!     | GET  | 3 | 1 | external | fresh  | silent  | done: UNREACHABLE, why after 3, later again
            UNREACHABLE!     | GET  | 4 | 2 | external | silent | given up: UNREACHABLE, why, temporary | done: UNREACHABLE, why after 4
            UNREACHABLE!     | body | 3 | 1 | site     | silent | unchanged | done: UNREACHABLE, why after 3, later again
            TIMED_OUT!       | HEAD | 1 | 1 | external | fresh  | silent  | repeat with NEXT_ATTEMPT in 1 s
            TIMED_OUT!       | body | 2 | 1 | site     | fresh  | silent  | repeat with NEXT_ATTEMPT in 2 s
            TIMED_OUT!       | GET  | 3 | 1 | external | silent | given up: TIMED_OUT, why, temporary | done: TIMED_OUT, why after 3, later again
            TIMED_OUT!       | HEAD | 4 | 2 | external | fresh  | silent  | done: TIMED_OUT, why after 4
            UNTRUSTED        | HEAD | 1 | 1 | external | silent | unchanged | done: UNTRUSTED, why after 1
            UNTRUSTED        | body | 1 | 1 | site     | fresh  | unchanged | done: UNTRUSTED, why after 1
            UNKNOWN_HOST     | HEAD | 1 | 1 | external | fresh  | silent  | done: UNKNOWN_HOST, why after 1, later again
            UNKNOWN_HOST     | HEAD | 2 | 2 | external | fresh  | silent  | done: UNKNOWN_HOST, why after 2
            UNKNOWN_HOST     | body | 1 | 1 | site     | fresh  | silent  | done: UNKNOWN_HOST, why after 1
            UNKNOWN_HOST!    | GET  | 1 | 1 | external | fresh  | silent  | repeat with NEXT_ATTEMPT in 1 s
            UNKNOWN_HOST     | body | 1 | 1 | other    | silent | given up: UNKNOWN_HOST, why, temporary | done: UNKNOWN_HOST, why after 1
            UNKNOWN_HOST     | body | 1 | 1 | start    | fresh  | silent  | repeat with LOOK_UP in 1 s
            UNKNOWN_HOST     | body again | 1 | 1 | start | fresh | silent | done: UNKNOWN_HOST, why after 1
            UNKNOWN_HOST!    | body again | 1 | 1 | start | fresh | silent | repeat with NEXT_ATTEMPT in 1 s
            UNREACHABLE      | body | 1 | 1 | start    | silent | unchanged | done: UNREACHABLE, why after 1
            TIMED_OUT!       | body | 1 | 1 | start    | fresh  | silent  | repeat with NEXT_ATTEMPT in 1 s
            FORBIDDEN_ADDRESS | body | 1 | 1 | start   | fresh  | unchanged | done: skipped
            503              | body | 1 | 1 | start    | fresh  | answers | repeat with NEXT_ATTEMPT in 1 s
            503              | body | 3 | 1 | start    | fresh  | answers | done: 503 after 3, later again
            503 wait 9       | body | 1 | 1 | start    | fresh  | paused for 9 s | repeat last
            429              | body | 1 | 1 | start    | often  | unchanged | done: 429 after 1, later again
            302 to /x        | body | 1 | 1 | start    | fresh  | answers | follow 302 to https://x.example/x
            """.lines().toList();

    @ParameterizedTest
    @FieldSource("TABLE")
    void aResponseInAStateHasOneDecision(String row) {
        String[] cells = row.split("\\|", -1);
        ScheduledRequest scheduledRequest = request(cells[1].strip(), cells[2].strip(), cells[3].strip());
        ResponseRules.Situation situation = new ResponseRules.Situation(
                scheduledRequest,
                URL,
                Side.valueOf(cells[4].strip().toUpperCase(Locale.ROOT)),
                status -> status >= 200 && status < 300,
                pause -> !cells[5].strip().equals("often"),
                cells[5].strip().equals("silent"),
                politeness);

        ResponseDecision decision = ResponseRules.after(situation, response(cells[0].strip()));

        assertThat(text(decision.host())).isEqualTo(cells[6].strip());
        assertThat(text(decision.request())).isEqualTo(cells[7].strip());
        assertThat(ResponseRules.after(situation, response(cells[0].strip())))
                .as("nothing changed")
                .isEqualTo(decision);
    }

    @Test
    void theTableHasEachFailure() {
        Set<FailureCause> causes = EnumSet.noneOf(FailureCause.class);
        for (String row : TABLE) {
            if (response(row.substring(0, row.indexOf('|')).strip()) instanceof Response.None none) {
                causes.add(none.cause());
            }
        }

        // The others are not failures of a request, but what the crawl makes of an answer, a rule, a file or a record.
        assertThat(causes)
                .isEqualTo(EnumSet.complementOf(EnumSet.of(
                        FailureCause.RATE_LIMITED,
                        FailureCause.ROBOTS_FORBIDDEN,
                        FailureCause.ROBOTS_UNAVAILABLE,
                        FailureCause.REDIRECT_WITHOUT_LOCATION,
                        FailureCause.REDIRECT_NOT_FOLLOWED,
                        FailureCause.TRUNCATED,
                        FailureCause.UNREADABLE_FILE,
                        FailureCause.UNRECORDED)));
    }

    private static ScheduledRequest request(String mode, String attempt, String pass) {
        RequestMode requestMode = switch (mode) {
            case "HEAD" -> RequestMode.STATUS;
            case "GET" -> RequestMode.STATUS_BY_GET;
            default -> RequestMode.CONTENT;
        };
        ScheduledRequest scheduledRequest = new ScheduledRequest(0, "x.example:443", requestMode);
        scheduledRequest.anyType = mode.equals("any");
        scheduledRequest.lookedUpAgain = mode.endsWith("again");
        scheduledRequest.attempts = Integer.parseInt(attempt);
        scheduledRequest.passes = Integer.parseInt(pass) - 1;
        scheduledRequest.attemptsBefore = 3 * scheduledRequest.passes;
        scheduledRequest.inFinalPass = scheduledRequest.passes > 0 && requestMode != RequestMode.CONTENT;
        return scheduledRequest;
    }

    private static Response response(String text) {
        String[] words = text.split(" ", -1);
        if (!Character.isDigit(text.charAt(0))) {
            return new Response.None(FailureCause.valueOf(text.replace("!", "")), "why", text.endsWith("!"));
        }
        boolean waits = words.length > 1 && words[1].equals("wait");
        boolean leads = words.length > 1 && words[1].equals("to");
        return answer(
                Integer.parseInt(words[0]),
                leads ? words[2] : null,
                waits ? Duration.ofSeconds(Long.parseLong(words[2])) : null);
    }

    private static String text(ResponseDecision.OfHost host) {
        if (host instanceof ResponseDecision.Pause pause) {
            return "paused for " + pause.pause().toSeconds() + " s";
        }
        if (host instanceof ResponseDecision.GiveUp end) {
            return "given up: " + end.cause() + ", " + end.detail() + (end.temporary() ? ", temporary" : "");
        }
        return host.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String text(ResponseDecision.OfRequest request) {
        if (request instanceof ResponseDecision.Follow follow) {
            return "follow " + follow.status() + " to " + follow.to().href();
        }
        if (request instanceof ResponseDecision.Repeat repeat) {
            return "repeat with " + repeat.change() + " in " + repeat.pause().toSeconds() + " s";
        }
        if (!(request instanceof ResponseDecision.Done done)) {
            return "repeat last";
        }
        String later = done.later() ? ", later again" : "";
        if (done.outcome() instanceof Outcome.Answered answered) {
            return "done: " + answered.status() + " after " + answered.attempts() + later;
        }
        if (done.outcome() instanceof Outcome.Failed failed) {
            return "done: " + failed.cause() + ", " + failed.detail() + " after " + failed.attempts() + later;
        }
        return "done: skipped" + later;
    }

    private static Response answer(int status, @Nullable String location, @Nullable Duration retryAfter) {
        return new Response.Answer(status, location, null, retryAfter, List.of(), false, new byte[0], false);
    }

    /** Decides and applies; returns the decision. */
    private ResponseDecision next(ScheduledRequest scheduledRequest, String response) {
        Response parsed = response(response);
        ResponseDecision decision = ResponseRules.after(
                new ResponseRules.Situation(
                        scheduledRequest,
                        URL,
                        Side.EXTERNAL,
                        status -> status >= 200 && status < 300,
                        pause -> true,
                        false,
                        politeness),
                parsed);
        decision.applyTo(scheduledRequest, parsed);
        return decision;
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 500, 502, 503, 504, 520, 522, 524})
    void aTemporaryFailureIsRetriedWithGrowingPausesAndJitter(int status) {
        ScheduledRequest scheduledRequest = new ScheduledRequest(7, "x.example:443", RequestMode.CONTENT);
        List<Duration> pauses = new ArrayList<>();
        while (next(scheduledRequest, String.valueOf(status)).request() instanceof ResponseDecision.Repeat repeat) {
            pauses.add(repeat.pause());
        }

        assertThat(pauses).hasSize(2);
        assertThat(pauses.get(0)).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1_250));
        assertThat(pauses.get(1)).isBetween(Duration.ofSeconds(2), Duration.ofMillis(2_500));
    }

    @Test
    void aRetryHasTheFullTimeoutAndAGetAfterHeadHasNot() {
        ScheduledRequest scheduledRequest = new ScheduledRequest(7, "x.example:443", RequestMode.STATUS);
        scheduledRequest.elapsed = 7;

        next(scheduledRequest, "500");
        assertThat(scheduledRequest.requestMode).isEqualTo(RequestMode.STATUS_BY_GET);
        assertThat(scheduledRequest.attempts).isEqualTo(1);
        assertThat(scheduledRequest.elapsed).isEqualTo(7);
        next(scheduledRequest, "500");
        assertThat(scheduledRequest.attempts).isEqualTo(2);
        assertThat(scheduledRequest.elapsed).isZero();
    }

    @Test
    void aFailureAfterAnAnswerHasTheLastStatus() {
        ScheduledRequest scheduledRequest = new ScheduledRequest(7, "x.example:443", RequestMode.STATUS_BY_GET);

        next(scheduledRequest, "500");

        assertThat(next(scheduledRequest, "UNTRUSTED").request())
                .isEqualTo(new ResponseDecision.Done(new Outcome.Failed(FailureCause.UNTRUSTED, "why", 500, 2), false));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0, '; not asked for this address'", "5, 1, 1, ''", "5, 3, 2, ''"})
    void aRequestToAHostThatWasGivenUpEndsForItsReason(long sentAt, int attempts, int counted, String addition) {
        ScheduledRequest scheduledRequest = new ScheduledRequest(7, "x.example:443", RequestMode.STATUS);
        scheduledRequest.sentAt = sentAt;
        scheduledRequest.attempts = attempts;
        ResponseDecision.GiveUp temporary =
                new ResponseDecision.GiveUp(FailureCause.RATE_LIMITED, "429 each time", true);
        ResponseDecision.GiveUp permanent =
                new ResponseDecision.GiveUp(FailureCause.RATE_LIMITED, "429 each time", false);
        Outcome outcome = new Outcome.Failed(FailureCause.RATE_LIMITED, "429 each time" + addition, 0, counted);

        assertThat(ResponseRules.afterGivingUp(scheduledRequest, Side.EXTERNAL, temporary, politeness))
                .isEqualTo(new ResponseDecision.Done(outcome, true));
        assertThat(ResponseRules.afterGivingUp(scheduledRequest, Side.EXTERNAL, permanent, politeness))
                .isEqualTo(new ResponseDecision.Done(outcome, false));
    }

    @Test
    void everyRequestEndsWhateverTheResponses() {
        List<String> nasty = List.of("429 wait 0", "406", "503", "UNREACHABLE!", "503 wait 1");
        for (int first = 0; first < nasty.size(); first++) {
            ScheduledRequest scheduledRequest = new ScheduledRequest(7, "x.example:443", RequestMode.STATUS);
            int steps = 0;
            while (!(next(scheduledRequest, nasty.get((first + steps) % nasty.size()))
                            .request()
                    instanceof ResponseDecision.Done)) {
                steps++;
                assertThat(steps).isLessThan(10);
            }
            assertThat(scheduledRequest.attempts).isBetween(1, politeness.retries() + 1);
        }
    }
}
