// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.Rule;
import io.github.checklinks.fetch.RequestMode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final Patience patience = patience(2);
    private long now = Long.MAX_VALUE - 5;

    private static Patience patience(int retries) {
        return new Patience(new Politeness(10, 5, 2, Duration.ZERO, retries, MINUTE, 10, HostRules.NONE), "site:443");
    }

    private Visit departing(String host) {
        Visit visit = new Visit(1, host, RequestMode.STATUS);
        visit.departed = now;
        return visit;
    }

    private boolean refused(String host, Duration wait) {
        boolean rests = patience.hearRefusal(departing(host), wait, now + 1);
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
        Patience brief = patience(0);

        assertThat(brief.hearRefusal(departing("a"), MINUTE, now)).isTrue();
        now += MINUTE.toNanos() + 1;
        assertThat(brief.hearRefusal(departing("a"), MINUTE, now)).isFalse();
    }

    @Test
    void whatWasUnderWayWhenTheRestBeganTellsNothingNew() {
        Visit[] visits = {departing("a"), departing("a"), departing("a"), departing("a")};
        for (Visit visit : visits) {
            assertThat(patience.hearRefusal(visit, MINUTE, ++now)).isTrue();
        }
    }

    @Test
    void anAnswerBringsPatienceBackButNotForEver() {
        int rests = 0;
        while (refused("a", MINUTE)) {
            rests++;
            patience.hearAnswer("a");
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
        patience.beBrief();

        assertThat(refused("a", Duration.ZERO)).isFalse();
    }

    @Test
    void aHostThatNeverAnswersIsGivenUpAfterAWhile() {
        int silences = 0;
        while (!patience.hearNothing("a")) {
            silences++;
            assertThat(silences).isLessThan(100);
        }

        assertThat(silences).isEqualTo(11);
    }

    @Test
    void aHostThatAnsweredOnceIsNot() {
        patience.hearAnswer("a");

        for (int i = 0; i < 100; i++) {
            assertThat(patience.hearNothing("a")).isFalse();
        }
    }

    @Test
    void theSiteIsNeverGivenUp() {
        for (int i = 0; i < 100; i++) {
            assertThat(patience.hearNothing("site:443")).isFalse();
        }
        assertThat(patience.giveUp("site:443", new Patience.End(Rule.BLOCKED, "x", true)))
                .isFalse();
        assertThat(patience.end("site:443")).isNull();
        assertThat(patience.giveUp("a", new Patience.End(Rule.BLOCKED, "x", true)))
                .isTrue();
        assertThat(patience.end("a")).isNotNull();
    }
}
