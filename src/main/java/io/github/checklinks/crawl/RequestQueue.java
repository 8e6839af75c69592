// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.schedule.Frontier;
import io.github.checklinks.crawl.schedule.HostCircuitBreaker;
import io.github.checklinks.crawl.schedule.HostSlots;
import io.github.checklinks.crawl.schedule.RequestRepeater;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/**
 * The parts through which each request of a crawl passes, from its start page on: the frontier, the dispatcher, and what follows from
 * responses. Not thread-safe.
 */
final class RequestQueue {

    private final Frontier frontier;
    private final HostCircuitBreaker hostCircuitBreaker;
    private final WorkDispatcher workDispatcher;
    private final RequestRepeater requestRepeater;

    /**
     * Creates an empty queue.
     *
     * @param siteHost the host and port of a served site; empty for a built site
     */
    RequestQueue(CrawlPlan plan, String siteHost, ExecutorService executor, StopCondition stopCondition) {
        this.frontier = new Frontier(
                plan.politeness(),
                plan.hosts(),
                siteHost,
                System::nanoTime,
                new HostSlots(plan.network().slots()));
        this.hostCircuitBreaker = new HostCircuitBreaker(plan.politeness(), siteHost);
        this.workDispatcher = new WorkDispatcher(executor, plan.network().fetcher());
        this.requestRepeater =
                new RequestRepeater(plan.politeness(), frontier, hostCircuitBreaker, workDispatcher::forgetNames);
        CompletableFuture<Void> unused = stopCondition.interrupted().thenRun(workDispatcher::wake);
    }

    Frontier frontier() {
        return frontier;
    }

    HostCircuitBreaker hostCircuitBreaker() {
        return hostCircuitBreaker;
    }

    WorkDispatcher workDispatcher() {
        return workDispatcher;
    }

    RequestRepeater requestRepeater() {
        return requestRepeater;
    }

    /** Makes another host that of the site, because the start page is redirected to it; no request to it may be queued or in flight. */
    void moveSite(String host) {
        frontier.moveSite(host);
        hostCircuitBreaker.moveSite(host);
    }
}
