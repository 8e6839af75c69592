// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import io.github.checklinks.model.FailureCause;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A circuit breaker per host, which bounds the time that a server can delay a build. A host is given up after {@code retries}
 * consecutive pauses ({@code 429}, {@code Retry-After}), when its pauses exceed {@code maxRetryAfter} per attempt in total, or after
 * 12 requests without any response. The host of the site under check is never given up.
 */
public final class HostCircuitBreaker {

    /** The number of requests without a single response after which a host is given up: several attempts for several URLs. */
    private static final int MAX_UNANSWERED = 12;

    /** The pause time that each response of the site under check restores. */
    private static final long RESTORED = TimeUnit.SECONDS.toNanos(1);

    private final String siteHost;
    private final Duration maxPause;
    private final Duration maxTotalPause;
    private final int maxPauses;
    private final Map<String, Host> hosts = new HashMap<>();
    private boolean finalPass;

    /**
     * The reason why a host was given up.
     *
     * @param cause the cause that is recorded for its remaining URLs
     * @param detail the reason, for the user
     * @param temporary whether the failure may be temporary
     */
    public record End(FailureCause cause, String detail, boolean temporary) {}

    private static final class Host {
        boolean hasAnswered;
        int unanswered;
        int pauses;
        long pausedSince;
        long pausedUntil;
        long totalPause;

        @Nullable
        End end;
    }

    /** Creates a breaker that is closed for all hosts. */
    public HostCircuitBreaker(Politeness politeness, String siteHost) {
        this.siteHost = siteHost;
        this.maxPause = politeness.maxRetryAfter();
        this.maxPauses = Math.max(1, politeness.retries());
        this.maxTotalPause = maxPause.multipliedBy(maxPauses + 1L);
    }

    private Host host(String name) {
        return hosts.computeIfAbsent(name, key -> new Host());
    }

    /** Records a response that is no refusal. */
    public void onAnswer(String name) {
        Host host = host(name);
        host.hasAnswered = true;
        host.pauses = 0;
        if (name.equals(siteHost)) {
            // A throttling site is crawled completely as long as it keeps responding.
            host.totalPause = Math.max(0, host.totalPause - RESTORED);
        }
    }

    /**
     * Records a temporary refusal.
     *
     * @param scheduledRequest the refused request
     * @param wait the requested pause
     * @return whether to pause the host for that time; if not, the host is to be given up
     */
    public boolean onRefusal(ScheduledRequest scheduledRequest, Duration wait, long now) {
        Host host = host(scheduledRequest.host);
        host.hasAnswered = true;
        if (wait.compareTo(maxPause) > 0) {
            return false;
        }
        // Requests sent before the pause started carry no new information.
        boolean again = host.pauses == 0 || scheduledRequest.sentAt - host.pausedSince > 0;
        boolean onlyAttempt = finalPass && !scheduledRequest.host.equals(siteHost);
        if (again && (onlyAttempt || host.pauses >= maxPauses)) {
            return false;
        }
        long until = now + wait.toNanos();
        long from = host.pausedUntil != 0 && host.pausedUntil - now > 0 ? host.pausedUntil : now;
        long extension = Math.max(0, until - from);
        if (Duration.ofNanos(host.totalPause + extension).compareTo(maxTotalPause) > 0) {
            return false;
        }
        if (again) {
            host.pauses++;
            host.pausedSince = now;
        }
        host.totalPause += extension;
        host.pausedUntil = from + extension;
        return true;
    }

    /** Records a request without a response. Returns whether the host is to be given up. */
    public boolean onNoAnswer(String name) {
        Host host = host(name);
        return !host.hasAnswered && ++host.unanswered >= (finalPass ? 1 : MAX_UNANSWERED) && !name.equals(siteHost);
    }

    /** Gives a host up, unless it is that of the site under check. Returns whether it was given up. */
    public boolean giveUp(String name, End end) {
        if (name.equals(siteHost)) {
            return false;
        }
        host(name).end = end;
        return true;
    }

    /** Returns why a host was given up; null if it was not. */
    @Nullable
    public End end(String name) {
        Host host = hosts.get(name);
        return host == null ? null : host.end;
    }

    /** Enters the final pass, in which each host but that of the site has a single attempt. */
    public void enterFinalPass() {
        finalPass = true;
        host(siteHost).pauses = 0;
    }
}
