// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.Summary;
import io.github.checklinks.check.Tally.Worth;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TallyTest {

    private final Tally tally = new Tally();

    private Summary summary() {
        return tally.summary(7, 70);
    }

    @Test
    void nothingCountsAsNothing() {
        assertThat(summary()).isEqualTo(new Summary(7, 70, 0, 0, 0, 0, 0, 0, 0));
        assertThat(tally.skipped()).isEmpty();
    }

    @Test
    void eachClassHasItsCountAndTheyAddUp() {
        int target = 0;
        for (Worth worth : Worth.values()) {
            for (int i = 0; i <= worth.ordinal(); i++) {
                tally.add(target++, null, worth, worth == Worth.SKIPPED ? SkipReason.SCHEME : null);
            }
        }

        assertThat(summary()).isEqualTo(new Summary(7, 70, 21, 1, 2, 3, 4, 5, 6));
    }

    @ParameterizedTest
    @EnumSource(Worth.class)
    void aTargetCountsOnceInTheWorstClassOfItsLinks(Worth worst) {
        for (Worth worth : EnumSet.range(Worth.OK, worst)) {
            tally.add(3, null, worth, worth == Worth.SKIPPED ? SkipReason.FORM : null);
            tally.add(-1, "https://example.org/#x", worth, worth == Worth.SKIPPED ? SkipReason.FORM : null);
        }
        tally.add(3, null, Worth.OK, null);
        tally.add(-1, "https://example.org/#x", Worth.OK, null);

        Summary s = summary();
        assertThat(s.targets()).isEqualTo(2);
        assertThat(new long[] {s.ok(), s.redirected(), s.skipped(), s.known(), s.warnings(), s.broken()}
                        [worst.ordinal()])
                .isEqualTo(2);
    }

    @Test
    void aNameIsAKeyOfItsOwnBesideItsTarget() {
        tally.add(5, null, Worth.OK, null);
        tally.add(5, "https://example.org/a#x", Worth.BROKEN, null);
        tally.add(5, "https://example.org/a#y", Worth.BROKEN, null);

        assertThat(summary()).isEqualTo(new Summary(7, 70, 3, 1, 0, 0, 0, 0, 2));
    }

    @Test
    void aTargetOfAnyNumberIsCounted() {
        tally.add(0, null, Worth.OK, null);
        tally.add(1023, null, Worth.OK, null);
        tally.add(1024, null, Worth.OK, null);
        tally.add(1_000_000, null, Worth.OK, null);

        assertThat(summary().ok()).isEqualTo(4);
    }

    @Test
    void everySkippedTargetHasOneReason() {
        int target = 0;
        for (SkipReason reason : SkipReason.values()) {
            tally.add(target++, null, Worth.SKIPPED, reason);
            tally.add(-1, reason.id(), Worth.SKIPPED, reason);
        }

        assertThat(tally.skipped().keySet()).containsExactly(SkipReason.values());
        assertThat(tally.skipped().values()).containsOnly(2L);
        assertThat(summary().skipped()).isEqualTo(2L * SkipReason.values().length);
    }

    @Test
    void ofTwoReasonsTheFirstCountsInWhateverOrderTheyCome() {
        tally.add(1, null, Worth.SKIPPED, SkipReason.FORM);
        tally.add(1, null, Worth.SKIPPED, SkipReason.EXCLUDED);
        tally.add(2, null, Worth.SKIPPED, SkipReason.EXCLUDED);
        tally.add(2, null, Worth.SKIPPED, SkipReason.FORM);

        assertThat(tally.skipped()).containsOnlyKeys(SkipReason.EXCLUDED).containsEntry(SkipReason.EXCLUDED, 2L);
    }

    @Test
    void aSkippedTargetThatIsAlsoBrokenHasNoReason() {
        tally.add(1, null, Worth.SKIPPED, SkipReason.IGNORED);
        tally.add(1, null, Worth.BROKEN, null);

        assertThat(tally.skipped()).isEmpty();
        assertThat(summary().broken()).isEqualTo(1);
    }
}
