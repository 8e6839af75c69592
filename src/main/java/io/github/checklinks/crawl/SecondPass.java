// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.Outcome;
import io.github.checklinks.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * The targets outside the site that failed for a reason that may pass: each is tried once more when nothing else is left to do. A
 * name without address is asked for again even when there are no retries, because a name service may stumble.
 */
final class SecondPass {

    private final boolean retries;
    private final List<Visit> visits = new ArrayList<>();
    private boolean begun;

    SecondPass(Politeness politeness) {
        this.retries = politeness.retries() > 0;
    }

    /** Hears how a visit outside the site ended. */
    void note(Visit visit, Outcome outcome) {
        boolean unknown = outcome instanceof Outcome.Failed failed && failed.rule() == Rule.UNKNOWN_HOST;
        if (!begun && (unknown || retries && visit.passing)) {
            visits.add(visit);
        }
    }

    /** Begins it. Returns what is to be visited once more, ready to depart; empty when there is nothing, or it was done. */
    List<Visit> begin() {
        begun = true;
        List<Visit> once = List.copyOf(visits);
        visits.clear();
        for (Visit visit : once) {
            visit.late = true;
            visit.attempts++;
            visit.spent = 0;
        }
        return once;
    }

    boolean isBegun() {
        return begun;
    }
}
