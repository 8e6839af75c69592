// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import io.github.checklinks.model.Rule;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long we bear with a host that refuses for a while, or says nothing at all. Bounded, so that no server can hold a build: so
 * many rests in a row as there are retries, and no more than {@code maxRetryAfter} for each attempt in all; so many requests in
 * a row without any answer. The host under check is never given up.
 */
public final class HostCircuitBreaker {

    /** So many requests without one answer, and a host has none: several attempts at several addresses. */
    private static final int SILENCES = 12;

    /** The rest that each answer of the site under check is worth. */
    private static final long EARNED = TimeUnit.SECONDS.toNanos(1);

    private final String siteHost;
    private final Duration longestRest;
    private final Duration mostRest;
    private final int mostRests;
    private final Map<String, Host> hosts = new HashMap<>();
    private boolean last;

    /**
     * Why a host is asked no more.
     *
     * @param rule what is told of what was not asked
     * @param detail the reason, in words for a person
     * @param passing whether it may be over by the end of the run
     */
    public record End(Rule rule, String detail, boolean passing) {}

    private static final class Host {
        boolean hasAnswered;
        int silences;
        int rests;
        long restsSince;
        long restsUntil;
        long rested;

        @Nullable
        End end;
    }

    /** All the patience there is. */
    public HostCircuitBreaker(Politeness politeness, String siteHost) {
        this.siteHost = siteHost;
        this.longestRest = politeness.maxRetryAfter();
        this.mostRests = Math.max(1, politeness.retries());
        this.mostRest = longestRest.multipliedBy(mostRests + 1L);
    }

    private Host host(String name) {
        return hosts.computeIfAbsent(name, key -> new Host());
    }

    /** Hears that a host answered, and did not refuse. */
    public void hearAnswer(String name) {
        Host host = host(name);
        host.hasAnswered = true;
        host.rests = 0;
        if (name.equals(siteHost)) {
            // A site that throttles is crawled to its end as long as it goes on.
            host.rested = Math.max(0, host.rested - EARNED);
        }
    }

    /**
     * Hears that a host refuses for a while.
     *
     * @param visit what was refused
     * @param wait how long it is to be left in peace
     * @return whether it shall rest for so long; if not, it is not waited for any more
     */
    public boolean hearRefusal(ScheduledRequest scheduledRequest, Duration wait, long now) {
        Host host = host(scheduledRequest.host);
        host.hasAnswered = true;
        if (wait.compareTo(longestRest) > 0) {
            return false;
        }
        // What was under way when the rest began tells nothing new.
        boolean again = host.rests == 0 || scheduledRequest.departed - host.restsSince > 0;
        boolean brief = last && !scheduledRequest.host.equals(siteHost);
        if (again && (brief || host.rests >= mostRests)) {
            return false;
        }
        long until = now + wait.toNanos();
        long from = host.restsUntil != 0 && host.restsUntil - now > 0 ? host.restsUntil : now;
        long more = Math.max(0, until - from);
        if (Duration.ofNanos(host.rested + more).compareTo(mostRest) > 0) {
            return false;
        }
        if (again) {
            host.rests++;
            host.restsSince = now;
        }
        host.rested += more;
        host.restsUntil = from + more;
        return true;
    }

    /** Hears that a host gave no answer. Returns whether it is to be asked no more. */
    public boolean hearNothing(String name) {
        Host host = host(name);
        return !host.hasAnswered && ++host.silences >= (last ? 1 : SILENCES) && !name.equals(siteHost);
    }

    /** Gives a host up, unless it is the one under check. Returns whether it did. */
    public boolean giveUp(String name, End end) {
        if (name.equals(siteHost)) {
            return false;
        }
        host(name).end = end;
        return true;
    }

    /** Why a host was given up; null when it was not. */
    @Nullable
    public End end(String name) {
        Host host = hosts.get(name);
        return host == null ? null : host.end;
    }

    /** From now on each host but the site's has one try: the run is at its end. */
    public void enterFinalPass() {
        last = true;
        host(siteHost).rests = 0;
    }
}
