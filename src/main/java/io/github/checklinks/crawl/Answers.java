// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Rule;
import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.url.WebUrl;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** What follows from the answers of servers: an outcome, a page, a hop, or one more request. For the crawl's own thread. */
final class Answers {

    private final CrawlPlan plan;
    private final Ground ground;
    private final Frontier frontier;
    private final Itinerary itinerary;
    private final Facts facts;
    private final HostNotes hosts;
    private final Recall recall;
    private final NetworkCheck network;
    private final Patience patience;
    private final SecondPass secondPass;
    private final IndexPages indexPages;
    private final Sitemaps sitemaps;
    private final Unread unread;

    Answers(
            CrawlPlan plan,
            Ground ground,
            Frontier frontier,
            Itinerary itinerary,
            HostNotes hosts,
            Recall recall,
            NetworkCheck network) {
        this.plan = plan;
        this.ground = ground;
        this.frontier = frontier;
        this.itinerary = itinerary;
        this.facts = ground.facts();
        this.hosts = hosts;
        this.recall = recall;
        this.network = network;
        this.patience = new Patience(plan.politeness(), ground.siteHost());
        this.secondPass = new SecondPass(plan.politeness());
        this.indexPages = new IndexPages(ground);
        this.sitemaps = new Sitemaps(itinerary, facts);
        this.unread = facts.unread();
    }

    /** Records what came of a visit. */
    void record(Arrival.Answered arrival) throws IOException {
        Visit visit = arrival.visit();
        Response response = arrival.read().response();
        RequestMode asked = visit.requestMode;
        hosts.note(visit, response, isForeign(visit));
        if (response instanceof Response.Answer && visit.host.equals(ground.siteHost())) {
            hosts.siteAnswered();
        }
        if (visit.witness) {
            itinerary.ends(visit, false);
            return;
        }
        if (recall.confirms(visit, response)) {
            hear(visit, response);
            itinerary.ends(visit, false);
            return;
        }
        NextStep step = NextStep.after(visit, response, plan.politeness(), ground.accepts(visit.target));
        if (step instanceof NextStep.Refused refused) {
            refuse(visit, refused);
            return;
        }
        hear(visit, response);
        if (step instanceof NextStep.Again again) {
            frontier.again(visit, again.pause());
        } else if (step instanceof NextStep.Hop hop) {
            recordHop(visit, hop, (Response.Answer) response);
        } else if (step instanceof NextStep.Done done) {
            recordOutcome(arrival, asked, done.outcome());
        }
        if (hosts.isHopeless()) {
            frontier.turnAwayForeigners();
        }
    }

    private boolean isForeign(Visit visit) {
        return ground.targets().reach(visit.target) == Reach.PROBE;
    }

    private boolean isOfSite(Visit visit) {
        return visit.host.equals(ground.siteHost());
    }

    private void refuse(Visit visit, NextStep.Refused refused) {
        if (patience.hearRefusal(visit, refused.pause(), System.nanoTime())) {
            frontier.rest(visit.host, refused.pause());
            if (refused.again()) {
                // Behind the others, one of which may be welcome.
                frontier.add(visit);
                return;
            }
        } else {
            String told = refused.otherwise() instanceof Outcome.Failed failed
                    ? failed.detail()
                    : visit.lastStatus + " each time";
            giveUp(visit, new Patience.End(Rule.BLOCKED, told, visit.passing));
        }
        end(visit, refused.otherwise());
    }

    private void hear(Visit visit, Response response) {
        if (response instanceof Response.Answer) {
            patience.hearAnswer(visit.host);
        } else if (response instanceof Response.None none
                && isSilence(none.rule())
                && patience.hearNothing(visit.host)) {
            giveUp(visit, new Patience.End(none.rule(), none.detail(), true));
        }
    }

    private static boolean isSilence(Rule rule) {
        return rule == Rule.UNKNOWN_HOST || rule == Rule.TIMED_OUT || rule == Rule.UNREACHABLE;
    }

    private void giveUp(Visit visit, Patience.End end) {
        if (patience.giveUp(visit.host, end)) {
            frontier.turnAway(visit.host);
        }
    }

    /** Ends the visits that wait for hosts which are asked no more. */
    void endTurnedAway() {
        for (Visit visit = frontier.turnedAway(); visit != null; visit = frontier.turnedAway()) {
            if (visit.late && facts.outcome(visit.target) != null) {
                itinerary.ends(visit, false);
                continue;
            }
            Patience.End end = patience.end(visit.host);
            if (end == null) {
                end = new Patience.End(Rule.UNREACHABLE, "not one external host could be reached", true);
            }
            visit.passing = end.passing();
            boolean asked = visit.departed != 0;
            String detail = end.detail() + (asked ? "" : "; not asked for this address");
            int attempts = asked ? Math.max(1, visit.attempts - 1) : 0;
            end(visit, new Outcome.Failed(end.rule(), detail, null, visit.lastStatus, attempts));
        }
    }

    /**
     * Queues what is to be visited once more, now that nothing else is left. Returns whether there is anything. When nothing answered
     * so far, hosts of the cache are asked first, whether the network is there.
     */
    boolean beginSecondPass(Departures departures) {
        if (!secondPass.isBegun() && hosts.isNothingReached()) {
            if (callWitnesses()) {
                return true;
            } else if (hosts.isWithoutNetwork()) {
                secondPass.keep(this::isOfSite);
            }
        }
        List<Visit> visits = secondPass.begin(this::isOfSite);
        if (!visits.isEmpty()) {
            departures.forgetNames();
            network.forgetNames();
            patience.beBrief();
            frontier.welcomeAll();
            visits.forEach(itinerary::again);
        }
        return !visits.isEmpty();
    }

    private boolean callWitnesses() {
        List<Visit> witnesses = network.witnesses();
        if (!witnesses.isEmpty()) {
            frontier.welcomeAll();
            witnesses.forEach(frontier::add);
        }
        return !witnesses.isEmpty();
    }

    /** Whether all that is under way now was asked before, or asks something else. */
    boolean isSecondPass() {
        return secondPass.isBegun() || network.hasCalled();
    }

    private void recordHop(Visit visit, NextStep.Hop hop, Response.Answer answer) {
        WebUrl from = ground.url(visit.target);
        if (!(from.resolve(hop.location()) instanceof WebUrl to) || !HandedOff.mayFollow(to)) {
            String detail = hop.status() + " to \"" + hop.location() + "\", which no browser follows";
            end(visit, new Outcome.Failed(Rule.REDIRECT_LOOP, detail, null, hop.status(), visit.attempts));
            return;
        }
        Trail trail = visit.trail == null ? new Trail() : visit.trail;
        visit.trail = trail;
        trail.pass(visit.target, visit.cookies);
        trail.cookies().keep(from.origin(), answer.cookies());
        int target = ground.resolving().number(to.withoutFragment());
        String header = trail.cookies().header(to.origin());
        boolean repeats = trail.repeats(target, header);
        if (repeats && target == visit.target) {
            visit.cookies = header;
            frontier.again(visit, Duration.ZERO);
            return;
        }
        end(visit, new Outcome.Redirected(hop.status(), target, to.fragment(), visit.attempts));
        if (repeats) {
            repeat(target, visit, header);
        } else {
            itinerary.addHop(visit, target, header);
        }
    }

    /** Visits a target once more, on the same trail, with a cookie that it was given there. */
    private void repeat(int target, Visit from, String cookies) {
        facts.setOutcome(target, null);
        RequestMode requestMode = itinerary.wantsAnchors(target) ? RequestMode.CONTENT : from.requestMode;
        Visit visit = new Visit(target, ground.host(target), requestMode);
        visit.depth = from.depth;
        visit.readsLinks = from.readsLinks
                && (itinerary.isStart(target) || ground.targets().reach(target) == Reach.FOLLOW);
        visit.late = from.late;
        visit.goOn(from, cookies);
        frontier.add(visit);
    }

    private void end(Visit visit, Outcome outcome) {
        facts.setOutcome(visit.target, outcome);
        itinerary.ends(visit, false);
        if (isOfSite(visit)) {
            secondPass.noteOfSite(visit, outcome);
        } else if (isForeign(visit)) {
            secondPass.note(visit, outcome);
        }
    }

    private void recordOutcome(Arrival.Answered arrival, RequestMode asked, Outcome outcome) throws IOException {
        Visit visit = arrival.visit();
        if (asked != RequestMode.CONTENT && outcome instanceof Outcome.Answered && hasMore(visit, arrival.read().response())) {
            itinerary.addContent(visit);
            return;
        }
        PageFacts page = arrival.read().page();
        DocumentType documentType = arrival.read().documentType();
        if (page == null || documentType == null) {
            if (asked == RequestMode.CONTENT && arrival.read().response() instanceof Response.Answer answer) {
                unread.note(visit.target, visit.readsLinks, ground.url(visit.target), answer, itinerary.isStart(visit.target));
            }
            end(visit, outcome);
        } else {
            facts.setOutcome(visit.target, outcome);
            itinerary.ends(visit, documentType.isPage());
            recordPage(arrival, page, documentType);
        }
        if (arrival.read().response() instanceof Response.Answer answer && answer.cut()) {
            String detail = "the page was cut at maxBodySize, so not all its links were read";
            facts.setOutcome(
                    visit.target, new Outcome.Failed(Rule.TOO_LARGE, detail, null, answer.status(), visit.attempts));
        }
    }

    /** Whether an answer without its content is one whose content is needed. */
    private boolean hasMore(Visit visit, Response response) {
        if (!(response instanceof Response.Answer answer)
                || !ground.accepts(visit.target).test(answer.status())) {
            return false;
        }
        WebUrl url = ground.url(visit.target);
        return itinerary.wantsAnchors(visit.target) && Readers.mayBeRead(answer, url, documentType -> true)
                || visit.readsLinks
                        && Readers.mayBeRead(
                                answer, url, documentType -> itinerary.opened().readsLinks(visit.target, documentType));
    }

    private void recordPage(Arrival.Answered arrival, PageFacts page, DocumentType documentType) throws IOException {
        Visit visit = arrival.visit();
        WebUrl url = ground.url(visit.target);
        boolean withLinks = visit.readsLinks && itinerary.opened().readsLinks(visit.target, documentType);
        itinerary.opened().setUnread(visit.target, visit.readsLinks && !withLinks);
        boolean judged = withLinks
                && ground.targets().reach(visit.target) == Reach.FOLLOW
                && plan.pages().accepts(ground.pageName(url));
        boolean fresh = true;
        if (visit.readsLinks) {
            fresh = indexPages.add(visit.target, url, page, arrival.read().bodyHash(), documentType, judged);
        } else {
            facts.setPageOfTarget(visit.target, facts.addPage(visit.target, page, documentType, judged));
        }
        // The start and the seeds are read to find pages even when their own links are nobody's business.
        if (fresh && withLinks && (judged || itinerary.isStart(visit.target))) {
            sitemaps.follow(visit, page, documentType, judged);
        }
    }
}
