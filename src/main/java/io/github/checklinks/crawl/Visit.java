// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.fetch.Validators;
import io.github.checklinks.fetch.RequestMode;
import org.jspecify.annotations.Nullable;

/** A target on its way through the frontier, with what earlier requests taught. */
final class Visit {

    final int target;
    final String host;
    RequestMode requestMode;
    int lastStatus;
    boolean anyType;

    /** Whether HEAD failed, so that GET was to have the word. */
    boolean headFailed;

    /** The way of redirects that led here, or may lead on; null while there is none. */
    @Nullable
    Trail trail;

    /** The {@code Cookie} header it departs with; empty for none. */
    String cookies = "";

    /** The state of an answer that an earlier run remembers, if the server is to say whether it still holds. */
    Validators known = Validators.NONE;

    /** When it departed last, by {@link System#nanoTime}; 0 before it ever did. */
    long departed;

    /** Nanoseconds under way in this attempt so far, with the redirects that led here. */
    long spent;

    /** Whether what went wrong last may be over by and by. */
    boolean passing;

    /** Whether this is the one more attempt at the end of a run. */
    boolean late;

    /** Whether only its answering counts: the target's own outcome is known. */
    boolean witness;

    /** Attempts begun, this one included: one, and the retries. */
    int attempts = 1;

    /** Attempts of earlier passes: the site's own pages have several, each with all its attempts. */
    int attemptsBefore;

    /** Passes begun at the end of the run. */
    int passes;

    /** Links from the start of the crawl. */
    int depth;

    /** Whether it is a page of the served site whose links are to be read. */
    boolean readsLinks;

    /** Whether it takes one of the places that {@code maxPages} grants. */
    boolean holdsPage;

    Visit(int target, String host, RequestMode requestMode) {
        this.target = target;
        this.host = host;
        this.requestMode = requestMode;
    }

    /** Makes this a step of the way that another visit has come: with its cookies, and the time it has spent. */
    void goOn(Visit from, String header) {
        trail = from.trail;
        spent = from.spent;
        cookies = header;
    }
}
