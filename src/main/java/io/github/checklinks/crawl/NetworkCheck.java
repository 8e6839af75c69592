// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.schedule.ScheduledRequest;
import io.github.checklinks.facts.TargetKind;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.model.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a missing network from dead hosts when not one foreign host answered in this run: by hosts that answered in earlier runs, which
 * are asked again, and by names that exist for certain. For one thread.
 */
final class NetworkCheck {

    /** So many hosts of the cache are asked again: one may be down, hardly all. */
    private static final int WITNESSES = 3;

    /** An unknown name is said to be so within moments; what takes longer is a name service that does not answer. */
    private static final long LONGEST_SECONDS = 5;

    private final CrawlContext crawlContext;
    private final WorkDispatcher workDispatcher;
    private final StopCondition stopCondition;
    private boolean called;
    private @Nullable Boolean namesResolve;

    NetworkCheck(CrawlContext crawlContext, WorkDispatcher workDispatcher, StopCondition stopCondition) {
        this.crawlContext = crawlContext;
        this.workDispatcher = workDispatcher;
        this.stopCondition = stopCondition;
    }

    /** Whether witnesses were called. */
    boolean hasCalled() {
        return called;
    }

    /** Visits to hosts whose answers were taken from the cache, to be made now; empty when there are none, or it was done. */
    List<ScheduledRequest> witnesses() {
        List<ScheduledRequest> visits = new ArrayList<>();
        Set<String> hosts = new HashSet<>();
        if (!called) {
            called = true;
            for (int target = 0; target < crawlContext.targets().size() && visits.size() < WITNESSES; target++) {
                if (crawlContext.targets().reach(target) == TargetKind.PROBE
                        && crawlContext.facts().isRecalled(target)
                        && crawlContext.facts().outcome(target) instanceof Outcome.Answered
                        && hosts.add(crawlContext.host(target))) {
                    ScheduledRequest scheduledRequest =
                            new ScheduledRequest(target, crawlContext.host(target), RequestMode.STATUS);
                    scheduledRequest.isNetworkProbe = true;
                    visits.add(scheduledRequest);
                }
            }
        }
        return visits;
    }

    /** Whether the name service knows names that exist for certain. */
    boolean namesResolve() {
        if (namesResolve == null) {
            namesResolve = await(workDispatcher.resolvesPublicNames());
        }
        return namesResolve;
    }

    /** Has the names looked up anew when they are wanted next. */
    void forgetNames() {
        if (Boolean.FALSE.equals(namesResolve)) {
            namesResolve = null;
        }
    }

    private boolean await(CompletableFuture<Boolean> answer) {
        try {
            Object unused =
                    CompletableFuture.anyOf(answer, stopCondition.interrupted()).get(LONGEST_SECONDS, TimeUnit.SECONDS);
            return answer.getNow(false);
        } catch (InterruptedException stop) {
            stopCondition.interrupt();
            return false;
        } catch (ExecutionException | TimeoutException silent) {
            return false;
        }
    }
}
