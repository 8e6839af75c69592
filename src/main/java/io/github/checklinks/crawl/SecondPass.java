// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The targets that failed for a reason that may pass: each is tried once more when nothing else is left to do. A name without address
 * is asked for again even when there are no retries, because a name service may stumble. Addresses of the site under check are
 * tried again with all their attempts, and more than once, because pages that only they link to are missing with them.
 */
final class SecondPass {

    private final int retries;
    private List<Visit> visits = new ArrayList<>();
    private boolean begun;

    SecondPass(Politeness politeness) {
        this.retries = politeness.retries();
    }

    /** Notes how a visit outside the site ended. */
    void note(Visit visit, Outcome outcome) {
        if (!visit.late && (isUnknown(outcome) || retries > 0 && visit.passing)) {
            visits.add(visit);
        }
    }

    /** Notes how a visit to the site ended. Its name was looked up twice before the crawl began. */
    void noteOfSite(Visit visit, Outcome outcome) {
        if (visit.passing && visit.passes < retries && !isUnknown(outcome)) {
            visits.add(visit);
        }
    }

    private static boolean isUnknown(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed && failed.rule() == Rule.UNKNOWN_HOST;
    }

    /**
     * Begins it. What its pages lead to may fail, too, and is tried again in the next one.
     *
     * @param ofSite which visits are to the site
     * @return what is to be visited once more, ready to depart; empty when there is nothing
     */
    List<Visit> begin(Predicate<Visit> ofSite) {
        begun = true;
        List<Visit> again = visits;
        visits = new ArrayList<>();
        for (Visit visit : again) {
            visit.late = !ofSite.test(visit);
            visit.passes++;
            visit.attemptsBefore = visit.attempts;
            visit.attempts++;
            visit.spent = 0;
        }
        return again;
    }

    /** Forgets the visits outside the site. */
    void keep(Predicate<Visit> ofSite) {
        visits.removeIf(ofSite.negate());
    }

    boolean isBegun() {
        return begun;
    }
}
