package io.github.checklinks.crawl;

import io.github.checklinks.fetch.Validators;
import io.github.checklinks.fetch.Want;

/** A target on its way through the frontier, with what earlier requests taught. */
final class Visit {

    final int target;
    final String host;
    Want want;
    int lastStatus;
    boolean anyType;
    String cookies = "";

    /** The state of an answer that an earlier run remembers, if the server is to say whether it still holds. */
    Validators known = Validators.NONE;

    /** Attempts begun, this one included: one, and the retries. */
    int attempts = 1;

    /** Links from the start of the crawl. */
    int depth;

    /** Whether it is a page of the served site whose links are to be read. */
    boolean readsLinks;

    /** Whether it takes one of the places that {@code maxPages} grants. */
    boolean holdsPage;

    Visit(int target, String host, Want want) {
        this.target = target;
        this.host = host;
        this.want = want;
    }
}
