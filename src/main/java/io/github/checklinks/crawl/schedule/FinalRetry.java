// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

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
public final class FinalRetry {

    private final int retries;
    private List<ScheduledRequest> visits = new ArrayList<>();
    private boolean begun;

    public FinalRetry(Politeness politeness) {
        this.retries = politeness.retries();
    }

    /** Notes how a visit outside the site ended. */
    public void note(ScheduledRequest scheduledRequest, Outcome outcome) {
        if (!scheduledRequest.late && (isUnknown(outcome) || retries > 0 && scheduledRequest.passing)) {
            visits.add(scheduledRequest);
        }
    }

    /** Notes how a visit to the site ended. Its name was looked up twice before the crawl began. */
    public void noteOfSite(ScheduledRequest scheduledRequest, Outcome outcome) {
        if (scheduledRequest.passing && scheduledRequest.passes < retries && !isUnknown(outcome)) {
            visits.add(scheduledRequest);
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
    public List<ScheduledRequest> begin(Predicate<ScheduledRequest> ofSite) {
        begun = true;
        List<ScheduledRequest> again = visits;
        visits = new ArrayList<>();
        for (ScheduledRequest scheduledRequest : again) {
            scheduledRequest.late = !ofSite.test(scheduledRequest);
            scheduledRequest.passes++;
            scheduledRequest.attemptsBefore = scheduledRequest.attempts;
            scheduledRequest.attempts++;
            scheduledRequest.spent = 0;
        }
        return again;
    }

    /** Forgets the visits outside the site. */
    public void keep(Predicate<ScheduledRequest> ofSite) {
        visits.removeIf(ofSite.negate());
    }

    public boolean isBegun() {
        return begun;
    }
}
