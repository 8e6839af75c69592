// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.directory.UrlPrefix;
import io.github.checklinks.crawl.robots.RobotsTxt;
import io.github.checklinks.crawl.schedule.RedirectTrail;
import io.github.checklinks.crawl.schedule.ResponseDecision;
import io.github.checklinks.crawl.schedule.ResponseRules;
import io.github.checklinks.crawl.schedule.ScheduledRequest;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.url.WebUrl;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The visits that show which site is checked: the start page with its redirects, and before it the robots.txt of each server on the way.
 * They pass through the same queue as those of the crawl, but one by one, because each depends on the one before.
 */
final class StartVisits {

    /** The number of redirects of a robots.txt that are followed at least (RFC 9309 §2.3.1.2). */
    private static final int MIN_ROBOTS_REDIRECTS = 5;

    private final CrawlPlan plan;
    private final RequestQueue queue;
    private final StopCondition stopCondition;
    private final Map<String, RobotsTxt> robots = new HashMap<>();

    StartVisits(CrawlPlan plan, RequestQueue queue, StopCondition stopCondition) {
        this.plan = plan;
        this.queue = queue;
        this.stopCondition = stopCondition;
    }

    /** A redirect that was followed. */
    record Hop(WebUrl from, int status, @Nullable String fragment, int attempts) {}

    /**
     * The end of the start's redirects.
     *
     * @param hops the redirects that were followed, in order
     * @param url the URL after redirects
     * @param robots the rules of its server
     * @param request the request for it
     * @param response the last response to that request; null if robots.txt disallows it, or the run has ended before
     */
    record Start(
            List<Hop> hops,
            WebUrl url,
            RobotsTxt robots,
            ScheduledRequest request,
            @Nullable Response response) {}

    /** The last response to a request, and what follows from it. */
    private record Visited(ResponseDecision.OfRequest next, Response response) {}

    /** Visits the start page and follows its redirects, as far as each server's robots.txt allows. */
    Start start(WebUrl from) throws IOException {
        List<Hop> hops = new ArrayList<>();
        ScheduledRequest request = new ScheduledRequest(from, RequestMode.CONTENT);
        while (true) {
            WebUrl at = request.address();
            queue.moveSite(request.host);
            RobotsTxt rules = robots(at);
            if (!rules.allows(at)) {
                return new Start(hops, at, rules, request, null);
            }
            if (!rules.crawlDelay().isZero()) {
                queue.frontier().setInterval(request.host, rules.crawlDelay());
            }
            Visited visited =
                    visit(request, plan.hosts().accepts(at, plan.acceptance().statuses()));
            if (visited == null) {
                return new Start(hops, at, rules, request, null);
            }
            ScheduledRequest next =
                    hops.size() < plan.politeness().maxRedirects() ? redirected(request, visited) : null;
            if (next == null) {
                return new Start(hops, at, rules, request, visited.response());
            }
            if (next != request && visited.next() instanceof ResponseDecision.Follow hop) {
                hops.add(new Hop(at, hop.status(), hop.to().fragment(), request.attempts));
            }
            request = next;
        }
    }

    /** Returns the robots.txt of a server, which is visited once; http and https on their default ports are considered one server. */
    private RobotsTxt robots(WebUrl of) throws IOException {
        if (!plan.crawlLimits().respectRobots() || !(of.resolve("/robots.txt") instanceof WebUrl file)) {
            return RobotsTxt.NONE;
        }
        String server = UrlPrefix.directoryOf(file).authority();
        RobotsTxt known = robots.get(server);
        if (known == null) {
            known = read(file);
            robots.put(server, known);
        }
        return known;
    }

    /** Visits a robots.txt and follows its redirects, also to other servers; if there are too many, the file does not exist. */
    private RobotsTxt read(WebUrl file) throws IOException {
        int maxRedirects = Math.max(MIN_ROBOTS_REDIRECTS, plan.politeness().maxRedirects());
        ScheduledRequest request = new ScheduledRequest(file, RequestMode.ANY_CONTENT);
        Visited visited = visitRobots(request);
        for (int hops = 0; visited != null && hops < maxRedirects; hops++) {
            ScheduledRequest next = redirected(request, visited);
            if (next == null) {
                break;
            }
            request = next;
            visited = visitRobots(request);
        }
        return visited == null ? RobotsTxt.NONE : rules(visited);
    }

    private @Nullable Visited visitRobots(ScheduledRequest request) throws IOException {
        return visit(request, status -> status < 500 && status != 429);
    }

    private RobotsTxt rules(Visited visited) {
        Outcome outcome = visited.next() instanceof ResponseDecision.Done done ? done.outcome() : null;
        Outcome.Failed failed = outcome instanceof Outcome.Failed why ? why : null;
        if (visited.response() instanceof Response.Answer answer) {
            if (answer.isSuccess()) {
                RobotsTxt read = RobotsTxt.of(answer.body(), plan.network().userAgent());
                answer.release().run();
                return read;
            }
            if (answer.status() < 500) {
                return RobotsTxt.NONE; // RFC 9309 §2.3.1.3
            }
            String detail = failed == null ? String.valueOf(answer.status()) : failed.detail();
            int attempts = failed != null
                    ? failed.attempts()
                    : outcome instanceof Outcome.Answered answered ? answered.attempts() : 1;
            return RobotsTxt.unreadable(FailureCause.ROBOTS_UNAVAILABLE, detail, answer.status(), attempts);
        }
        // Without a failure, the IP address is private, so no further requests are sent there.
        return failed == null
                ? RobotsTxt.NONE
                : RobotsTxt.unreadable(failed.cause(), failed.detail(), 0, failed.attempts());
    }

    /** Sends a request until it is done or redirected; null if the run has ended before. */
    private @Nullable Visited visit(ScheduledRequest request, IntPredicate accepts) throws IOException {
        queue.frontier().add(request);
        while (!stopCondition.isDue()) {
            ScheduledRequest due = queue.frontier().next();
            if (due != null) {
                queue.workDispatcher().send(due);
            }
            WorkResult result = await();
            if (result instanceof WorkResult.Answered answered) {
                queue.frontier().done(request);
                Response response = answered.read().response();
                ResponseDecision.OfRequest next = queue.requestRepeater()
                        .after(request, request.address(), ResponseRules.Side.START, response, accepts);
                if (next != null) {
                    return new Visited(next, response);
                }
            } else if (result instanceof WorkResult.Failure failure) {
                throw new IOException("cannot read " + failure.what() + ": " + failure.cause(), failure.cause());
            }
        }
        return null;
    }

    private @Nullable WorkResult await() {
        try {
            long wait = Math.min(queue.frontier().timeToNext().toNanos(), stopCondition.nanosLeft());
            return queue.workDispatcher().await(Math.max(1, wait));
        } catch (InterruptedException stop) {
            stopCondition.interrupt();
            return null;
        }
    }

    /** Returns the request that follows a redirect; null if there is none, or if it leads to where the chain has been. */
    private static @Nullable ScheduledRequest redirected(ScheduledRequest request, Visited visited) {
        if (!(visited.next() instanceof ResponseDecision.Follow hop
                && hop.to().isHttp()
                && visited.response() instanceof Response.Answer answer)) {
            return null;
        }
        RedirectTrail.Step step =
                request.trail().follow(request.address(), request.cookies, answer.cookies(), hop.to());
        if (step.isLoop()) {
            return null;
        }
        if (step.isSame()) {
            request.cookies = step.cookies();
            return request;
        }
        ScheduledRequest next = new ScheduledRequest(hop.to().withoutFragment(), request.requestMode);
        next.continueFrom(request, step.cookies());
        return next;
    }
}
