// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {

    private final BodyBudget budget = new BodyBudget(100);
    private final List<String> granted = new ArrayList<>();

    private boolean take(BodyBudget.Claim claim, long bytes, String name) {
        return claim.take(bytes, () -> granted.add(name));
    }

    @Test
    void whatFitsIsThereAtOnce() {
        assertThat(take(budget.claim(), 60, "one")).isTrue();
        assertThat(take(budget.claim(), 40, "two")).isTrue();

        assertThat(budget.used()).isEqualTo(100);
        assertThat(granted).isEmpty();
    }

    @Test
    void oneBodyMayAlwaysGoBeyondTheLimit() {
        BodyBudget.Claim large = budget.claim();

        assertThat(take(large, 1000, "large")).isTrue();
        assertThat(take(large, 1000, "large")).isTrue();
        assertThat(take(budget.claim(), 1, "other")).isFalse();
    }

    @Test
    void waitingBodiesContinueInOrderWhenOthersAreReleased() {
        BodyBudget.Claim ahead = budget.claim();
        take(ahead, 150, "ahead");
        take(budget.claim(), 50, "first");
        take(budget.claim(), 60, "second");
        take(budget.claim(), 1, "third");

        ahead.close();

        assertThat(granted).containsExactly("first", "second"); // the second goes beyond the limit
    }

    @Test
    void aSmallBodyDoesNotOvertakeALargeOneThatWaits() {
        BodyBudget.Claim ahead = budget.claim();
        take(ahead, 150, "ahead");
        BodyBudget.Claim large = budget.claim();
        take(large, 200, "large");

        ahead.complete(10, 0);

        assertThat(granted).isEmpty();
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

        assertThat(granted).hasSize(9); // all but the one that did not have to wait
        assertThat(budget.used()).isZero();
    }

    @Test
    void aClosedClaimHoldsNothingWhateverItRequests() {
        BodyBudget.Claim claim = budget.claim();
        claim.close();
        claim.close();

        assertThat(take(claim, 1000, "late")).isTrue();
        claim.add(1000);
        assertThat(budget.used()).isZero();
    }

    @Test
    void bytesThatCameUnrequestedAreCounted() {
        BodyBudget.Claim claim = budget.claim();
        claim.add(30);

        assertThat(budget.used()).isEqualTo(30);
        claim.complete(20, 0);
        assertThat(budget.used()).isEqualTo(20);
    }

    @Test
    void aBodyThatIsNeverReadDoesNotBlockTheOthersForEver() {
        BodyBudget.Claim forgotten = budget.claim();
        take(forgotten, 150, "forgotten");
        take(budget.claim(), 10, "next");
        budget.skipStalled(1_000_000_000_000L);
        assertThat(granted).isEmpty(); // it is not complete

        forgotten.complete(150, 0);
        budget.skipStalled(1);
        assertThat(granted).isEmpty();
        budget.skipStalled(11_000_000_000L);
        assertThat(granted).containsExactly("next");
    }
}
