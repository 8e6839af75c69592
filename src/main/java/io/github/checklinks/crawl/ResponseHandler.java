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
import io.github.checklinks.facts.FactsBuilder;
import io.github.checklinks.facts.PageResult;
import io.github.checklinks.facts.TargetKind;
import io.github.checklinks.facts.UnreadAnswers;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.url.WebUrl;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Handles responses: records outcomes and pages, follows redirects, and repeats requests. Confined to the thread of the crawl. */
final class ResponseHandler {

    private final CrawlPlan plan;
    private final CrawlContext crawlContext;
    private final Frontier frontier;
    private final VisitPlanner visitPlanner;
    private final FactsBuilder facts;
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

    /** Records the response to a request. */
    void record(WorkResult.Answered result) throws IOException {
        ScheduledRequest scheduledRequest = result.scheduledRequest();
        Response response = result.read().response();
        RequestMode mode = scheduledRequest.requestMode;
        hosts.onResponse(scheduledRequest, response, isExternal(scheduledRequest));
        if (response instanceof Response.Answer && scheduledRequest.host.equals(crawlContext.siteHost())) {
            hosts.onSiteAnswered();
        }
        if (scheduledRequest.isNetworkProbe) {
            visitPlanner.onDone(scheduledRequest, false);
            return;
        }
        if (cachedAnswers.confirms(scheduledRequest, response)) {
            updateBreaker(scheduledRequest, response);
            visitPlanner.onDone(scheduledRequest, false);
            return;
        }
        ResponseDecision decision = ResponseDecision.after(
                scheduledRequest, response, plan.politeness(), crawlContext.accepts(scheduledRequest.target));
        if (decision instanceof ResponseDecision.Refused refused) {
            refuse(scheduledRequest, refused);
            return;
        }
        updateBreaker(scheduledRequest, response);
        if (decision instanceof ResponseDecision.Retry retry) {
            frontier.again(scheduledRequest, retry.pause());
        } else if (decision instanceof ResponseDecision.Hop hop) {
            recordHop(scheduledRequest, hop, (Response.Answer) response);
        } else if (decision instanceof ResponseDecision.Done done) {
            recordOutcome(result, mode, done.outcome());
        }
        if (hosts.skipsExternalHosts()) {
            frontier.closeExternalHosts();
        }
    }

    private boolean isExternal(ScheduledRequest scheduledRequest) {
        return crawlContext.targets().kind(scheduledRequest.target) == TargetKind.PROBE;
    }

    private boolean isOfSite(ScheduledRequest scheduledRequest) {
        return scheduledRequest.host.equals(crawlContext.siteHost());
    }

    private void refuse(ScheduledRequest scheduledRequest, ResponseDecision.Refused refused) {
        if (hostCircuitBreaker.onRefusal(scheduledRequest, refused.pause(), System.nanoTime())) {
            frontier.pause(scheduledRequest.host, refused.pause());
            if (refused.again()) {
                // Queued last, because the host may accept another URL.
                frontier.add(scheduledRequest);
                return;
            }
        } else {
            String detail = refused.otherwise() instanceof Outcome.Failed failed
                    ? failed.detail()
                    : scheduledRequest.lastStatus + " each time";
            giveUp(
                    scheduledRequest,
                    new HostCircuitBreaker.End(FailureCause.RATE_LIMITED, detail, scheduledRequest.failedTemporarily));
        }
        end(scheduledRequest, refused.otherwise());
    }

    private void updateBreaker(ScheduledRequest scheduledRequest, Response response) {
        if (response instanceof Response.Answer) {
            hostCircuitBreaker.onAnswer(scheduledRequest.host);
        } else if (response instanceof Response.None none
                && isNoResponse(none.cause())
                && hostCircuitBreaker.onNoAnswer(scheduledRequest.host)) {
            giveUp(scheduledRequest, new HostCircuitBreaker.End(none.cause(), none.detail(), true));
        }
    }

    private static boolean isNoResponse(FailureCause cause) {
        return cause == FailureCause.UNKNOWN_HOST
                || cause == FailureCause.TIMED_OUT
                || cause == FailureCause.UNREACHABLE;
    }

    private void giveUp(ScheduledRequest scheduledRequest, HostCircuitBreaker.End end) {
        if (hostCircuitBreaker.giveUp(scheduledRequest.host, end)) {
            frontier.close(scheduledRequest.host);
        }
    }

    /** Ends the queued requests to closed hosts. */
    void endRequestsToClosedHosts() {
        for (ScheduledRequest scheduledRequest = frontier.pollClosed();
                scheduledRequest != null;
                scheduledRequest = frontier.pollClosed()) {
            if (scheduledRequest.inFinalPass && facts.outcome(scheduledRequest.target) != null) {
                visitPlanner.onDone(scheduledRequest, false);
                continue;
            }
            HostCircuitBreaker.End end = hostCircuitBreaker.end(scheduledRequest.host);
            if (end == null) {
                end = new HostCircuitBreaker.End(FailureCause.UNREACHABLE, "no external host could be reached", true);
            }
            scheduledRequest.failedTemporarily = end.temporary();
            boolean sent = scheduledRequest.sentAt != 0;
            String detail = end.detail() + (sent ? "" : "; not asked for this address");
            int attempts = sent ? Math.max(1, scheduledRequest.attempts - 1) : 0;
            end(scheduledRequest, new Outcome.Failed(end.cause(), detail, null, scheduledRequest.lastStatus, attempts));
        }
    }

    /**
     * Queues the final retries, now that nothing else is left. Returns whether there are any requests to send. If no external host has
     * responded so far, cached hosts are probed first to find out whether the network is available.
     */
    boolean startFinalRetry(WorkDispatcher workDispatcher) {
        if (!finalRetry.isStarted() && hosts.isNothingReached()) {
            if (probeCachedHosts()) {
                return true;
            } else if (hosts.isWithoutNetwork()) {
                finalRetry.retain(this::isOfSite);
            }
        }
        List<ScheduledRequest> retries = finalRetry.start(this::isOfSite);
        if (!retries.isEmpty()) {
            workDispatcher.forgetNames();
            network.forgetNames();
            hostCircuitBreaker.enterFinalPass();
            frontier.reopenAll();
            retries.forEach(visitPlanner::again);
        }
        return !retries.isEmpty();
    }

    private boolean probeCachedHosts() {
        List<ScheduledRequest> probes = network.probes();
        if (!probes.isEmpty()) {
            frontier.reopenAll();
            probes.forEach(frontier::add);
        }
        return !probes.isEmpty();
    }

    /** Returns whether all requests in flight are retries or probes. */
    boolean isFinalRetry() {
        return finalRetry.isStarted() || network.hasProbed();
    }

    private void recordHop(ScheduledRequest scheduledRequest, ResponseDecision.Hop hop, Response.Answer answer) {
        WebUrl from = crawlContext.url(scheduledRequest.target);
        if (!(from.resolve(hop.location()) instanceof WebUrl to) || !HandedOff.mayFollow(to)) {
            String detail = hop.status() + " to \"" + hop.location() + "\", which no browser follows";
            end(
                    scheduledRequest,
                    new Outcome.Failed(
                            FailureCause.REDIRECT_NOT_FOLLOWED, detail, null, hop.status(), scheduledRequest.attempts));
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

    /** Requests a target again in the same chain of redirects, with the cookies that were set along it. */
    private void repeat(int target, ScheduledRequest from, String cookies) {
        facts.setOutcome(target, null);
        RequestMode requestMode = visitPlanner.needsAnchors(target) ? RequestMode.CONTENT : from.requestMode;
        ScheduledRequest scheduledRequest = new ScheduledRequest(target, crawlContext.host(target), requestMode);
        scheduledRequest.depth = from.depth;
        scheduledRequest.readsLinks = from.readsLinks
                && (visitPlanner.isStart(target) || crawlContext.targets().kind(target) == TargetKind.FOLLOW);
        scheduledRequest.inFinalPass = from.inFinalPass;
        scheduledRequest.continueFrom(from, cookies);
        frontier.add(scheduledRequest);
    }

    private void end(ScheduledRequest scheduledRequest, Outcome outcome) {
        facts.setOutcome(scheduledRequest.target, outcome);
        visitPlanner.onDone(scheduledRequest, false);
        if (isOfSite(scheduledRequest)) {
            finalRetry.addOfSite(scheduledRequest, outcome);
        } else if (isExternal(scheduledRequest)) {
            finalRetry.add(scheduledRequest, outcome);
        }
    }

    private void recordOutcome(WorkResult.Answered result, RequestMode mode, Outcome outcome) throws IOException {
        ScheduledRequest scheduledRequest = result.scheduledRequest();
        if (mode != RequestMode.CONTENT
                && outcome instanceof Outcome.Answered
                && needsContent(scheduledRequest, result.read().response())) {
            visitPlanner.addContent(scheduledRequest);
            return;
        }
        PageResult page = result.read().page();
        DocumentType documentType = result.read().documentType();
        if (page == null || documentType == null) {
            if (mode == RequestMode.CONTENT && result.read().response() instanceof Response.Answer answer) {
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
            visitPlanner.onDone(scheduledRequest, documentType.isPage());
            recordPage(result, page, documentType);
        }
        if (result.read().response() instanceof Response.Answer answer && answer.cut()) {
            String detail = "the page was truncated at maxBodySize, so not all of its links were read";
            facts.setOutcome(
                    scheduledRequest.target,
                    new Outcome.Failed(
                            FailureCause.TRUNCATED, detail, null, answer.status(), scheduledRequest.attempts));
        }
    }

    /** Returns whether a response without body is one whose body is needed. */
    private boolean needsContent(ScheduledRequest scheduledRequest, Response response) {
        if (!(response instanceof Response.Answer answer)
                || !crawlContext.accepts(scheduledRequest.target).test(answer.status())) {
            return false;
        }
        WebUrl url = crawlContext.url(scheduledRequest.target);
        return visitPlanner.needsAnchors(scheduledRequest.target)
                        && PageReaderPool.mayBeRead(answer, url, documentType -> true)
                || scheduledRequest.readsLinks
                        && PageReaderPool.mayBeRead(
                                answer,
                                url,
                                documentType ->
                                        visitPlanner.opened().readsLinks(scheduledRequest.target, documentType));
    }

    private void recordPage(WorkResult.Answered result, PageResult page, DocumentType documentType) throws IOException {
        ScheduledRequest scheduledRequest = result.scheduledRequest();
        WebUrl url = crawlContext.url(scheduledRequest.target);
        boolean withLinks =
                scheduledRequest.readsLinks && visitPlanner.opened().readsLinks(scheduledRequest.target, documentType);
        visitPlanner.opened().setUnread(scheduledRequest.target, scheduledRequest.readsLinks && !withLinks);
        boolean judged = withLinks
                && crawlContext.targets().kind(scheduledRequest.target) == TargetKind.FOLLOW
                && plan.reading().acceptsPage(crawlContext.pageName(url));
        boolean isNew = true;
        if (scheduledRequest.readsLinks) {
            isNew = indexPages.add(
                    scheduledRequest.target, url, page, result.read().bodyHash(), documentType, judged);
        } else {
            facts.setPageOfTarget(
                    scheduledRequest.target, facts.addPage(scheduledRequest.target, page, documentType, judged));
        }
        // The start and the seeds are read to find pages even if their own links are not checked.
        if (isNew && withLinks && (judged || visitPlanner.isStart(scheduledRequest.target))) {
            sitemaps.follow(scheduledRequest, page, documentType, judged);
        }
    }
}
