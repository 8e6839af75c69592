// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The visits that wait, in a queue for each host, given out no faster than each host's limits allow. For one thread.
 *
 * <p>Each visit given out by {@link #next} owes one {@link #done}; {@link #again} queues it anew and does not release its place.
 * A host may be turned away: what waits for it is then given out by {@link #turnedAway}, without a place.
 */
public final class Frontier {

    private static final Duration LONG = Duration.ofSeconds(1);

    private final Politeness politeness;
    private final String siteHost;
    private final LongSupplier nanoTime;
    private final HostSlots slots;
    private final Deque<ScheduledRequest> turnedAway = new ArrayDeque<>();
    private final Map<String, Host> hosts = new HashMap<>();
    private final PriorityQueue<Host> ready =
            new PriorityQueue<>((one, other) -> order(one.notBefore, other.notBefore));
    private final PriorityQueue<Later> later = new PriorityQueue<>((one, other) -> order(one.due, other.due));
    private int waiting;
    private int flying;
    private boolean foreignersTurnedAway;

    /**
     * An empty frontier.
     *
     * @param siteHost the host under check, as {@link ScheduledRequest#host} names it; empty for none
     * @param nanoTime the clock, as {@link System#nanoTime}
     * @param slots the places of each host, shared with whoever crawls at the same time
     */
    public Frontier(Politeness politeness, String siteHost, LongSupplier nanoTime, HostSlots slots) {
        this.politeness = politeness;
        this.siteHost = siteHost;
        this.nanoTime = nanoTime;
        this.slots = slots;
    }

    /** The clock may pass the largest number; only differences count ({@link System#nanoTime}). */
    private static int order(long one, long other) {
        return Long.signum(one - other);
    }

    /** Queues a visit. */
    public void add(ScheduledRequest scheduledRequest) {
        waiting++;
        enqueue(scheduledRequest, false);
    }

    private void enqueue(ScheduledRequest scheduledRequest, boolean first) {
        Host host = hosts.computeIfAbsent(scheduledRequest.host, this::host);
        if (host.isTurnedAway) {
            turnedAway.add(scheduledRequest);
            return;
        }
        if (first) {
            host.queue.addFirst(scheduledRequest);
        } else {
            host.queue.addLast(scheduledRequest);
        }
        offer(host);
    }

    private Host host(String name) {
        boolean site = name.equals(siteHost);
        // The site's own places are counted apart: it may be foreign to another crawl, which has fewer.
        return new Host(
                site ? "site " + name : name,
                foreignersTurnedAway && !site,
                nanoTime.getAsLong(),
                politeness
                        .hosts()
                        .concurrency(name, site ? politeness.siteConcurrency() : politeness.hostConcurrency()),
                politeness
                        .hosts()
                        .interval(name, site ? Duration.ZERO : politeness.requestInterval())
                        .toNanos());
    }

    /** The next visit that may depart now; null when none may. */
    @Nullable
    public ScheduledRequest next() {
        long now = nanoTime.getAsLong();
        while (!later.isEmpty() && later.peek().due - now <= 0) {
            enqueue(later.remove().scheduledRequest, false);
        }
        Host host = departing(now);
        if (host == null) {
            return null;
        }
        ScheduledRequest scheduledRequest = host.queue.remove();
        host.flying++;
        flying++;
        waiting--;
        host.notBefore = now + host.interval;
        offer(host);
        return scheduledRequest;
    }

    private @Nullable Host departing(long now) {
        Host host = ready.peek();
        while (host != null && flying < politeness.concurrency() && host.notBefore - now <= 0) {
            ready.remove();
            host.offered = false;
            long wait = slots.take(host.slot, host.limit, host.interval, now);
            if (wait == 0) {
                return host;
            }
            host.notBefore = now + wait;
            offer(host);
            host = ready.peek();
        }
        return null;
    }

    /** Releases the place of a visit that {@link #next} gave out. */
    public void done(ScheduledRequest scheduledRequest) {
        Host host = hosts.get(scheduledRequest.host);
        if (host != null) {
            host.flying--;
            flying--;
            slots.giveBack(host.slot, 1, nanoTime.getAsLong());
            offer(host);
        }
    }

    /** Queues a visit again, to depart no sooner than after a wait; without one it goes first, so that what it teaches of its host comes early. */
    public void again(ScheduledRequest scheduledRequest, Duration wait) {
        waiting++;
        if (wait.isZero()) {
            enqueue(scheduledRequest, true);
        } else {
            later.add(new Later(scheduledRequest, nanoTime.getAsLong() + wait.toNanos()));
        }
    }

    /** Lets a host rest: nothing departs to it before the wait is over. */
    public void rest(String name, Duration wait) {
        Host host = hosts.computeIfAbsent(name, this::host);
        long now = nanoTime.getAsLong();
        long until = now + wait.toNanos();
        slots.rest(host.slot, until, now);
        if (until - host.notBefore > 0) {
            boolean offered = host.offered && ready.remove(host);
            host.notBefore = until;
            host.offered = false;
            if (offered) {
                offer(host);
            }
        }
    }

    /** Keeps requests to a host so far apart from now on. */
    public void setInterval(String name, Duration interval) {
        hosts.computeIfAbsent(name, this::host).interval = interval.toNanos();
        rest(name, interval);
    }

    /** Lets nothing depart to a host any more, until {@link #reopenAll}. */
    public void close(String name) {
        Host host = hosts.computeIfAbsent(name, this::host);
        host.isTurnedAway = true;
        turnedAway.addAll(host.queue);
        host.queue.clear();
        if (host.offered) {
            ready.remove(host);
            host.offered = false;
        }
        later.removeIf(each -> each.scheduledRequest.host.equals(name) && turnedAway.add(each.scheduledRequest));
    }

    /** Lets nothing depart to any host but that under check, until {@link #reopenAll}. */
    public void closeExternalHosts() {
        foreignersTurnedAway = true;
        hosts.keySet().stream().filter(name -> !name.equals(siteHost)).toList().forEach(this::close);
    }

    /** Lets visits depart to all hosts again. */
    public void reopenAll() {
        foreignersTurnedAway = false;
        hosts.values().forEach(host -> host.isTurnedAway = false);
    }

    /** The next visit whose host is turned away: it waits no more, and has no place. Null when there is none. */
    @Nullable
    public ScheduledRequest turnedAway() {
        ScheduledRequest scheduledRequest = turnedAway.poll();
        waiting -= scheduledRequest == null ? 0 : 1;
        return scheduledRequest;
    }

    /** Gives all places back, those of visits that are still under way, too. The frontier is of no more use then. */
    public void close() {
        for (Host host : hosts.values()) {
            slots.giveBack(host.slot, host.flying, nanoTime.getAsLong());
            host.flying = 0;
        }
        hosts.clear();
    }

    private void offer(Host host) {
        if (!host.offered && !host.queue.isEmpty() && host.flying < host.limit) {
            host.offered = true;
            ready.add(host);
        }
    }

    /** How long until a visit may depart, if nothing arrives meanwhile; at most a second. */
    public Duration rest() {
        long now = nanoTime.getAsLong();
        long wait = LONG.toNanos();
        if (flying < politeness.concurrency() && !ready.isEmpty()) {
            wait = Math.min(wait, ready.peek().notBefore - now);
        }
        if (!later.isEmpty()) {
            wait = Math.min(wait, later.peek().due - now);
        }
        return Duration.ofNanos(Math.max(0, wait));
    }

    /** How many visits wait. */
    public int waiting() {
        return waiting;
    }

    /** How many visits are under way. */
    public int flying() {
        return flying;
    }

    private static final class Host {
        final Deque<ScheduledRequest> queue = new ArrayDeque<>();
        final String slot;
        final int limit;
        long interval;
        long notBefore;
        int flying;
        boolean offered;
        boolean isTurnedAway;

        Host(String slot, boolean isTurnedAway, long now, int limit, long interval) {
            this.slot = slot;
            this.isTurnedAway = isTurnedAway;
            this.notBefore = now;
            this.limit = limit;
            this.interval = interval;
        }
    }

    private record Later(ScheduledRequest scheduledRequest, long due) {}
}
