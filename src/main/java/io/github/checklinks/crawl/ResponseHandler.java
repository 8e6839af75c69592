// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.page.PageReaderPool;
import io.github.checklinks.crawl.schedule.FinalRetry;
import io.github.checklinks.crawl.schedule.Frontier;
import io.github.checklinks.crawl.schedule.HostCircuitBreaker;
import io.github.checklinks.crawl.schedule.HostHealth;
import io.github.checklinks.crawl.schedule.RedirectTrail;
import io.github.checklinks.crawl.schedule.ResponseDecision;
import io.github.checklinks.crawl.schedule.ScheduledRequest;
import io.github.checklinks.crawl.target.HandedOff;
import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.PageResult;
import io.github.checklinks.facts.TargetKind;
import io.github.checklinks.facts.UnreadAnswers;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Rule;
import io.github.checklinks.url.WebUrl;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** What follows from the answers of servers: an outcome, a page, a hop, or one more request. For the crawl's own thread. */
final class ResponseHandler {

    private final CrawlPlan plan;
    private final CrawlContext crawlContext;
    private final Frontier frontier;
    private final VisitPlanner visitPlanner;
    private final Facts facts;
    private final HostHealth hosts;
    private final CachedAnswers cachedAnswers;
    private final NetworkCheck network;
    private final HostCircuitBreaker hostCircuitBreaker;
    private final FinalRetry finalRetry;
    private final IndexPages indexPages;
    private final Sitemaps sitemaps;
    private final UnreadAnswers unreadAnswers;

    ResponseHandler(
            CrawlPlan plan,
            CrawlContext crawlContext,
            Frontier frontier,
            VisitPlanner visitPlanner,
            HostHealth hosts,
            CachedAnswers cachedAnswers,
            NetworkCheck network) {
        this.plan = plan;
        this.crawlContext = crawlContext;
        this.frontier = frontier;
        this.visitPlanner = visitPlanner;
        this.facts = crawlContext.facts();
        this.hosts = hosts;
        this.cachedAnswers = cachedAnswers;
        this.network = network;
        this.hostCircuitBreaker = new HostCircuitBreaker(plan.politeness(), crawlContext.siteHost());
        this.finalRetry = new FinalRetry(plan.politeness());
        this.indexPages = new IndexPages(crawlContext);
        this.sitemaps = new Sitemaps(visitPlanner, facts);
        this.unreadAnswers = facts.unread();
    }

    /** Records what came of a visit. */
    void record(WorkResult.Answered arrival) throws IOException {
        ScheduledRequest scheduledRequest = arrival.scheduledRequest();
        Response response = arrival.read().response();
        RequestMode asked = scheduledRequest.requestMode;
        hosts.onResponse(scheduledRequest, response, isForeign(scheduledRequest));
        if (response instanceof Response.Answer && scheduledRequest.host.equals(crawlContext.siteHost())) {
            hosts.onSiteAnswered();
        }
        if (scheduledRequest.isNetworkProbe) {
            visitPlanner.ends(scheduledRequest, false);
            return;
        }
        if (cachedAnswers.confirms(scheduledRequest, response)) {
            hear(scheduledRequest, response);
            visitPlanner.ends(scheduledRequest, false);
            return;
        }
        ResponseDecision step = ResponseDecision.after(
                scheduledRequest, response, plan.politeness(), crawlContext.accepts(scheduledRequest.target));
        if (step instanceof ResponseDecision.Refused refused) {
            refuse(scheduledRequest, refused);
            return;
        }
        hear(scheduledRequest, response);
        if (step instanceof ResponseDecision.Retry again) {
            frontier.again(scheduledRequest, again.pause());
        } else if (step instanceof ResponseDecision.Hop hop) {
            recordHop(scheduledRequest, hop, (Response.Answer) response);
        } else if (step instanceof ResponseDecision.Done done) {
            recordOutcome(arrival, asked, done.outcome());
        }
        if (hosts.skipsExternalHosts()) {
            frontier.closeExternalHosts();
        }
    }

    private boolean isForeign(ScheduledRequest scheduledRequest) {
        return crawlContext.targets().reach(scheduledRequest.target) == TargetKind.PROBE;
    }

    private boolean isOfSite(ScheduledRequest scheduledRequest) {
        return scheduledRequest.host.equals(crawlContext.siteHost());
    }

    private void refuse(ScheduledRequest scheduledRequest, ResponseDecision.Refused refused) {
        if (hostCircuitBreaker.onRefusal(scheduledRequest, refused.pause(), System.nanoTime())) {
            frontier.pause(scheduledRequest.host, refused.pause());
            if (refused.again()) {
                // Behind the others, one of which may be welcome.
                frontier.add(scheduledRequest);
                return;
            }
        } else {
            String told = refused.otherwise() instanceof Outcome.Failed failed
                    ? failed.detail()
                    : scheduledRequest.lastStatus + " each time";
            giveUp(scheduledRequest, new HostCircuitBreaker.End(Rule.BLOCKED, told, scheduledRequest.passing));
        }
        end(scheduledRequest, refused.otherwise());
    }

    private void hear(ScheduledRequest scheduledRequest, Response response) {
        if (response instanceof Response.Answer) {
            hostCircuitBreaker.onAnswer(scheduledRequest.host);
        } else if (response instanceof Response.None none
                && isSilence(none.rule())
                && hostCircuitBreaker.onNoAnswer(scheduledRequest.host)) {
            giveUp(scheduledRequest, new HostCircuitBreaker.End(none.rule(), none.detail(), true));
        }
    }

    private static boolean isSilence(Rule rule) {
        return rule == Rule.UNKNOWN_HOST || rule == Rule.TIMED_OUT || rule == Rule.UNREACHABLE;
    }

    private void giveUp(ScheduledRequest scheduledRequest, HostCircuitBreaker.End end) {
        if (hostCircuitBreaker.giveUp(scheduledRequest.host, end)) {
            frontier.close(scheduledRequest.host);
        }
    }

    /** Ends the visits that wait for hosts which are asked no more. */
    void endTurnedAway() {
        for (ScheduledRequest scheduledRequest = frontier.pollClosed();
                scheduledRequest != null;
                scheduledRequest = frontier.pollClosed()) {
            if (scheduledRequest.late && facts.outcome(scheduledRequest.target) != null) {
                visitPlanner.ends(scheduledRequest, false);
                continue;
            }
            HostCircuitBreaker.End end = hostCircuitBreaker.end(scheduledRequest.host);
            if (end == null) {
                end = new HostCircuitBreaker.End(Rule.UNREACHABLE, "not one external host could be reached", true);
            }
            scheduledRequest.passing = end.passing();
            boolean asked = scheduledRequest.sentAt != 0;
            String detail = end.detail() + (asked ? "" : "; not asked for this address");
            int attempts = asked ? Math.max(1, scheduledRequest.attempts - 1) : 0;
            end(scheduledRequest, new Outcome.Failed(end.rule(), detail, null, scheduledRequest.lastStatus, attempts));
        }
    }

    /**
     * Queues what is to be visited once more, now that nothing else is left. Returns whether there is anything. When nothing answered
     * so far, hosts of the cache are asked first, whether the network is there.
     */
    boolean beginSecondPass(WorkDispatcher workDispatcher) {
        if (!finalRetry.isStarted() && hosts.isNothingReached()) {
            if (callWitnesses()) {
                return true;
            } else if (hosts.isWithoutNetwork()) {
                finalRetry.retain(this::isOfSite);
            }
        }
        List<ScheduledRequest> visits = finalRetry.start(this::isOfSite);
        if (!visits.isEmpty()) {
            workDispatcher.forgetNames();
            network.forgetNames();
            hostCircuitBreaker.enterFinalPass();
            frontier.reopenAll();
            visits.forEach(visitPlanner::again);
        }
        return !visits.isEmpty();
    }

    private boolean callWitnesses() {
        List<ScheduledRequest> witnesses = network.witnesses();
        if (!witnesses.isEmpty()) {
            frontier.reopenAll();
            witnesses.forEach(frontier::add);
        }
        return !witnesses.isEmpty();
    }

    /** Whether all that is under way now was asked before, or asks something else. */
    boolean isSecondPass() {
        return finalRetry.isStarted() || network.hasCalled();
    }

    private void recordHop(ScheduledRequest scheduledRequest, ResponseDecision.Hop hop, Response.Answer answer) {
        WebUrl from = crawlContext.url(scheduledRequest.target);
        if (!(from.resolve(hop.location()) instanceof WebUrl to) || !HandedOff.mayFollow(to)) {
            String detail = hop.status() + " to \"" + hop.location() + "\", which no browser follows";
            end(
                    scheduledRequest,
                    new Outcome.Failed(Rule.REDIRECT_LOOP, detail, null, hop.status(), scheduledRequest.attempts));
            return;
        }
        RedirectTrail redirectTrail =
                scheduledRequest.redirectTrail == null ? new RedirectTrail() : scheduledRequest.redirectTrail;
        scheduledRequest.redirectTrail = redirectTrail;
        redirectTrail.add(scheduledRequest.target, scheduledRequest.cookies);
        redirectTrail.cookies().keep(from.origin(), answer.cookies());
        int target = crawlContext.resolving().number(to.withoutFragment());
        String header = redirectTrail.cookies().header(to.origin());
        boolean repeats = redirectTrail.repeats(target, header);
        if (repeats && target == scheduledRequest.target) {
            scheduledRequest.cookies = header;
            frontier.again(scheduledRequest, Duration.ZERO);
            return;
        }
        end(scheduledRequest, new Outcome.Redirected(hop.status(), target, to.fragment(), scheduledRequest.attempts));
        if (repeats) {
            repeat(target, scheduledRequest, header);
        } else {
            visitPlanner.addHop(scheduledRequest, target, header);
        }
    }

    /** Visits a target once more, on the same trail, with a cookie that it was given there. */
    private void repeat(int target, ScheduledRequest from, String cookies) {
        facts.setOutcome(target, null);
        RequestMode requestMode = visitPlanner.wantsAnchors(target) ? RequestMode.CONTENT : from.requestMode;
        ScheduledRequest scheduledRequest = new ScheduledRequest(target, crawlContext.host(target), requestMode);
        scheduledRequest.depth = from.depth;
        scheduledRequest.readsLinks = from.readsLinks
                && (visitPlanner.isStart(target) || crawlContext.targets().reach(target) == TargetKind.FOLLOW);
        scheduledRequest.late = from.late;
        scheduledRequest.continueFrom(from, cookies);
        frontier.add(scheduledRequest);
    }

    private void end(ScheduledRequest scheduledRequest, Outcome outcome) {
        facts.setOutcome(scheduledRequest.target, outcome);
        visitPlanner.ends(scheduledRequest, false);
        if (isOfSite(scheduledRequest)) {
            finalRetry.addOfSite(scheduledRequest, outcome);
        } else if (isForeign(scheduledRequest)) {
            finalRetry.add(scheduledRequest, outcome);
        }
    }

    private void recordOutcome(WorkResult.Answered arrival, RequestMode asked, Outcome outcome) throws IOException {
        ScheduledRequest scheduledRequest = arrival.scheduledRequest();
        if (asked != RequestMode.CONTENT
                && outcome instanceof Outcome.Answered
                && hasMore(scheduledRequest, arrival.read().response())) {
            visitPlanner.addContent(scheduledRequest);
            return;
        }
        PageResult page = arrival.read().page();
        DocumentType documentType = arrival.read().documentType();
        if (page == null || documentType == null) {
            if (asked == RequestMode.CONTENT && arrival.read().response() instanceof Response.Answer answer) {
                unreadAnswers.note(
                        scheduledRequest.target,
                        scheduledRequest.readsLinks,
                        crawlContext.url(scheduledRequest.target),
                        answer,
                        visitPlanner.isStart(scheduledRequest.target));
            }
            end(scheduledRequest, outcome);
        } else {
            facts.setOutcome(scheduledRequest.target, outcome);
            visitPlanner.ends(scheduledRequest, documentType.isPage());
            recordPage(arrival, page, documentType);
        }
        if (arrival.read().response() instanceof Response.Answer answer && answer.cut()) {
            String detail = "the page was cut at maxBodySize, so not all its links were read";
            facts.setOutcome(
                    scheduledRequest.target,
                    new Outcome.Failed(Rule.TOO_LARGE, detail, null, answer.status(), scheduledRequest.attempts));
        }
    }

    /** Whether an answer without its content is one whose content is needed. */
    private boolean hasMore(ScheduledRequest scheduledRequest, Response response) {
        if (!(response instanceof Response.Answer answer)
                || !crawlContext.accepts(scheduledRequest.target).test(answer.status())) {
            return false;
        }
        WebUrl url = crawlContext.url(scheduledRequest.target);
        return visitPlanner.wantsAnchors(scheduledRequest.target)
                        && PageReaderPool.mayBeRead(answer, url, documentType -> true)
                || scheduledRequest.readsLinks
                        && PageReaderPool.mayBeRead(
                                answer,
                                url,
                                documentType ->
                                        visitPlanner.opened().readsLinks(scheduledRequest.target, documentType));
    }

    private void recordPage(WorkResult.Answered arrival, PageResult page, DocumentType documentType)
            throws IOException {
        ScheduledRequest scheduledRequest = arrival.scheduledRequest();
        WebUrl url = crawlContext.url(scheduledRequest.target);
        boolean withLinks =
                scheduledRequest.readsLinks && visitPlanner.opened().readsLinks(scheduledRequest.target, documentType);
        visitPlanner.opened().setUnread(scheduledRequest.target, scheduledRequest.readsLinks && !withLinks);
        boolean judged = withLinks
                && crawlContext.targets().reach(scheduledRequest.target) == TargetKind.FOLLOW
                && plan.pages().accepts(crawlContext.pageName(url));
        boolean fresh = true;
        if (scheduledRequest.readsLinks) {
            fresh = indexPages.add(
                    scheduledRequest.target, url, page, arrival.read().bodyHash(), documentType, judged);
        } else {
            facts.setPageOfTarget(
                    scheduledRequest.target, facts.addPage(scheduledRequest.target, page, documentType, judged));
        }
        // The start and the seeds are read to find pages even when their own links are nobody's business.
        if (fresh && withLinks && (judged || visitPlanner.isStart(scheduledRequest.target))) {
            sitemaps.follow(scheduledRequest, page, documentType, judged);
        }
    }
}
