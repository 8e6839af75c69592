// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.SkipReason;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseDecisionTest {

    private final Politeness politeness =
            new Politeness(10, 5, 2, Duration.ofMillis(50), 2, Duration.ofSeconds(60), 10);

    private ResponseDecision after(ScheduledRequest scheduledRequest, Response response) {
        return ResponseDecision.after(scheduledRequest, response, politeness, status -> status >= 200 && status < 300);
    }

    private static ScheduledRequest request(RequestMode requestMode) {
        return new ScheduledRequest(7, "x.example:443", requestMode);
    }

    private static Response answer(int status) {
        return answer(status, null, null);
    }

    private static Response answer(int status, @Nullable String location, @Nullable Duration retryAfter) {
        return new Response.Answer(status, location, null, retryAfter, List.of(), false, new byte[0], false);
    }

    private static Outcome outcome(ResponseDecision step) {
        assertThat(step).isInstanceOf(ResponseDecision.Done.class);
        return ((ResponseDecision.Done) step).outcome();
    }

    private static ResponseDecision.Retry again(ResponseDecision step) {
        assertThat(step).isInstanceOf(ResponseDecision.Retry.class);
        return (ResponseDecision.Retry) step;
    }

    private static ResponseDecision.Refused refused(ResponseDecision step) {
        assertThat(step).isInstanceOf(ResponseDecision.Refused.class);
        return (ResponseDecision.Refused) step;
    }

    @Test
    void anAcceptedAnswerIsTheEnd() {
        assertThat(outcome(after(request(RequestMode.STATUS), answer(204)))).isEqualTo(new Outcome.Answered(204, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 429, 500, 501, 503, 999})
    void aFailureOfHeadIsRepeatedWithGet(int status) {
        ScheduledRequest scheduledRequest = request(RequestMode.STATUS);

        assertThat(again(after(scheduledRequest, answer(status)))).isEqualTo(new ResponseDecision.Retry(Duration.ZERO));
        assertThat(scheduledRequest.requestMode).isEqualTo(RequestMode.STATUS_BY_GET);
        assertThat(outcome(after(scheduledRequest, answer(200)))).isEqualTo(new Outcome.Answered(200, 1));
    }

    @Test
    void aConnectionThatBreaksOnHeadIsRetriedWithGetAtOnce() {
        ScheduledRequest scheduledRequest = request(RequestMode.STATUS);
        ResponseDecision step = after(scheduledRequest, new Response.None(FailureCause.UNREACHABLE, "broke", true));

        assertThat(again(step).pause()).isZero();
        assertThat(scheduledRequest.requestMode).isEqualTo(RequestMode.STATUS_BY_GET);
        assertThat(scheduledRequest.attempts).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410, 403, 400, 501})
    void aPermanentFailureOfGetIsFinal(int status) {
        assertThat(outcome(after(request(RequestMode.STATUS_BY_GET), answer(status))))
                .isEqualTo(new Outcome.Answered(status, 1));
        assertThat(outcome(after(request(RequestMode.CONTENT), answer(status))))
                .isEqualTo(new Outcome.Answered(status, 1));
    }

    @Test
    void notAcceptableIsRepeatedOnceForAnyType() {
        ScheduledRequest scheduledRequest = request(RequestMode.CONTENT);

        assertThat(again(after(scheduledRequest, answer(406))).pause()).isZero();
        assertThat(scheduledRequest.anyType).isTrue();
        assertThat(outcome(after(scheduledRequest, answer(406)))).isEqualTo(new Outcome.Answered(406, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 500, 502, 503, 504, 520, 522, 524})
    void aTemporaryFailureIsRetriedWithGrowingPausesAndThenReported(int status) {
        ScheduledRequest scheduledRequest = request(RequestMode.CONTENT);

        Duration first = again(after(scheduledRequest, answer(status))).pause();
        Duration second = again(after(scheduledRequest, answer(status))).pause();

        assertThat(first).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1_250));
        assertThat(second).isBetween(Duration.ofSeconds(2), Duration.ofMillis(2_500));
        assertThat(outcome(after(scheduledRequest, answer(status)))).isEqualTo(new Outcome.Answered(status, 3));
        assertThat(scheduledRequest.failedTemporarily).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {501, 505, 519, 525, 599})
    void otherServerErrorsAreNotRetried(int status) {
        assertThat(outcome(after(request(RequestMode.CONTENT), answer(status))))
                .isEqualTo(new Outcome.Answered(status, 1));
    }

    @Test
    void tooManyRequestsConcernsTheHost() {
        ScheduledRequest scheduledRequest = request(RequestMode.CONTENT);

        assertThat(refused(after(scheduledRequest, answer(429))).pause())
                .isBetween(Duration.ofSeconds(1), Duration.ofMillis(1_250));
        assertThat(refused(after(scheduledRequest, answer(429))).again()).isTrue();
        ResponseDecision.Refused third = refused(after(scheduledRequest, answer(429)));
        assertThat(third.again()).isFalse();
        assertThat(third.otherwise()).isEqualTo(new Outcome.Answered(429, 3));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aShortRetryAfterConcernsTheHost(int status) {
        ScheduledRequest scheduledRequest = request(RequestMode.STATUS);
        Response response = answer(status, null, Duration.ofSeconds(60));
        Outcome first = new Outcome.Answered(status, 1);

        assertThat(after(scheduledRequest, response))
                .isEqualTo(new ResponseDecision.Refused(Duration.ofSeconds(60), true, first));
        assertThat(scheduledRequest.requestMode).isEqualTo(RequestMode.STATUS);
        assertThat(refused(after(scheduledRequest, response)).again()).isTrue();
        assertThat(after(scheduledRequest, response))
                .isEqualTo(
                        new ResponseDecision.Refused(Duration.ofSeconds(60), false, new Outcome.Answered(status, 3)));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aLongRetryAfterIsNotWaitedFor(int status) {
        ScheduledRequest scheduledRequest = request(RequestMode.STATUS);

        ResponseDecision.Refused refused =
                refused(after(scheduledRequest, answer(status, null, Duration.ofSeconds(61))));

        assertThat(refused.again()).isFalse();
        assertThat(refused.otherwise())
                .isEqualTo(new Outcome.Failed(
                        FailureCause.RATE_LIMITED,
                        status + ", and asks us to wait 61 s, longer than maxRetryAfter (60 s)",
                        null,
                        status,
                        1));
        assertThat(scheduledRequest.failedTemporarily).isFalse();
    }

    @Test
    void theAttemptOfTheFinalPassIsNotRetried() {
        ScheduledRequest scheduledRequest = request(RequestMode.CONTENT);
        scheduledRequest.inFinalPass = true;

        assertThat(outcome(after(scheduledRequest, answer(500)))).isEqualTo(new Outcome.Answered(500, 1));
        assertThat(refused(after(scheduledRequest, answer(429))).again()).isFalse();
    }

    @Test
    void aRetryHasTheFullTimeoutAndAGetAfterHeadHasNot() {
        ScheduledRequest scheduledRequest = request(RequestMode.STATUS);
        scheduledRequest.elapsed = 7;

        after(scheduledRequest, answer(500));
        assertThat(scheduledRequest.elapsed).isEqualTo(7);
        after(scheduledRequest, answer(500));
        assertThat(scheduledRequest.elapsed).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectLeadsElsewhere(int status) {
        assertThat(after(request(RequestMode.STATUS), answer(status, "/x", null)))
                .isEqualTo(new ResponseDecision.Hop(status, "/x"));
    }

    @Test
    void aRedirectWithoutLocationIsBroken() {
        for (String location : new String[] {"", "  "}) {
            assertThat(outcome(after(request(RequestMode.STATUS), answer(302, location, null))))
                    .isEqualTo(new Outcome.Failed(
                            FailureCause.REDIRECT_WITHOUT_LOCATION, "302 without a Location", null, 302, 1));
        }
        assertThat(outcome(after(request(RequestMode.STATUS), answer(301))))
                .isEqualTo(new Outcome.Failed(
                        FailureCause.REDIRECT_WITHOUT_LOCATION, "301 without a Location", null, 301, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 304, 305})
    void otherThreeHundredsAreNoRedirects(int status) {
        assertThat(outcome(after(request(RequestMode.CONTENT), answer(status, "/x", null))))
                .isEqualTo(new Outcome.Answered(status, 1));
    }

    @Test
    void noAnswerIsRetriedOnlyWhenThatMayHelp() {
        ScheduledRequest passing = request(RequestMode.CONTENT);
        Response slow = new Response.None(FailureCause.TIMED_OUT, "no answer", true);
        assertThat(again(after(passing, slow)).pause()).isPositive();
        assertThat(again(after(passing, slow)).pause()).isPositive();
        assertThat(outcome(after(passing, slow)))
                .isEqualTo(new Outcome.Failed(FailureCause.TIMED_OUT, "no answer", null, 0, 3));

        Response untrusted = new Response.None(FailureCause.UNTRUSTED, "expired", false);
        assertThat(outcome(after(request(RequestMode.STATUS), untrusted)))
                .isEqualTo(new Outcome.Failed(FailureCause.UNTRUSTED, "expired", null, 0, 1));
    }

    @Test
    void aPrivateAddressWasNotRequested() {
        Response forbidden = new Response.None(FailureCause.FORBIDDEN_ADDRESS, "private", false);

        assertThat(outcome(after(request(RequestMode.STATUS), forbidden)))
                .isEqualTo(new Outcome.NotRequested(SkipReason.PRIVATE_ADDRESS));
    }

    @Test
    void everyRequestEndsWhateverTheResponses() {
        List<Response> nasty = List.of(
                answer(429, null, Duration.ZERO),
                answer(406),
                answer(503),
                new Response.None(FailureCause.UNREACHABLE, "broke", true),
                answer(503, null, Duration.ofSeconds(1)));
        for (int first = 0; first < nasty.size(); first++) {
            ScheduledRequest scheduledRequest = request(RequestMode.STATUS);
            int steps = 0;
            ResponseDecision step = after(scheduledRequest, nasty.get(first));
            while (step instanceof ResponseDecision.Retry
                    || step instanceof ResponseDecision.Refused refused && refused.again()) {
                steps++;
                step = after(scheduledRequest, nasty.get((first + steps) % nasty.size()));
                assertThat(steps).isLessThan(10);
            }
            assertThat(scheduledRequest.attempts).isBetween(1, politeness.retries() + 1);
        }
    }
}
