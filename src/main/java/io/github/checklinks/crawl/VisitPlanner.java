// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.record.RecordedAnswers;
import io.github.checklinks.crawl.schedule.Frontier;
import io.github.checklinks.crawl.schedule.ScheduledRequest;
import io.github.checklinks.crawl.target.RequestModes;
import io.github.checklinks.crawl.target.TargetResolver;
import io.github.checklinks.facts.FactsBuilder;
import io.github.checklinks.facts.OpenedPictures;
import io.github.checklinks.facts.PageResult;
import io.github.checklinks.facts.RedirectChain;
import io.github.checklinks.facts.TargetKind;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.SkipReason;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Plans which files are read and which targets are requested, each once. Pages of a served site are queued here until {@code maxPages}
 * admits them. If {@code maxDepth} is set, they are read level by level, because otherwise the depth of a page would depend on the
 * order of responses. Not thread-safe.
 */
final class VisitPlanner {

    private final CrawlPlan plan;
    private final CrawlContext crawlContext;
    private final Frontier frontier;
    private final CachedAnswers cachedAnswers;
    private final RecordedAnswers recordedAnswers;
    private final FactsBuilder facts;
    private final FileQueue files = new FileQueue();
    private final BitSet scheduled = new BitSet();

    /** The files of a built site whose links are checked. */
    private final BitSet readForLinks = new BitSet();

    private final OpenedPictures openedPictures = new OpenedPictures();

    /** The start and the seeds, such as a sitemap above the site, and their redirect targets; they are read to find pages of the site. */
    private final BitSet starts = new BitSet();

    private final BitSet anchorsNeeded = new BitSet();
    private final BitSet contentRequested = new BitSet();
    private final Deque<ScheduledRequest> pages = new ArrayDeque<>();

    private final RedirectDepths redirectDepths = new RedirectDepths();

    /** The request whose redirect is being followed; null if none is. */
    private @Nullable ScheduledRequest redirectedFrom;

    /** The target of that redirect. Other requests that it leads to, such as for anchors, must not get its cookies. */
    private int redirectedTo = -1;

    private String redirectCookies = "";
    private int level;
    private int pagesInFlight;
    private int pagesRead;

    VisitPlanner(
            CrawlPlan plan,
            CrawlContext crawlContext,
            Frontier frontier,
            CachedAnswers cachedAnswers,
            RecordedAnswers recordedAnswers) {
        this.plan = plan;
        this.crawlContext = crawlContext;
        this.frontier = frontier;
        this.cachedAnswers = cachedAnswers;
        this.recordedAnswers = recordedAnswers;
        this.facts = crawlContext.facts();
    }

    FileQueue files() {
        return files;
    }

    /** Returns the files of a built site whose links are checked; images are added when they turn out to be opened as documents. */
    BitSet readForLinks() {
        return readForLinks;
    }

    /** Returns the targets that are opened as documents. */
    OpenedPictures opened() {
        return openedPictures;
    }

    /** Adds a start of the crawl unless it may not be requested or was already added. Returns whether it was added. */
    boolean addStart(int target) {
        if (scheduled.get(target) || !crawlContext.targets().mayStart(target)) {
            return false;
        }
        starts.set(target);
        openedPictures.add(target);
        schedule(target, 0, 0);
        return true;
    }

    /** Returns whether a target is read to find pages, regardless of whether its own links are checked. */
    boolean isStart(int target) {
        return starts.get(target);
    }

    /**
     * Returns the request of a start that was visited before the crawl.
     *
     * @param visit the request of that visit
     * @param redirects the number of redirects that lead to it
     */
    ScheduledRequest requestOfStart(int target, ScheduledRequest visit, int redirects) {
        redirectDepths.add(target, redirects, false);
        scheduled.set(target);
        starts.set(target);
        openedPictures.add(target);
        ScheduledRequest scheduledRequest = visit.withTarget(target);
        scheduledRequest.readsLinks = true;
        countAsPage(scheduledRequest);
        onSent(scheduledRequest);
        return scheduledRequest;
    }

    /** Marks a target as requested before the crawl. */
    void addVisited(int target) {
        scheduled.set(target);
    }

    /** Queues the links of a page. If its links are not checked, only links to further pages are queued. */
    void follow(PageResult page, int depth, boolean judged) {
        for (int target : page.opened) {
            open(target, depth);
        }
        for (int code : page.targets) {
            int target = PageResult.target(code);
            if (target >= 0 && (judged || crawlContext.targets().kind(target) == TargetKind.FOLLOW)) {
                if (judged && (code & PageResult.SETTLED) != 0) {
                    facts.setSettled(target);
                }
                add(target, depth, 0, (code & PageResult.WITH_FRAGMENT) != 0);
            }
        }
    }

    /**
     * Marks a target as opened as a document: if it is an image, its links are checked. If it was read or requested without them, that is
     * repeated.
     */
    private void open(int first, int depth) {
        RedirectChain chain = facts.chain(first);
        openOne(first, depth);
        if (chain != null) {
            chain.redirects().forEach(hop -> openOne(hop.to(), depth));
        }
    }

    private void openOne(int target, int depth) {
        if (openedPictures.add(target)) {
            TargetKind targetKind = crawlContext.targets().kind(target);
            if (targetKind == TargetKind.FILE) {
                openFile(crawlContext.targets().file(target));
            } else if (targetKind == TargetKind.FOLLOW && scheduled.get(target) && needsAnotherRequest(target)) {
                scheduled.clear(target);
                schedule(target, depth, redirectDepths.to(target));
            }
        }
    }

    private void openFile(int file) {
        String path = crawlContext.path(file);
        if (!readForLinks.get(file)
                && RequestModes.isPicture(path)
                && facts.roots().isOfSite(file)
                && plan.reading().acceptsPage(path)) {
            readForLinks.set(file);
            files.addAgain(file);
        }
    }

    private boolean needsAnotherRequest(int target) {
        boolean pictureWithoutContent = wasRequestedWithoutContent(target)
                && RequestModes.isPicture(crawlContext.url(target).path());
        return pictureWithoutContent || openedPictures.isUnread(target);
    }

    /**
     * Queues a target.
     *
     * @param depth the number of links from the start
     * @param hops the number of redirects that lead to the target
     * @param anchors whether a link names an anchor of the target
     */
    void add(int target, int depth, int hops, boolean anchors) {
        switch (crawlContext.targets().kind(target)) {
            case FILE -> {
                // A file whose links are not checked is read only if a link names an anchor of it.
                if (anchors && hasAnchors(target)) {
                    files.add(crawlContext.targets().file(target));
                }
            }
            case FOLLOW, PROBE -> {
                if (anchors) {
                    requireAnchors(target, depth);
                }
                schedule(target, depth, hops);
            }
            default -> {}
        }
    }

    /**
     * Marks a target and its redirect targets as needing anchors. If the final page was already requested without content, it is requested
     * again.
     */
    private void requireAnchors(int first, int depth) {
        RedirectChain chain = facts.chain(first);
        requireAnchorsOfOne(first, depth);
        if (chain != null) {
            chain.redirects().forEach(hop -> requireAnchorsOfOne(hop.to(), depth));
        }
    }

    private void requireAnchorsOfOne(int target, int depth) {
        if (isRequested(target) && !anchorsNeeded.get(target)) {
            anchorsNeeded.set(target);
            if (wasRequestedWithoutContent(target)) {
                scheduled.clear(target);
                schedule(target, depth, redirectDepths.to(target));
            }
        }
        if (crawlContext.targets().kind(target) == TargetKind.FILE && hasAnchors(target)) {
            files.add(crawlContext.targets().file(target));
        }
    }

    /** Returns whether fragments of links to a target are checked, so that its anchors are read. */
    private boolean hasAnchors(int target) {
        return (crawlContext.resolving().traits(target) & TargetResolver.HAS_ANCHORS) != 0;
    }

    private boolean isRequested(int target) {
        TargetKind targetKind = crawlContext.targets().kind(target);
        return targetKind == TargetKind.FOLLOW || targetKind == TargetKind.PROBE;
    }

    private boolean wasRequestedWithoutContent(int target) {
        return scheduled.get(target)
                && !contentRequested.get(target)
                && facts.outcome(target) instanceof Outcome.Answered answered
                && crawlContext.accepts(target).test(answered.status());
    }

    /**
     * Queues the target of a redirect unless there are too many redirects. If it was not requested yet, its request continues with the
     * elapsed time and the cookies of the redirected one; otherwise the existing request counts.
     */
    void addHop(ScheduledRequest from, int to, String cookies) {
        redirectedFrom = from;
        redirectedTo = to;
        redirectCookies = cookies;
        addHop(from.target, to, from.depth);
        redirectedFrom = null;
    }

    private void addRecordedHop(int from, int depth) {
        Outcome.Redirected hop = facts.redirect(from);
        if (hop != null) {
            addHop(from, hop.to(), depth);
        }
    }

    private void addHop(int from, int to, int depth) {
        int hops = redirectDepths.to(from);
        if (hops < plan.politeness().maxRedirects()) {
            if (openedPictures.has(from)) {
                open(to, depth);
            }
            if (starts.get(from) && crawlContext.targets().mayStart(to)) {
                starts.set(to);
                schedule(to, depth, hops + 1);
            }
            add(to, depth, hops + 1, anchorsNeeded.get(from));
        }
    }

    private void schedule(int target, int depth, int hops) {
        boolean known = scheduled.get(target);
        boolean shorter = redirectDepths.add(target, hops, known);
        if (!known) {
            scheduled.set(target);
            request(target, depth, hops);
        } else if (shorter) {
            // A longer chain may have ended here because of its number of redirects.
            addRecordedHop(target, depth);
        }
    }

    private void request(int target, int depth, int hops) {
        boolean readsLinks = starts.get(target)
                || crawlContext.targets().kind(target) == TargetKind.FOLLOW && isReadForLinks(target, depth);
        boolean anchors = anchorsNeeded.get(target);
        if (!readsLinks && (recordedAnswers.recall(target, anchors) || cachedAnswers.recall(target, anchors))) {
            contentRequested.set(target, facts.page(target) >= 0);
            // A chain that continues from the cache or the record has no cookies.
            redirectedFrom = null;
            addRecordedHop(target, depth);
            return;
        }
        boolean content = anchorsNeeded.get(target)
                || readsLinks
                        && RequestModes.of(crawlContext.url(target).path(), openedPictures.has(target))
                                == RequestMode.CONTENT;
        ScheduledRequest scheduledRequest = new ScheduledRequest(
                target, crawlContext.host(target), content ? RequestMode.CONTENT : RequestMode.STATUS);
        scheduledRequest.depth = depth;
        scheduledRequest.readsLinks = readsLinks;
        scheduledRequest.validators = cachedAnswers.validators(scheduledRequest);
        if (redirectedFrom != null && target == redirectedTo) {
            scheduledRequest.continueFrom(redirectedFrom, redirectCookies);
        }
        if (!readsLinks || !content) {
            frontier.add(scheduledRequest);
        } else if (hops > 0 || byLevel() && !pages.isEmpty() && depth < pages.getLast().depth) {
            // Belongs to the level of the redirecting page, or of the sitemap that lists it.
            pages.addFirst(scheduledRequest);
        } else {
            pages.addLast(scheduledRequest);
        }
    }

    private boolean byLevel() {
        return plan.crawlLimits().maxDepth() < Integer.MAX_VALUE;
    }

    private boolean isReadForLinks(int target, int depth) {
        return depth <= plan.crawlLimits().maxDepth()
                && (plan.reading().acceptsAllPages()
                        || plan.reading().acceptsPage(crawlContext.pageName(crawlContext.url(target))));
    }

    /** Queues a request again at the end of the run. */
    void again(ScheduledRequest scheduledRequest) {
        if (scheduledRequest.readsLinks && scheduledRequest.requestMode == RequestMode.CONTENT) {
            pages.addFirst(scheduledRequest);
        } else {
            frontier.add(scheduledRequest);
        }
    }

    /** Requests the content as well, because the response without it shows that there are links or anchors to read. */
    void addContent(ScheduledRequest scheduledRequest) {
        scheduledRequest.requestMode = RequestMode.CONTENT;
        again(scheduledRequest);
    }

    /** Moves pages to the frontier, as many as {@code maxPages} allows. */
    void admit() {
        boolean byLevel = byLevel();
        while (!pages.isEmpty()
                && pagesRead + pagesInFlight < plan.crawlLimits().maxPages()) {
            int depth = pages.getFirst().depth;
            if (byLevel && depth > level) {
                if (pagesInFlight > 0) {
                    return;
                }
                level = depth;
            }
            ScheduledRequest scheduledRequest = pages.removeFirst();
            countAsPage(scheduledRequest);
            frontier.add(scheduledRequest);
        }
    }

    private void countAsPage(ScheduledRequest scheduledRequest) {
        scheduledRequest.countsAsPage = true;
        pagesInFlight++;
    }

    /** Records that a request is sent. */
    void onSent(ScheduledRequest scheduledRequest) {
        if (scheduledRequest.requestMode == RequestMode.CONTENT) {
            contentRequested.set(scheduledRequest.target);
        }
    }

    /** Records that a request is done, and whether it yielded a page. */
    void onDone(ScheduledRequest scheduledRequest, boolean page) {
        if (scheduledRequest.countsAsPage) {
            scheduledRequest.countsAsPage = false;
            pagesInFlight--;
            pagesRead += page ? 1 : 0;
        }
    }

    /** Returns whether a link names an anchor of a target. */
    boolean needsAnchors(int target) {
        return anchorsNeeded.get(target);
    }

    int pagesWaiting() {
        return pages.size();
    }

    /** Marks all targets that were not visited as skipped because of a limit. Returns whether there are any. */
    boolean markRestSkipped() {
        boolean any = false;
        for (int target = scheduled.nextSetBit(0); target >= 0; target = scheduled.nextSetBit(target + 1)) {
            if (facts.outcome(target) == null) {
                facts.setOutcome(target, new Outcome.NotRequested(SkipReason.LIMIT));
                any = true;
            }
        }
        return any;
    }
}
