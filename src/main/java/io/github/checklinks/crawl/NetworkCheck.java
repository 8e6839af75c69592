// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.record.RecordedAnswers;
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
 * Distinguishes a missing network from unreachable hosts when no external host responded in this run: requests hosts again that
 * responded in earlier runs, and resolves names that are known to exist. Not thread-safe.
 */
final class NetworkCheck {

    /** The number of cached hosts that are probed: one may be down, but hardly all. */
    private static final int MAX_PROBES = 3;

    /** The timeout of name resolution, in seconds. DNS reports an unknown name within moments; if it takes longer, DNS does not respond. */
    private static final long TIMEOUT_SECONDS = 5;

    private final CrawlContext crawlContext;
    private final WorkDispatcher workDispatcher;
    private final StopCondition stopCondition;
    private final RecordedAnswers recordedAnswers;
    private boolean probed;
    private @Nullable Boolean namesResolve;

    NetworkCheck(
            CrawlContext crawlContext,
            WorkDispatcher workDispatcher,
            StopCondition stopCondition,
            RecordedAnswers recordedAnswers) {
        this.crawlContext = crawlContext;
        this.workDispatcher = workDispatcher;
        this.stopCondition = stopCondition;
        this.recordedAnswers = recordedAnswers;
    }

    /** Returns whether cached hosts were probed. */
    boolean hasProbed() {
        return probed;
    }

    /** Returns requests to hosts whose responses were taken from the cache or the record; empty if there are none, or on a second call. */
    List<ScheduledRequest> probes() {
        List<ScheduledRequest> probes = new ArrayList<>();
        Set<String> hosts = new HashSet<>();
        if (!probed) {
            probed = true;
            for (int target = 0; target < crawlContext.targets().size() && probes.size() < MAX_PROBES; target++) {
                if (crawlContext.targets().kind(target) == TargetKind.PROBE
                        && (crawlContext.facts().isFromCache(target) || recordedAnswers.isProbe(target))
                        && crawlContext.facts().outcome(target) instanceof Outcome.Answered
                        && hosts.add(crawlContext.host(target))) {
                    ScheduledRequest scheduledRequest =
                            new ScheduledRequest(target, crawlContext.host(target), RequestMode.STATUS);
                    scheduledRequest.isNetworkProbe = true;
                    probes.add(scheduledRequest);
                }
            }
        }
        return probes;
    }

    /** Returns whether DNS resolves names that are known to exist; false if it does not respond in time. */
    boolean namesResolve() {
        if (namesResolve == null) {
            namesResolve = await(workDispatcher.resolvesPublicNames());
        }
        return namesResolve;
    }

    /** Discards a negative result, so that the names are resolved again on the next call. */
    void forgetNames() {
        if (Boolean.FALSE.equals(namesResolve)) {
            namesResolve = null;
        }
    }

    private boolean await(CompletableFuture<Boolean> answer) {
        try {
            Object unused =
                    CompletableFuture.anyOf(answer, stopCondition.interrupted()).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return answer.getNow(false);
        } catch (InterruptedException stop) {
            stopCondition.interrupt();
            return false;
        } catch (ExecutionException | TimeoutException noResult) {
            return false;
        }
    }
}
