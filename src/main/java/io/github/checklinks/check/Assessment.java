// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Verdict;
import io.github.checklinks.model.Zone;
import java.util.Objects;

/**
 * A verdict with its weight.
 *
 * @param verdict what was concluded
 * @param original the verdict before an ignore or the baseline muted it
 * @param severity how much it weighs
 * @param zone on which side of the border the target lies
 */
record Assessment(Verdict verdict, Verdict original, Severity severity, Zone zone) {

    /** Whether another says the same. Not equals(): a record's own is made at run time, which takes longer than a thousand of these. */
    boolean isSame(Assessment other) {
        return severity == other.severity
                && zone == other.zone
                && isSame(verdict, other.verdict)
                && isSame(original, other.original);
    }

    private static boolean isSame(Verdict one, Verdict other) {
        return one.rule() == other.rule() && Objects.equals(one.detail(), other.detail());
    }

    /** The same, muted. */
    Assessment as(Verdict muted) {
        return new Assessment(muted, original, Severity.NONE, zone);
    }

    /** The class it counts in. A rule that was moved to none counts as fine. */
    TargetCounts.Worth worth() {
        return switch (severity) {
            case ERROR -> TargetCounts.Worth.BROKEN;
            case WARNING -> TargetCounts.Worth.WARNING;
            case NONE ->
                switch (verdict.rule()) {
                    case SKIPPED -> TargetCounts.Worth.SKIPPED;
                    case KNOWN -> TargetCounts.Worth.KNOWN;
                    case REDIRECTED -> TargetCounts.Worth.REDIRECTED;
                    default -> TargetCounts.Worth.OK;
                };
        };
    }
}
