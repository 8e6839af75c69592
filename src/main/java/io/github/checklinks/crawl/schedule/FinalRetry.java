// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The requests that failed temporarily and are retried once everything else is done. An unknown host name is looked up again even if
 * {@code retries} is 0, because DNS failures are often temporary. URLs of the site under check are retried with all their attempts,
 * and up to {@code retries} times, because pages that are only linked from them would be missed as well.
 */
public final class FinalRetry {

    private final int retries;
    private List<ScheduledRequest> requests = new ArrayList<>();
    private boolean started;

    /** Creates an empty collection of failed requests. */
    public FinalRetry(Politeness politeness) {
        this.retries = politeness.retries();
    }

    /** Records the outcome of a request outside the site; it is retried if it failed temporarily. */
    public void add(ScheduledRequest scheduledRequest, Outcome outcome) {
        if (!scheduledRequest.inFinalPass
                && (isUnknown(outcome) || retries > 0 && scheduledRequest.failedTemporarily)) {
            requests.add(scheduledRequest);
        }
    }

    /** Records the outcome of a request to the site. An unknown host is not retried: it was looked up twice before the crawl started. */
    public void addOfSite(ScheduledRequest scheduledRequest, Outcome outcome) {
        if (scheduledRequest.failedTemporarily && scheduledRequest.passes < retries && !isUnknown(outcome)) {
            requests.add(scheduledRequest);
        }
    }

    private static boolean isUnknown(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed && failed.cause() == FailureCause.UNKNOWN_HOST;
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
