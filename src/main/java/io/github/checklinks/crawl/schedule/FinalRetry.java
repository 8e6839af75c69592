// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The requests that failed temporarily and are retried once everything else is done. URLs of the site under check are retried with all
 * their attempts, those of others once.
 */
public final class FinalRetry {

    private List<ScheduledRequest> requests = new ArrayList<>();
    private boolean started;

    /** Adds a request that is done for now ({@link ResponseDecision.Done#later}). */
    public void add(ScheduledRequest scheduledRequest) {
        requests.add(scheduledRequest);
    }

    /**
     * Starts a pass. Requests that fail during the pass, such as those for links of retried pages, belong to the next pass.
     *
     * @param ofSite accepts requests to the site
     * @return the requests to retry, prepared for sending; empty if there are none
     */
    public List<ScheduledRequest> start(Predicate<ScheduledRequest> ofSite) {
        started = true;
        List<ScheduledRequest> retried = requests;
        requests = new ArrayList<>();
        for (ScheduledRequest scheduledRequest : retried) {
            scheduledRequest.inFinalPass = !ofSite.test(scheduledRequest);
            scheduledRequest.passes++;
            scheduledRequest.attemptsBefore = scheduledRequest.attempts;
            scheduledRequest.attempts++;
            scheduledRequest.elapsed = 0;
        }
        return retried;
    }

    /** Drops the requests outside the site. */
    public void retain(Predicate<ScheduledRequest> ofSite) {
        requests.removeIf(ofSite.negate());
    }

    /** Returns whether a pass was started. */
    public boolean isStarted() {
        return started;
    }
}
