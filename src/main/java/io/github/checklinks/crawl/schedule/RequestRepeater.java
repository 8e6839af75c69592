// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import io.github.checklinks.fetch.Response;
import io.github.checklinks.url.WebUrl;
import java.time.Duration;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Applies what follows from responses to the frontier: repeats requests, pauses hosts and gives them up. To the caller it leaves outcomes
 * and redirects. Not thread-safe.
 */
public final class RequestRepeater {

    private final Politeness politeness;
    private final Frontier frontier;
    private final HostCircuitBreaker hostCircuitBreaker;
    private final Runnable forgetNames;

    /**
     * Creates an instance that queues requests in a frontier.
     *
     * @param forgetNames discards negative DNS results
     */
    public RequestRepeater(
            Politeness politeness, Frontier frontier, HostCircuitBreaker hostCircuitBreaker, Runnable forgetNames) {
        this.forgetNames = forgetNames;
        this.politeness = politeness;
        this.frontier = frontier;
        this.hostCircuitBreaker = hostCircuitBreaker;
    }

    /**
     * Decides what follows from a response, and applies it.
     *
     * @param url the requested URL
     * @param accepts the status codes that count as success
     * @return what the caller has to do: the request is done, or is redirected; null if it is repeated
     */
    public ResponseDecision.@Nullable OfRequest after(
            ScheduledRequest scheduledRequest,
            WebUrl url,
            ResponseRules.Side side,
            Response response,
            IntPredicate accepts) {
        long now = System.nanoTime();
        ResponseDecision decision = ResponseRules.after(
                new ResponseRules.Situation(
                        scheduledRequest,
                        url,
                        side,
                        accepts,
                        pause -> hostCircuitBreaker.mayPause(scheduledRequest, pause, now),
                        hostCircuitBreaker.isLastChance(scheduledRequest.host),
                        politeness),
                response);
        decision.applyTo(scheduledRequest, response);
        hostCircuitBreaker.record(scheduledRequest, response, decision.host(), now);
        if (decision.host() instanceof ResponseDecision.Pause pause) {
            frontier.pause(scheduledRequest.host, pause.pause());
        } else if (decision.host() instanceof ResponseDecision.GiveUp) {
            frontier.close(scheduledRequest.host);
        }
        if (decision.request() instanceof ResponseDecision.Repeat repeat) {
            if (repeat.change() == ResponseDecision.Change.LOOK_UP) {
                forgetNames.run();
            }
            frontier.again(scheduledRequest, repeat.pause());
            return null;
        }
        if (decision.request() instanceof ResponseDecision.RepeatLast) {
            frontier.add(scheduledRequest);
            return null;
        }
        return decision.request();
    }

    /** Records that a host answered a request whose response needs no decision. */
    public void onAnswer(String host) {
        hostCircuitBreaker.onAnswer(host);
    }

    /**
     * Returns how a request to a closed host ends.
     *
     * @param otherwise the reason if the host was not given up for one of its own
     */
    public ResponseDecision.Done afterClosing(
            ScheduledRequest scheduledRequest, ResponseRules.Side side, ResponseDecision.GiveUp otherwise) {
        ResponseDecision.GiveUp end = hostCircuitBreaker.end(scheduledRequest.host);
        return ResponseRules.afterGivingUp(scheduledRequest, side, end == null ? otherwise : end, politeness);
    }

    /** Sends a request again at once, as a part of the same attempt, with other cookies. */
    public void repeatWithCookies(ScheduledRequest scheduledRequest, String cookies) {
        scheduledRequest.cookies = cookies;
        frontier.again(scheduledRequest, Duration.ZERO);
    }
}
