// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.crawl.target.HostRules;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.model.Rule;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HostCircuitBreakerTest {

    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final HostCircuitBreaker hostCircuitBreaker = patience(2);
    private long now = Long.MAX_VALUE - 5;

    private static HostCircuitBreaker patience(int retries) {
        return new HostCircuitBreaker(
                new Politeness(10, 5, 2, Duration.ZERO, retries, MINUTE, 10, HostRules.NONE), "site:443");
    }

    private ScheduledRequest departing(String host) {
        ScheduledRequest scheduledRequest = new ScheduledRequest(1, host, RequestMode.STATUS);
        scheduledRequest.departed = now;
        return scheduledRequest;
    }

    private boolean refused(String host, Duration wait) {
        boolean rests = hostCircuitBreaker.hearRefusal(departing(host), wait, now + 1);
        now += wait.toNanos() + 2;
        return rests;
    }

    @Test
    void aHostIsWaitedForAsOftenAsThereAreRetries() {
        assertThat(refused("a", Duration.ofSeconds(1))).isTrue();
        assertThat(refused("a", Duration.ofSeconds(1))).isTrue();
        assertThat(refused("a", Duration.ofSeconds(1))).isFalse();
        assertThat(refused("b", Duration.ofSeconds(1))).isTrue();
    }

    @Test
    void withoutRetriesItIsWaitedForOnce() {
        HostCircuitBreaker brief = patience(0);

        assertThat(brief.hearRefusal(departing("a"), MINUTE, now)).isTrue();
        now += MINUTE.toNanos() + 1;
        assertThat(brief.hearRefusal(departing("a"), MINUTE, now)).isFalse();
    }

    @Test
    void whatWasUnderWayWhenTheRestBeganTellsNothingNew() {
        ScheduledRequest[] visits = {departing("a"), departing("a"), departing("a"), departing("a")};
        for (ScheduledRequest scheduledRequest : visits) {
            assertThat(hostCircuitBreaker.hearRefusal(scheduledRequest, MINUTE, ++now))
                    .isTrue();
        }
    }

    @Test
    void anAnswerBringsPatienceBackButNotForEver() {
        int rests = 0;
        while (refused("a", MINUTE)) {
            rests++;
            hostCircuitBreaker.hearAnswer("a");
            assertThat(rests).isLessThan(10);
        }

        assertThat(rests).isEqualTo(3);
    }

    @Test
    void aLongWaitIsNoRest() {
        assertThat(refused("a", MINUTE.plusNanos(1))).isFalse();
    }

    @Test
    void atTheEndOfARunNobodyWaits() {
        hostCircuitBreaker.enterFinalPass();

        assertThat(refused("a", Duration.ZERO)).isFalse();
    }

    @Test
    void aHostThatNeverAnswersIsGivenUpAfterAWhile() {
        int silences = 0;
        while (!hostCircuitBreaker.hearNothing("a")) {
            silences++;
            assertThat(silences).isLessThan(100);
        }

        assertThat(silences).isEqualTo(11);
    }

    @Test
    void aHostThatAnsweredOnceIsNot() {
        hostCircuitBreaker.hearAnswer("a");

        for (int i = 0; i < 100; i++) {
            assertThat(hostCircuitBreaker.hearNothing("a")).isFalse();
        }
    }

    @Test
    void theSiteIsNeverGivenUp() {
        for (int i = 0; i < 100; i++) {
            assertThat(hostCircuitBreaker.hearNothing("site:443")).isFalse();
        }
        assertThat(hostCircuitBreaker.giveUp("site:443", new HostCircuitBreaker.End(Rule.BLOCKED, "x", true)))
                .isFalse();
        assertThat(hostCircuitBreaker.end("site:443")).isNull();
        assertThat(hostCircuitBreaker.giveUp("a", new HostCircuitBreaker.End(Rule.BLOCKED, "x", true)))
                .isTrue();
        assertThat(hostCircuitBreaker.end("a")).isNotNull();
    }
}
