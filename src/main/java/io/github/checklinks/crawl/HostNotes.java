// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.Rule;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.fetch.Want;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;

/** What the answers of a run taught about hosts: which of them answer HEAD wrongly, and whether any of them can be reached at all. */
final class HostNotes {

    /** So many hosts without a connection, and not one with: then it is the network. */
    private static final int ENOUGH = 3;

    /** So many, and the others need not be tried: once those on their way have come back with nothing, too. */
    private static final int PLENTY = 20;

    private final IntPredicate accepts;
    private final Set<String> withoutHead = new HashSet<>();
    private final Set<String> tried = new HashSet<>();
    private boolean anyAnswer;
    private int flying;
    private boolean doubtful;
    private long doubtfulSince;
    private int awaited;

    HostNotes(IntPredicate accepts) {
        this.accepts = accepts;
    }

    /** Hears that a visit to a foreign host departs. */
    void departs() {
        flying++;
    }

    /** Learns from a response; called before the visit changes its mind about what it wants. */
    void note(Visit visit, Response response, boolean foreign) {
        if (foreign) {
            flying--;
            tried.add(visit.host);
            anyAnswer |= response instanceof Response.Answer
                    || response instanceof Response.None none
                            && (none.rule() == Rule.SKIPPED || none.rule() == Rule.UNTRUSTED);
            doubt(visit);
        }
        if (visit.headFailed
                && visit.want == Want.STATUS_BY_GET
                && response instanceof Response.Answer answer
                && accepts.test(answer.status())) {
            withoutHead.add(visit.host);
        }
    }

    private void doubt(Visit visit) {
        if (!doubtful && tried.size() >= PLENTY && !anyAnswer) {
            doubtful = true;
            doubtfulSince = System.nanoTime();
            awaited = flying;
        } else if (awaited > 0 && visit.departed - doubtfulSince <= 0) {
            awaited--;
        }
    }

    /** Whether so many foreign hosts failed, and nothing else, that no further one need be tried. */
    boolean isHopeless() {
        return doubtful && awaited == 0 && !anyAnswer;
    }

    /** Whether HEAD was wrong there once, so that it is not tried again. */
    boolean isWithoutHead(String host) {
        return withoutHead.contains(host);
    }

    /** Whether several foreign hosts were tried and not one was reached. */
    boolean isWithoutNetwork() {
        return tried.size() >= ENOUGH && !anyAnswer;
    }
}
