// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.fetch.Validators;
import org.jspecify.annotations.Nullable;

/** A target on its way through the frontier, with what earlier requests taught. */
public final class ScheduledRequest {

    public final int target;
    public final String host;
    public RequestMode requestMode;
    public int lastStatus;
    public boolean anyType;

    /** Whether HEAD failed, so that GET was to have the word. */
    boolean headFailed;

    /** The way of redirects that led here, or may lead on; null while there is none. */
    @Nullable
    public RedirectTrail redirectTrail;

    /** The {@code Cookie} header it departs with; empty for none. */
    public String cookies = "";

    /** The state of an answer that an earlier run remembers, if the server is to say whether it still holds. */
    public Validators known = Validators.NONE;

    /** When it departed last, by {@link System#nanoTime}; 0 before it ever did. */
    public long departed;

    /** Nanoseconds under way in this attempt so far, with the redirects that led here. */
    public long spent;

    /** Whether what went wrong last may be over by and by. */
    public boolean passing;

    /** Whether this is the one more attempt at the end of a run. */
    public boolean late;

    /** Whether only its answering counts: the target's own outcome is known. */
    public boolean witness;

    /** Attempts begun, this one included: one, and the retries. */
    public int attempts = 1;

    /** Attempts of earlier passes: the site's own pages have several, each with all its attempts. */
    int attemptsBefore;

    /** Passes begun at the end of the run. */
    int passes;

    /** Links from the start of the crawl. */
    public int depth;

    /** Whether it is a page of the served site whose links are to be read. */
    public boolean readsLinks;

    /** Whether it takes one of the places that {@code maxPages} grants. */
    public boolean holdsPage;

    public ScheduledRequest(int target, String host, RequestMode requestMode) {
        this.target = target;
        this.host = host;
        this.requestMode = requestMode;
    }

    /** Makes this a step of the way that another visit has come: with its cookies, and the time it has spent. */
    public void goOn(ScheduledRequest from, String header) {
        redirectTrail = from.redirectTrail;
        spent = from.spent;
        cookies = header;
    }
}
