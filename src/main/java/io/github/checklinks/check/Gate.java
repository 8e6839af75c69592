package io.github.checklinks.check;

import io.github.checklinks.CheckResult;
import io.github.checklinks.GateResult;

/**
 * Decides whether a build may pass.
 *
 * @param maxBroken distinct broken targets allowed; -1 for no limit
 * @param maxBrokenPercent the same as a share of the targets that were not skipped, 0 to 100; negative for no limit
 * @param maxWarnings distinct targets with warnings allowed; -1 for no limit
 * @param minPages fewer pages mean that the check looked at the wrong thing
 * @param minLinks fewer links mean that the check looked at the wrong thing
 * @param failOnStale whether a baseline entry or an ignore that is no longer needed is an objection
 */
public record Gate(
        int maxBroken, double maxBrokenPercent, int maxWarnings, int minPages, int minLinks, boolean failOnStale) {

    /** Judges a result. */
    public GateResult judge(CheckResult result) {
        throw new UnsupportedOperationException();
    }
}
