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

    private final IntPredicate accepts;
    private final Set<String> withoutHead = new HashSet<>();
    private final Set<String> tried = new HashSet<>();
    private boolean anyAnswer;

    HostNotes(IntPredicate accepts) {
        this.accepts = accepts;
    }

    /** Learns from a response; called before the visit changes its mind about what it wants. */
    void note(Visit visit, Response response, boolean foreign) {
        if (foreign) {
            tried.add(visit.host);
            anyAnswer |= response instanceof Response.Answer
                    || response instanceof Response.None none
                            && (none.rule() == Rule.SKIPPED || none.rule() == Rule.UNTRUSTED);
        }
        if (visit.want == Want.STATUS_BY_GET
                && visit.lastStatus != 0
                && response instanceof Response.Answer answer
                && accepts.test(answer.status())) {
            withoutHead.add(visit.host);
        }
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
