// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.crawl.Web;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.model.FailureCause;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HostCircuitBreakerTest {

    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final HostCircuitBreaker hostCircuitBreaker = breaker(2);
    private long now = Long.MAX_VALUE - 5;

    private static HostCircuitBreaker breaker(int retries) {
        return new HostCircuitBreaker(new Politeness(10, 5, 2, Duration.ZERO, retries, MINUTE, 10), "site:443");
    }

    private ScheduledRequest sent(String host) {
        ScheduledRequest scheduledRequest = new ScheduledRequest(1, host, RequestMode.STATUS);
        scheduledRequest.sentAt = now;
        return scheduledRequest;
    }

    private boolean refused(String host, Duration wait) {
        boolean pauses = refused(hostCircuitBreaker, sent(host), wait, now + 1);
        now += wait.toNanos() + 2;
        return pauses;
    }

    private static boolean refused(
            HostCircuitBreaker breaker, ScheduledRequest scheduledRequest, Duration wait, long now) {
        boolean pauses = breaker.mayPause(scheduledRequest, wait, now);
        if (pauses) {
            breaker.record(scheduledRequest, Web.wait(429, wait), new ResponseDecision.Pause(wait), now);
        }
        return pauses;
    }

    private boolean noAnswer(String host) {
        boolean last = hostCircuitBreaker.isLastChance(host);
        hostCircuitBreaker.record(sent(host), Web.nothing(FailureCause.TIMED_OUT), new ResponseDecision.Silent(), now);
        return last;
    }

    @Test
    void aHostIsPausedAsOftenAsThereAreRetries() {
        assertThat(refused("a", Duration.ofSeconds(1))).isTrue();
        assertThat(refused("a", Duration.ofSeconds(1))).isTrue();
        assertThat(refused("a", Duration.ofSeconds(1))).isFalse();
        assertThat(refused("b", Duration.ofSeconds(1))).isTrue();
    }

    @Test
    void withoutRetriesAHostIsPausedOnce() {
        HostCircuitBreaker withoutRetries = breaker(0);

        assertThat(refused(withoutRetries, sent("a"), MINUTE, now)).isTrue();
        now += MINUTE.toNanos() + 1;
        assertThat(refused(withoutRetries, sent("a"), MINUTE, now)).isFalse();
    }

    @Test
    void refusalsOfRequestsSentBeforeThePauseDoNotCount() {
        ScheduledRequest[] requests = {sent("a"), sent("a"), sent("a"), sent("a")};
        for (ScheduledRequest scheduledRequest : requests) {
            assertThat(refused(hostCircuitBreaker, scheduledRequest, MINUTE, ++now))
                    .isTrue();
        }
    }

    @Test
    void anAnswerResetsTheConsecutivePausesButNotTheirTotal() {
        int pauses = 0;
        while (refused("a", MINUTE)) {
            pauses++;
            hostCircuitBreaker.onAnswer("a");
            assertThat(pauses).isLessThan(10);
        }

        assertThat(pauses).isEqualTo(3);
    }

    @Test
    void aWaitAboveMaxRetryAfterIsNoPause() {
        assertThat(refused("a", MINUTE.plusNanos(1))).isFalse();
    }

    @Test
    void inTheFinalPassNoHostIsPaused() {
        hostCircuitBreaker.enterFinalPass();

        assertThat(refused("a", Duration.ZERO)).isFalse();
    }

    @Test
    void aHostThatNeverAnswersIsGivenUp() {
        int unanswered = 0;
        while (!noAnswer("a")) {
            unanswered++;
            assertThat(unanswered).isLessThan(100);
        }

        assertThat(unanswered).isEqualTo(11);
    }

    @Test
    void aHostThatAnsweredOnceIsNotGivenUp() {
        hostCircuitBreaker.onAnswer("a");

        for (int i = 0; i < 100; i++) {
            assertThat(noAnswer("a")).isFalse();
        }
    }

    @Test
    void theSiteIsNeverGivenUp() {
        for (int i = 0; i < 100; i++) {
            assertThat(noAnswer("site:443")).isFalse();
        }
    }

    @Test
    void theReasonOfAHostThatWasGivenUpIsKept() {
        ResponseDecision.GiveUp end = new ResponseDecision.GiveUp(FailureCause.RATE_LIMITED, "x", true);
        hostCircuitBreaker.record(sent("a"), Web.status(429), end, now);

        assertThat(hostCircuitBreaker.end("a")).isEqualTo(end);
        assertThat(hostCircuitBreaker.end("b")).isNull();
    }

    @Test
    void theSiteMayMove() {
        hostCircuitBreaker.moveSite("a");
        for (int i = 0; i < 100; i++) {
            assertThat(noAnswer("a")).isFalse();
        }
        for (int i = 0; i < 11; i++) {
            assertThat(noAnswer("site:443")).isFalse();
        }

        assertThat(noAnswer("site:443")).isTrue();
    }
}
