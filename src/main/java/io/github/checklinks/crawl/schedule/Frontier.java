// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import io.github.checklinks.crawl.target.HostRules;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The queue of pending requests, with a FIFO queue per host, which respects the rate and concurrency limits of each host. Not
 * thread-safe.
 *
 * <p>Each request returned by {@link #next} holds a slot of its host until {@link #done} is called; {@link #again} queues the request
 * without releasing the slot. A host can be closed: its pending requests are then returned by {@link #pollClosed}, without a slot.
 */
public final class Frontier {

    private static final Duration MAX_WAIT = Duration.ofSeconds(1);

    private final Politeness politeness;
    private final HostRules hostRules;
    private String siteHost;
    private final LongSupplier nanoTime;
    private final HostSlots slots;
    private final Deque<ScheduledRequest> ofClosedHosts = new ArrayDeque<>();
    private final Map<String, Host> hosts = new HashMap<>();
    private final PriorityQueue<Host> ready =
            new PriorityQueue<>((one, other) -> order(one.notBefore, other.notBefore));
    private final PriorityQueue<Delayed> delayed = new PriorityQueue<>((one, other) -> order(one.due, other.due));
    private int waiting;
    private int inFlight;
    private boolean externalHostsClosed;

    /**
     * Creates an empty frontier.
     *
     * @param hostRules the limits of single hosts
     * @param siteHost the host of the site under check, in the form of {@link ScheduledRequest#host}; empty for none
     * @param nanoTime the clock, with the contract of {@link System#nanoTime}
     * @param slots the slots of each host, shared with concurrent crawls
     */
    public Frontier(
            Politeness politeness, HostRules hostRules, String siteHost, LongSupplier nanoTime, HostSlots slots) {
        this.politeness = politeness;
        this.hostRules = hostRules;
        this.siteHost = siteHost;
        this.nanoTime = nanoTime;
        this.slots = slots;
    }

    /** Compares by difference, because the clock may overflow ({@link System#nanoTime}). */
    private static int order(long one, long other) {
        return Long.signum(one - other);
    }

    /** Queues a request. */
    public void add(ScheduledRequest scheduledRequest) {
        waiting++;
        enqueue(scheduledRequest, false);
    }

    private void enqueue(ScheduledRequest scheduledRequest, boolean atFront) {
        Host host = hosts.computeIfAbsent(scheduledRequest.host, this::host);
        if (host.isClosed) {
            ofClosedHosts.add(scheduledRequest);
            return;
        }
        if (atFront) {
            host.queue.addFirst(scheduledRequest);
        } else {
            host.queue.addLast(scheduledRequest);
        }
        offer(host);
    }

    private Host host(String name) {
        boolean site = name.equals(siteHost);
        // Slots of the site are counted separately: for a concurrent crawl the host may be external, with a lower
        // limit.
        return new Host(
                site ? "site " + name : name,
                externalHostsClosed && !site,
                nanoTime.getAsLong(),
                hostRules.concurrency(name, site ? politeness.siteConcurrency() : politeness.hostConcurrency()),
                hostRules
                        .interval(name, site ? Duration.ZERO : politeness.requestInterval())
                        .toNanos());
    }

    /** Makes another host that of the site, whose limits are others; no request to it or to the previous one may be queued or in flight. */
    public void moveSite(String name) {
        if (name.equals(siteHost)) {
            return;
        }
        List<String> changed = List.of(siteHost, name);
        siteHost = name;
        for (String each : changed) {
            Host before = hosts.remove(each);
            if (before != null) {
                Host after = host(each);
                after.notBefore = before.notBefore;
                hosts.put(each, after);
            }
        }
    }

    /** Removes and returns the next request that may be sent now; null if there is none. */
    @Nullable
    public ScheduledRequest next() {
        long now = nanoTime.getAsLong();
        while (!delayed.isEmpty() && delayed.peek().due - now <= 0) {
            enqueue(delayed.remove().scheduledRequest, false);
        }
        Host host = nextHost(now);
        if (host == null) {
            return null;
        }
        ScheduledRequest scheduledRequest = host.queue.remove();
        host.inFlight++;
        inFlight++;
        waiting--;
        host.notBefore = now + host.interval;
        offer(host);
        return scheduledRequest;
    }

    private @Nullable Host nextHost(long now) {
        Host host = ready.peek();
        while (host != null && inFlight < politeness.concurrency() && host.notBefore - now <= 0) {
            ready.remove();
            host.offered = false;
            long wait = slots.acquire(host.slot, host.limit, host.interval, now);
            if (wait == 0) {
                return host;
            }
            host.notBefore = now + wait;
            offer(host);
            host = ready.peek();
        }
        return null;
    }

    /** Releases the slot of a request that {@link #next} returned. */
    public void done(ScheduledRequest scheduledRequest) {
        Host host = hosts.get(scheduledRequest.host);
        if (host != null) {
            host.inFlight--;
            inFlight--;
            slots.release(host.slot, 1, nanoTime.getAsLong());
            offer(host);
        }
    }

    /**
     * Queues a request again, to be sent after a delay. Without a delay it moves to the front of its queue, so that its response informs
     * later requests to the host.
     */
    public void again(ScheduledRequest scheduledRequest, Duration wait) {
        waiting++;
        if (wait.isZero()) {
            enqueue(scheduledRequest, true);
        } else {
            delayed.add(new Delayed(scheduledRequest, nanoTime.getAsLong() + wait.toNanos()));
        }
    }

    /** Pauses a host: no request is sent to it until the wait is over. */
    public void pause(String name, Duration wait) {
        Host host = hosts.computeIfAbsent(name, this::host);
        long now = nanoTime.getAsLong();
        long until = now + wait.toNanos();
        slots.pause(host.slot, until, now);
        if (until - host.notBefore > 0) {
            boolean offered = host.offered && ready.remove(host);
            host.notBefore = until;
            host.offered = false;
            if (offered) {
                offer(host);
            }
        }
    }

    /** Sets the minimum time between two requests to a host, unless a longer one is configured. */
    public void setInterval(String name, Duration interval) {
        Host host = hosts.computeIfAbsent(name, this::host);
        host.interval = Math.max(host.interval, interval.toNanos());
        pause(name, interval);
    }

    /** Sends no more requests to a host until {@link #reopenAll}. */
    public void close(String name) {
        Host host = hosts.computeIfAbsent(name, this::host);
        host.isClosed = true;
        ofClosedHosts.addAll(host.queue);
        host.queue.clear();
        if (host.offered) {
            ready.remove(host);
            host.offered = false;
        }
        delayed.removeIf(each -> each.scheduledRequest.host.equals(name) && ofClosedHosts.add(each.scheduledRequest));
    }

    /** Sends no more requests to any host but that of the site until {@link #reopenAll}. */
    public void closeExternalHosts() {
        externalHostsClosed = true;
        hosts.keySet().stream().filter(name -> !name.equals(siteHost)).toList().forEach(this::close);
    }

    /** Allows requests to all hosts again. */
    public void reopenAll() {
        externalHostsClosed = false;
        hosts.values().forEach(host -> host.isClosed = false);
    }

    /** Removes and returns the next request to a closed host, which holds no slot; null if there is none. */
    @Nullable
    public ScheduledRequest pollClosed() {
        ScheduledRequest scheduledRequest = ofClosedHosts.poll();
        waiting -= scheduledRequest == null ? 0 : 1;
        return scheduledRequest;
    }

    /** Releases all slots, including those of requests in flight. The frontier must not be used afterwards. */
    public void close() {
        for (Host host : hosts.values()) {
            slots.release(host.slot, host.inFlight, nanoTime.getAsLong());
            host.inFlight = 0;
        }
        hosts.clear();
    }

    private void offer(Host host) {
        if (!host.offered && !host.queue.isEmpty() && host.inFlight < host.limit) {
            host.offered = true;
            ready.add(host);
        }
    }

    /** Returns the time until a request may be sent, provided that no response arrives earlier; at most a second. */
    public Duration timeToNext() {
        long now = nanoTime.getAsLong();
        long wait = MAX_WAIT.toNanos();
        if (inFlight < politeness.concurrency() && !ready.isEmpty()) {
            wait = Math.min(wait, ready.peek().notBefore - now);
        }
        if (!delayed.isEmpty()) {
            wait = Math.min(wait, delayed.peek().due - now);
        }
        return Duration.ofNanos(Math.max(0, wait));
    }

    /** Returns the number of queued requests. */
    public int waiting() {
        return waiting;
    }

    /** Returns the number of requests in flight. */
    public int inFlight() {
        return inFlight;
    }

    private static final class Host {
        final Deque<ScheduledRequest> queue = new ArrayDeque<>();
        final String slot;
        final int limit;
        long interval;
        long notBefore;
        int inFlight;
        boolean offered;
        boolean isClosed;

        Host(String slot, boolean isClosed, long now, int limit, long interval) {
            this.slot = slot;
            this.isClosed = isClosed;
            this.notBefore = now;
            this.limit = limit;
            this.interval = interval;
        }
    }

    private record Delayed(ScheduledRequest scheduledRequest, long due) {}
}
