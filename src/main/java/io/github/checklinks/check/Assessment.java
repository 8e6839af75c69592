// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Verdict;
import io.github.checklinks.model.Zone;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A verdict with its severity.
 *
 * @param verdict the verdict
 * @param original the verdict before an ignore or the baseline suppressed it
 * @param severity its severity
 * @param zone whether the target belongs to the site
 * @param patience why a failure is only a warning, as the end of its message; null if it is not only that
 */
record Assessment(
        Verdict verdict,
        Verdict original,
        Severity severity,
        Zone zone,
        @Nullable String patience) {

    /** Creates an assessment with the severity of its rule. */
    Assessment(Verdict verdict, Verdict original, Severity severity, Zone zone) {
        this(verdict, original, severity, zone, null);
    }

    /** Returns whether two assessments are equal. Replaces equals(), because linking the generated method of a record at run time costs more than a thousand calls of this one. */
    boolean isSame(Assessment other) {
        return severity == other.severity
                && zone == other.zone
                && Objects.equals(patience, other.patience)
                && isSame(verdict, other.verdict)
                && isSame(original, other.original);
    }

    private static boolean isSame(Verdict one, Verdict other) {
        return one.rule() == other.rule() && Objects.equals(one.detail(), other.detail());
    }

    /** Returns a copy with the verdict of a suppression. */
    Assessment suppressedAs(Verdict suppressed) {
        return new Assessment(suppressed, original, Severity.NONE, zone, null);
    }

    /** Returns the status under which the target is counted. A rule whose severity was set to none counts as ok. */
    TargetCounts.Status status() {
        return switch (severity) {
            case ERROR -> TargetCounts.Status.BROKEN;
            case WARNING -> TargetCounts.Status.WARNING;
            case NONE ->
                switch (verdict.rule()) {
                    case SKIPPED -> TargetCounts.Status.SKIPPED;
                    case KNOWN -> TargetCounts.Status.KNOWN;
                    case REDIRECTED -> TargetCounts.Status.REDIRECTED;
                    default -> TargetCounts.Status.OK;
                };
        };
    }
}
