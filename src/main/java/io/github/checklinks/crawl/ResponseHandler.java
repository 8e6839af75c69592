// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.page.PageReaderPool;
import io.github.checklinks.crawl.schedule.FinalRetry;
import io.github.checklinks.crawl.schedule.Frontier;
import io.github.checklinks.crawl.schedule.HostCircuitBreaker;
import io.github.checklinks.crawl.schedule.HostHealth;
import io.github.checklinks.crawl.schedule.RedirectTrail;
import io.github.checklinks.crawl.schedule.RequestRepeater;
import io.github.checklinks.crawl.schedule.ResponseDecision;
import io.github.checklinks.crawl.schedule.ResponseRules;
import io.github.checklinks.crawl.schedule.ScheduledRequest;
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
import java.util.List;

/** Handles responses: records outcomes and pages, follows redirects, and repeats requests. Confined to the thread of the crawl. */
final class ResponseHandler {

    /** Why requests to external hosts end if none of these hosts is reached. */
    private static final ResponseDecision.GiveUp NO_NETWORK =
            new ResponseDecision.GiveUp(FailureCause.UNREACHABLE, "no external host could be reached", true);

    private final CrawlPlan plan;
    private final CrawlContext crawlContext;
    private final Frontier frontier;
    private final VisitPlanner visitPlanner;
    private final FactsBuilder facts;
    private final HostHealth hosts;
    private final CachedAnswers cachedAnswers;
    private final NetworkCheck network;
    private final SoftNotFound softNotFound;
    private final HostCircuitBreaker hostCircuitBreaker;
    private final RequestRepeater requestRepeater;
    private final FinalRetry finalRetry;
    private final IndexPages indexPages;
    private final Sitemaps sitemaps;
    private final UnreadAnswers unreadAnswers;

    ResponseHandler(
            CrawlPlan plan,
            CrawlContext crawlContext,
            RequestQueue queue,
            VisitPlanner visitPlanner,
            HostHealth hosts,
            CachedAnswers cachedAnswers,
            NetworkCheck network,
            SoftNotFound softNotFound) {
        this.plan = plan;
        this.crawlContext = crawlContext;
        this.frontier = queue.frontier();
        this.visitPlanner = visitPlanner;
        this.facts = crawlContext.facts();
        this.hosts = hosts;
        this.cachedAnswers = cachedAnswers;
        this.network = network;
        this.softNotFound = softNotFound;
        this.hostCircuitBreaker = queue.hostCircuitBreaker();
        this.requestRepeater = queue.requestRepeater();
        this.finalRetry = new FinalRetry();
        this.indexPages = new IndexPages(crawlContext);
        this.sitemaps = new Sitemaps(visitPlanner, facts);
        this.unreadAnswers = facts.unread();
    }

    /** Records the response to a request. */
    void record(WorkResult.Answered result) throws IOException {
        ScheduledRequest scheduledRequest = result.scheduledRequest();
        Response response = result.read().response();
        if (!scheduledRequest.isForTarget()) {
            softNotFound.record(scheduledRequest, response);
            return;
        }
        hosts.onResponse(scheduledRequest, response, isExternal(scheduledRequest));
        if (response instanceof Response.Answer && scheduledRequest.host.equals(crawlContext.siteHost())) {
            hosts.onSiteAnswered();
        }
        if (scheduledRequest.isNetworkProbe) {
            visitPlanner.onDone(scheduledRequest, false);
            return;
        }
        if (cachedAnswers.confirms(scheduledRequest, response)) {
            requestRepeater.onAnswer(scheduledRequest.host);
            visitPlanner.onDone(scheduledRequest, false);
            return;
        }
        ResponseDecision.OfRequest next = requestRepeater.after(
                scheduledRequest,
                crawlContext.url(scheduledRequest.target),
                side(scheduledRequest),
                response,
                crawlContext.accepts(scheduledRequest.target));
        if (next instanceof ResponseDecision.Follow hop) {
            recordHop(scheduledRequest, hop, (Response.Answer) response);
        } else if (next instanceof ResponseDecision.Done done) {
            recordOutcome(result, done);
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

    private ResponseRules.Side side(ScheduledRequest scheduledRequest) {
        return isOfSite(scheduledRequest)
                ? ResponseRules.Side.SITE
                : isExternal(scheduledRequest) ? ResponseRules.Side.EXTERNAL : ResponseRules.Side.OTHER;
    }

    /** Ends the queued requests to closed hosts. */
    void endRequestsToClosedHosts() {
        for (ScheduledRequest scheduledRequest = frontier.pollClosed();
                scheduledRequest != null;
                scheduledRequest = frontier.pollClosed()) {
            if (!scheduledRequest.isForTarget()) {
                softNotFound.end();
                continue;
            }
            if (scheduledRequest.inFinalPass && facts.outcome(scheduledRequest.target) != null) {
                visitPlanner.onDone(scheduledRequest, false);
                continue;
            }
            end(scheduledRequest, requestRepeater.afterClosing(scheduledRequest, side(scheduledRequest), NO_NETWORK));
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

    private void recordHop(ScheduledRequest scheduledRequest, ResponseDecision.Follow hop, Response.Answer answer) {
        WebUrl from = crawlContext.url(scheduledRequest.target);
        WebUrl to = hop.to();
        RedirectTrail.Step step = scheduledRequest.trail().follow(from, scheduledRequest.cookies, answer.cookies(), to);
        int target = crawlContext.resolving().number(to.withoutFragment());
        String header = step.cookies();
        boolean repeats = step.repeats();
        if (repeats && target == scheduledRequest.target) {
            requestRepeater.repeatWithCookies(scheduledRequest, header);
            return;
        }
        Outcome outcome = new Outcome.Redirected(hop.status(), target, to.fragment(), scheduledRequest.attempts);
        end(scheduledRequest, new ResponseDecision.Done(outcome, false));
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

    private void end(ScheduledRequest scheduledRequest, ResponseDecision.Done done) {
        facts.setOutcome(scheduledRequest.target, done.outcome());
        visitPlanner.onDone(scheduledRequest, false);
        if (done.later()) {
            finalRetry.add(scheduledRequest);
        }
    }

    private void recordOutcome(WorkResult.Answered result, ResponseDecision.Done done) throws IOException {
        Outcome outcome = done.outcome();
        ScheduledRequest scheduledRequest = result.scheduledRequest();
        if (scheduledRequest.requestMode != RequestMode.CONTENT
                && outcome instanceof Outcome.Answered
                && needsContent(scheduledRequest, result.read().response())) {
            visitPlanner.addContent(scheduledRequest);
            return;
        }
        PageResult page = result.read().page();
        DocumentType documentType = result.read().documentType();
        if (page == null || documentType == null) {
            if (scheduledRequest.requestMode == RequestMode.CONTENT
                    && result.read().response() instanceof Response.Answer answer) {
                unreadAnswers.note(
                        scheduledRequest.target,
                        scheduledRequest.readsLinks,
                        crawlContext.url(scheduledRequest.target),
                        answer,
                        visitPlanner.isStart(scheduledRequest.target));
            }
            end(scheduledRequest, done);
        } else {
            facts.setOutcome(scheduledRequest.target, outcome);
            visitPlanner.onDone(scheduledRequest, documentType.isPage());
            recordPage(result, page, documentType);
        }
        if (result.read().response() instanceof Response.Answer answer && answer.cut()) {
            String detail = "the page was truncated at maxBodySize, so not all of its links were read";
            facts.setOutcome(
                    scheduledRequest.target,
                    new Outcome.Failed(FailureCause.TRUNCATED, detail, answer.status(), scheduledRequest.attempts));
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
