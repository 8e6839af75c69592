// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import io.github.checklinks.fetch.Response;
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

    private String siteHost;
    private final Duration maxPause;
    private final Duration maxTotalPause;
    private final int maxPauses;
    private final Map<String, Host> hosts = new HashMap<>();
    private boolean finalPass;

    private static final class Host {
        boolean hasAnswered;
        int unanswered;
        int pauses;
        long pausedSince;
        long pausedUntil;
        long totalPause;

        ResponseDecision.@Nullable GiveUp end;
    }

    /** Creates a breaker that is closed for all hosts. */
    public HostCircuitBreaker(Politeness politeness, String siteHost) {
        this.siteHost = siteHost;
        this.maxPause = politeness.maxRetryAfter();
        this.maxPauses = Math.max(1, politeness.retries());
        this.maxTotalPause = maxPause.multipliedBy(maxPauses + 1L);
    }

    /** Makes another host that of the site. */
    public void moveSite(String name) {
        siteHost = name;
    }

    private Host host(String name) {
        return hosts.computeIfAbsent(name, key -> new Host());
    }

    /**
     * Returns whether a host may be paused after a refusal; if not, it is to be given up.
     *
     * @param scheduledRequest the refused request
     * @param wait the requested pause
     */
    public boolean mayPause(ScheduledRequest scheduledRequest, Duration wait, long now) {
        Host host = host(scheduledRequest.host);
        boolean onlyAttempt = finalPass && !scheduledRequest.host.equals(siteHost);
        if (wait.compareTo(maxPause) > 0
                || isNewRefusal(host, scheduledRequest) && (onlyAttempt || host.pauses >= maxPauses)) {
            return false;
        }
        Duration total = Duration.ofNanos(host.totalPause + extension(host, wait, now));
        return total.compareTo(maxTotalPause) <= 0;
    }

    /** Returns whether a refusal says anything new: those of requests sent before the pause started do not. */
    private static boolean isNewRefusal(Host host, ScheduledRequest scheduledRequest) {
        return host.pauses == 0 || scheduledRequest.sentAt - host.pausedSince > 0;
    }

    private static long extension(Host host, Duration wait, long now) {
        return Math.max(0, now + wait.toNanos() - pausedFrom(host, now));
    }

    private static long pausedFrom(Host host, long now) {
        return host.pausedUntil != 0 && host.pausedUntil - now > 0 ? host.pausedUntil : now;
    }

    /** Returns whether a host is to be given up if one more request has no response. */
    public boolean isLastChance(String name) {
        Host host = host(name);
        return !host.hasAnswered && host.unanswered + 1 >= (finalPass ? 1 : MAX_UNANSWERED) && !name.equals(siteHost);
    }

    /** Records a response and what follows from it. */
    public void record(ScheduledRequest scheduledRequest, Response response, ResponseDecision.OfHost step, long now) {
        Host host = host(scheduledRequest.host);
        host.hasAnswered |= response instanceof Response.Answer;
        if (step instanceof ResponseDecision.Answers) {
            onAnswer(scheduledRequest.host);
        } else if (step instanceof ResponseDecision.Silent) {
            host.unanswered++;
        } else if (step instanceof ResponseDecision.Pause pause) {
            onPause(host, scheduledRequest, pause.pause(), now);
        } else if (step instanceof ResponseDecision.GiveUp end) {
            host.end = end;
        }
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

    private static void onPause(Host host, ScheduledRequest scheduledRequest, Duration wait, long now) {
        long extension = extension(host, wait, now);
        long until = pausedFrom(host, now) + extension;
        if (isNewRefusal(host, scheduledRequest)) {
            host.pauses++;
            host.pausedSince = now;
        }
        host.totalPause += extension;
        host.pausedUntil = until;
    }

    /** Returns why a host was given up; null if it was not. */
    public ResponseDecision.@Nullable GiveUp end(String name) {
        Host host = hosts.get(name);
        return host == null ? null : host.end;
    }

    /** Enters the final pass, in which each host but that of the site has a single attempt. */
    public void enterFinalPass() {
        finalPass = true;
        host(siteHost).pauses = 0;
    }
}
