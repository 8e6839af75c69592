// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.model.Rule;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;

/** What the answers of a run taught about hosts: which of them answer HEAD wrongly, and whether any of them can be reached at all. */
public final class HostHealth {

    /** So many hosts without a connection, and not one with: then it is the network. */
    private static final int ENOUGH = 3;

    /** So many, and the others need not be tried: once those on their way have come back with nothing, too. */
    private static final int PLENTY = 20;

    private final IntPredicate accepts;
    private final BooleanSupplier namesResolve;
    private final Set<String> withoutHead = new HashSet<>();
    private final Set<String> tried = new HashSet<>();
    private final Set<String> unnamed = new HashSet<>();
    private boolean anyAnswer;
    private boolean siteAnswers;
    private int flying;
    private boolean doubtful;
    private long doubtfulSince;
    private int awaited;

    /**
     * Notes of a run that begins.
     *
     * @param accepts which statuses are fine
     * @param namesResolve whether the name service knows names that exist for certain; asked only when no host was reached, since it
     *     may take seconds
     */
    public HostHealth(IntPredicate accepts, BooleanSupplier namesResolve) {
        this.accepts = accepts;
        this.namesResolve = namesResolve;
    }

    /** Hears that a visit to a foreign host departs. */
    public void departs() {
        flying++;
    }

    /** Learns from a response; called before the visit changes its mind about what it wants. */
    public void note(ScheduledRequest scheduledRequest, Response response, boolean foreign) {
        if (foreign) {
            flying--;
            tried.add(scheduledRequest.host);
            if (response instanceof Response.None none && none.rule() == Rule.UNKNOWN_HOST) {
                unnamed.add(scheduledRequest.host);
            }
            anyAnswer |= response instanceof Response.Answer
                    || response instanceof Response.None none
                            && (none.rule() == Rule.SKIPPED || none.rule() == Rule.UNTRUSTED);
            doubt(scheduledRequest);
        }
        if (scheduledRequest.headFailed
                && scheduledRequest.requestMode == RequestMode.STATUS_BY_GET
                && response instanceof Response.Answer answer
                && accepts.test(answer.status())) {
            withoutHead.add(scheduledRequest.host);
        }
    }

    private void doubt(ScheduledRequest scheduledRequest) {
        if (!doubtful && tried.size() >= PLENTY && !anyAnswer) {
            doubtful = true;
            doubtfulSince = System.nanoTime();
            awaited = flying;
        } else if (awaited > 0 && scheduledRequest.departed - doubtfulSince <= 0) {
            awaited--;
        }
    }

    /** Notes that the served site under check answered: the network is there, so a name without an address is a name that does not exist. */
    public void siteAnswered() {
        siteAnswers = true;
    }

    /** Whether so many foreign hosts failed, and nothing else, that no further one need be tried. */
    public boolean isHopeless() {
        return doubtful && awaited == 0 && !anyAnswer && (unconnected() >= PLENTY || !areNamesKnown());
    }

    private boolean areNamesKnown() {
        return siteAnswers || namesResolve.getAsBoolean();
    }

    private int unconnected() {
        return tried.size() - unnamed.size();
    }

    /** Whether HEAD was wrong there once, so that it is not tried again. */
    public boolean isWithoutHead(String host) {
        return withoutHead.contains(host);
    }

    /** Whether foreign hosts were tried and not one was reached. */
    public boolean isNothingReached() {
        return !tried.isEmpty() && !anyAnswer;
    }

    /** Whether so many were tried and not one was reached that trying once more would not help. */
    public boolean isWithoutNetwork() {
        return tried.size() >= ENOUGH && !unreached().isEmpty();
    }

    /**
     * The failures of foreign hosts that say nothing of these hosts, because nothing beyond this machine could be reached. That no
     * host has a name is such a failure unless the site answered or the name service knows other names; a connection that
     * fails is one when it does so everywhere.
     */
    public Set<Rule> unreached() {
        Set<Rule> rules = EnumSet.noneOf(Rule.class);
        if (!isNothingReached()) {
            return rules;
        }
        boolean named = !unnamed.isEmpty() && areNamesKnown();
        if (!unnamed.isEmpty() && !named) {
            rules.add(Rule.UNKNOWN_HOST);
        }
        if ((named ? unconnected() : tried.size()) >= ENOUGH) {
            rules.add(Rule.UNREACHABLE);
            rules.add(Rule.TIMED_OUT);
        }
        return rules;
    }
}
