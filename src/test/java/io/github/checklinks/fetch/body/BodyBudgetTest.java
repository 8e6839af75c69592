// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {

    private final BodyBudget budget = new BodyBudget(100);
    private final List<String> told = new ArrayList<>();

    private boolean take(BodyBudget.Claim claim, long bytes, String name) {
        return claim.take(bytes, () -> told.add(name));
    }

    @Test
    void whatFitsIsThereAtOnce() {
        assertThat(take(budget.claim(), 60, "one")).isTrue();
        assertThat(take(budget.claim(), 40, "two")).isTrue();

        assertThat(budget.used()).isEqualTo(100);
        assertThat(told).isEmpty();
    }

    @Test
    void oneBodyMayAlwaysGoBeyondTheLimit() {
        BodyBudget.Claim large = budget.claim();

        assertThat(take(large, 1000, "large")).isTrue();
        assertThat(take(large, 1000, "large")).isTrue();
        assertThat(take(budget.claim(), 1, "other")).isFalse();
    }

    @Test
    void whoWaitsGoesOnInTurnWhenOthersLetGo() {
        BodyBudget.Claim ahead = budget.claim();
        take(ahead, 150, "ahead");
        take(budget.claim(), 50, "first");
        take(budget.claim(), 60, "second");
        take(budget.claim(), 1, "third");

        ahead.close();

        assertThat(told).containsExactly("first", "second"); // the second goes beyond the limit
    }

    @Test
    void aSmallBodyDoesNotOvertakeALargeOneThatWaits() {
        BodyBudget.Claim ahead = budget.claim();
        take(ahead, 150, "ahead");
        BodyBudget.Claim large = budget.claim();
        take(large, 200, "large");

        ahead.keep(10, 0);

        assertThat(told).isEmpty();
        assertThat(take(budget.claim(), 1, "small")).isFalse();
    }

    @Test
    void bodiesThatAllHoldSomethingAndWantMoreDoNotWaitForEver() {
        List<BodyBudget.Claim> claims = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            claims.add(budget.claim());
            take(claims.get(i), 10, "begun");
        }
        for (int i = 0; i < 10; i++) {
            take(claims.get(i), 50, "more " + i);
        }
        for (int i = 0; i < 10; i++) {
            claims.get(i).close();
        }

        assertThat(told).hasSize(9); // all but the one that did not have to wait
        assertThat(budget.used()).isZero();
    }

    @Test
    void whatIsClosedHoldsNothingWhateverItAsksFor() {
        BodyBudget.Claim claim = budget.claim();
        claim.close();
        claim.close();

        assertThat(take(claim, 1000, "late")).isTrue();
        claim.add(1000);
        assertThat(budget.used()).isZero();
    }

    @Test
    void bytesThatCameUnaskedAreCounted() {
        BodyBudget.Claim claim = budget.claim();
        claim.add(30);

        assertThat(budget.used()).isEqualTo(30);
        claim.keep(20, 0);
        assertThat(budget.used()).isEqualTo(20);
    }

    @Test
    void aBodyThatNobodyReadsDoesNotHoldUpTheOthersForEver() {
        BodyBudget.Claim forgotten = budget.claim();
        take(forgotten, 150, "forgotten");
        take(budget.claim(), 10, "next");
        budget.relieve(1_000_000_000_000L);
        assertThat(told).isEmpty(); // it is not complete

        forgotten.keep(150, 0);
        budget.relieve(1);
        assertThat(told).isEmpty();
        budget.relieve(11_000_000_000L);
        assertThat(told).containsExactly("next");
    }
}
