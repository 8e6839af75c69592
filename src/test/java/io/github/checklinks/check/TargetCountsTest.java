// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.check.TargetCounts.Status;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.Summary;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TargetCountsTest {

    private final TargetCounts targetCounts = new TargetCounts();

    private Summary summary() {
        return targetCounts.summary(7, 70);
    }

    @Test
    void nothingCountsAsNothing() {
        assertThat(summary()).isEqualTo(new Summary(7, 70, 0, 0, 0, 0, 0, 0, 0));
        assertThat(targetCounts.skipped()).isEmpty();
    }

    @Test
    void eachClassHasItsCountAndTheyAddUp() {
        int target = 0;
        for (Status status : Status.values()) {
            for (int i = 0; i <= status.ordinal(); i++) {
                targetCounts.add(target++, null, status, status == Status.SKIPPED ? SkipReason.SCHEME : null);
            }
        }

        assertThat(summary()).isEqualTo(new Summary(7, 70, 21, 1, 2, 3, 4, 5, 6));
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void aTargetCountsOnceInTheWorstClassOfItsLinks(Status worst) {
        for (Status status : EnumSet.range(Status.OK, worst)) {
            targetCounts.add(3, null, status, status == Status.SKIPPED ? SkipReason.FORM : null);
            targetCounts.add(-1, "https://example.org/#x", status, status == Status.SKIPPED ? SkipReason.FORM : null);
        }
        targetCounts.add(3, null, Status.OK, null);
        targetCounts.add(-1, "https://example.org/#x", Status.OK, null);

        Summary s = summary();
        assertThat(s.targets()).isEqualTo(2);
        assertThat(new long[] {s.ok(), s.redirected(), s.skipped(), s.known(), s.warnings(), s.broken()}
                        [worst.ordinal()])
                .isEqualTo(2);
    }

    @Test
    void aNameIsAKeyOfItsOwnBesideItsTarget() {
        targetCounts.add(5, null, Status.OK, null);
        targetCounts.add(5, "https://example.org/a#x", Status.BROKEN, null);
        targetCounts.add(5, "https://example.org/a#y", Status.BROKEN, null);

        assertThat(summary()).isEqualTo(new Summary(7, 70, 3, 1, 0, 0, 0, 0, 2));
    }

    @Test
    void aTargetOfAnyNumberIsCounted() {
        targetCounts.add(0, null, Status.OK, null);
        targetCounts.add(1023, null, Status.OK, null);
        targetCounts.add(1024, null, Status.OK, null);
        targetCounts.add(1_000_000, null, Status.OK, null);

        assertThat(summary().ok()).isEqualTo(4);
    }

    @Test
    void everySkippedTargetHasOneReason() {
        int target = 0;
        for (SkipReason reason : SkipReason.values()) {
            targetCounts.add(target++, null, Status.SKIPPED, reason);
            targetCounts.add(-1, reason.id(), Status.SKIPPED, reason);
        }

        assertThat(targetCounts.skipped().keySet()).containsExactly(SkipReason.values());
        assertThat(targetCounts.skipped().values()).containsOnly(2L);
        assertThat(summary().skipped()).isEqualTo(2L * SkipReason.values().length);
    }

    @Test
    void ofTwoReasonsTheFirstCountsInWhateverOrderTheyCome() {
        targetCounts.add(1, null, Status.SKIPPED, SkipReason.FORM);
        targetCounts.add(1, null, Status.SKIPPED, SkipReason.EXCLUDED);
        targetCounts.add(2, null, Status.SKIPPED, SkipReason.EXCLUDED);
        targetCounts.add(2, null, Status.SKIPPED, SkipReason.FORM);

        assertThat(targetCounts.skipped()).containsOnlyKeys(SkipReason.EXCLUDED).containsEntry(SkipReason.EXCLUDED, 2L);
    }

    @Test
    void aSkippedTargetThatIsAlsoBrokenHasNoReason() {
        targetCounts.add(1, null, Status.SKIPPED, SkipReason.IGNORED);
        targetCounts.add(1, null, Status.BROKEN, null);

        assertThat(targetCounts.skipped()).isEmpty();
        assertThat(summary().broken()).isEqualTo(1);
    }
}
