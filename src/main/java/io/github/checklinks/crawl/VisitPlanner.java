// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.schedule.Frontier;
import io.github.checklinks.crawl.schedule.ScheduledRequest;
import io.github.checklinks.crawl.target.RequestModes;
import io.github.checklinks.crawl.target.TargetResolver;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.OpenedPictures;
import io.github.checklinks.facts.PageResult;
import io.github.checklinks.facts.TargetKind;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.SkipReason;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Which files are still to be read and which targets are to be visited, each once. The pages of a served site wait here until
 * {@code maxPages} grants them a place; when the depth is bounded they are read level by level, because only then is the depth
 * of a page the same in every run. For one thread.
 */
final class VisitPlanner {

    private final CrawlPlan plan;
    private final CrawlContext crawlContext;
    private final Frontier frontier;
    private final CachedAnswers cachedAnswers;
    private final Facts facts;
    private final FileQueue files = new FileQueue();
    private final BitSet scheduled = new BitSet();

    /** The files of a built site whose links count. */
    private final BitSet readForLinks = new BitSet();

    private final OpenedPictures openedPictures = new OpenedPictures();

    /** The start and the seeds, such as a sitemap above the site, and what they redirect to: read to find pages of the site. */
    private final BitSet starts = new BitSet();

    private final BitSet anchorsWanted = new BitSet();
    private final BitSet contentAsked = new BitSet();
    private final Deque<ScheduledRequest> pages = new ArrayDeque<>();

    private final RedirectDepths hopsTo = new RedirectDepths();

    /** Whose redirect is being followed; null when none is. */
    private @Nullable ScheduledRequest before;

    private String cookiesBefore = "";
    private int level;
    private int pagesHeld;
    private int pagesRead;

    VisitPlanner(CrawlPlan plan, CrawlContext crawlContext, Frontier frontier, CachedAnswers cachedAnswers) {
        this.plan = plan;
        this.crawlContext = crawlContext;
        this.frontier = frontier;
        this.cachedAnswers = cachedAnswers;
        this.facts = crawlContext.facts();
    }

    FileQueue files() {
        return files;
    }

    /** The files of a built site whose links count; more are added when pictures are opened. */
    BitSet readForLinks() {
        return readForLinks;
    }

    /** What is opened as a document. */
    OpenedPictures opened() {
        return openedPictures;
    }

    /** Adds a start of the crawl, unless it may not be asked or is known; says whether it did. */
    boolean addStart(int target) {
        if (scheduled.get(target) || !crawlContext.targets().mayStart(target)) {
            return false;
        }
        starts.set(target);
        openedPictures.add(target);
        schedule(target, 0, 0);
        return true;
    }

    /** Whether a target is read to find pages, whatever is said of its own links. */
    boolean isStart(int target) {
        return starts.get(target);
    }

    /** The visit to a start that was asked before the crawl began. */
    ScheduledRequest firstVisit(int target) {
        scheduled.set(target);
        starts.set(target);
        openedPictures.add(target);
        ScheduledRequest scheduledRequest =
                new ScheduledRequest(target, crawlContext.host(target), RequestMode.CONTENT);
        scheduledRequest.readsLinks = true;
        hold(scheduledRequest);
        departs(scheduledRequest);
        return scheduledRequest;
    }

    /** Marks a target that was asked before the crawl began. */
    void addVisited(int target) {
        scheduled.set(target);
    }

    /** Adds what a page links to; one whose links are not judged only leads to further pages. */
    void follow(PageResult page, int depth, boolean judged) {
        for (int target : page.opened) {
            open(target, depth);
        }
        for (int code : page.targets) {
            int target = PageResult.target(code);
            if (target >= 0 && (judged || crawlContext.targets().reach(target) == TargetKind.FOLLOW)) {
                if (judged && (code & PageResult.SETTLED) != 0) {
                    facts.setSettled(target);
                }
                add(target, depth, 0, (code & PageResult.WITH_FRAGMENT) != 0);
            }
        }
    }

    /** A target is opened: if it is a picture, its links count. What was read or asked without them is so once more. */
    private void open(int first, int depth) {
        int target = first;
        while (openedPictures.add(target)) {
            TargetKind targetKind = crawlContext.targets().reach(target);
            if (targetKind == TargetKind.FILE) {
                openFile(crawlContext.targets().file(target));
            } else if (facts.outcome(target) instanceof Outcome.Redirected hop) {
                target = hop.to();
            } else if (targetKind == TargetKind.FOLLOW && scheduled.get(target) && isAskedForTooLittle(target)) {
                scheduled.clear(target);
                schedule(target, depth, hopsTo.to(target));
            }
        }
    }

    private void openFile(int file) {
        String path = crawlContext.path(file);
        if (!readForLinks.get(file)
                && RequestModes.isPicture(path)
                && facts.roots().isOfSite(file)
                && plan.pages().accepts(path)) {
            readForLinks.set(file);
            files.addAnew(file);
        }
    }

    private boolean isAskedForTooLittle(int target) {
        boolean pictureWithoutContent = wasAskedWithoutContent(target)
                && RequestModes.isPicture(crawlContext.url(target).path());
        return pictureWithoutContent || openedPictures.isUnread(target);
    }

    /**
     * Adds a target.
     *
     * @param depth links from the start
     * @param hops redirects on the way
     * @param anchors whether a link names an anchor there
     */
    void add(int target, int depth, int hops, boolean anchors) {
        switch (crawlContext.targets().reach(target)) {
            case FILE -> {
                // A file whose links nobody reads still has anchors, once a link names one.
                if (anchors && hasAnchors(target)) {
                    files.add(crawlContext.targets().file(target));
                }
            }
            case FOLLOW, PROBE -> {
                if (anchors) {
                    wantAnchors(target, depth);
                }
                schedule(target, depth, hops);
            }
            default -> {}
        }
    }

    /** The page that counts is where redirects known so far end; if a visit there is over, it may have to be made anew. */
    private void wantAnchors(int first, int depth) {
        int target = first;
        while (isAsked(target) && !anchorsWanted.get(target)) {
            anchorsWanted.set(target);
            if (facts.outcome(target) instanceof Outcome.Redirected hop) {
                target = hop.to();
            } else if (wasAskedWithoutContent(target)) {
                scheduled.clear(target);
                schedule(target, depth, hopsTo.to(target));
            }
        }
        if (crawlContext.targets().reach(target) == TargetKind.FILE && hasAnchors(target)) {
            files.add(crawlContext.targets().file(target));
        }
    }

    /** Whether anchors of a target are judged, so that it is read for them. */
    private boolean hasAnchors(int target) {
        return (crawlContext.resolving().traits(target) & TargetResolver.HAS_ANCHORS) != 0;
    }

    private boolean isAsked(int target) {
        TargetKind targetKind = crawlContext.targets().reach(target);
        return targetKind == TargetKind.FOLLOW || targetKind == TargetKind.PROBE;
    }

    private boolean wasAskedWithoutContent(int target) {
        return scheduled.get(target)
                && !contentAsked.get(target)
                && facts.outcome(target) instanceof Outcome.Answered answered
                && crawlContext.accepts(target).test(answered.status());
    }

    /**
     * Adds what a redirect leads to, unless the way there is too long. If nobody asked for it yet, the visit there goes on with
     * the time this one has spent and with the cookies of its trail; if somebody did, theirs counts.
     */
    void addHop(ScheduledRequest from, int to, String cookies) {
        before = from;
        cookiesBefore = cookies;
        addHop(from.target, to, from.depth);
        before = null;
    }

    private void addHop(int from, int to, int depth) {
        int hops = hopsTo.to(from);
        if (hops < plan.politeness().maxRedirects()) {
            if (openedPictures.has(from)) {
                open(to, depth);
            }
            if (starts.get(from) && crawlContext.targets().mayStart(to)) {
                starts.set(to);
                schedule(to, depth, hops + 1);
            }
            add(to, depth, hops + 1, anchorsWanted.get(from));
        }
    }

    private void schedule(int target, int depth, int hops) {
        boolean known = scheduled.get(target);
        boolean shorter = hopsTo.add(target, hops, known);
        if (!known) {
            scheduled.set(target);
            visit(target, depth, hops);
        } else if (shorter && facts.outcome(target) instanceof Outcome.Redirected hop) {
            // A longer way may have ended here, for the number of its hops.
            addHop(target, hop.to(), depth);
        }
    }

    private void visit(int target, int depth, int hops) {
        boolean reads = starts.get(target)
                || crawlContext.targets().reach(target) == TargetKind.FOLLOW && isRead(target, depth);
        if (!reads && cachedAnswers.answers(target, anchorsWanted.get(target))) {
            contentAsked.set(target, facts.page(target) >= 0);
            // Nobody goes on from here with the cookies of those who came.
            before = null;
            if (facts.outcome(target) instanceof Outcome.Redirected hop) {
                addHop(target, hop.to(), depth);
            }
            return;
        }
        boolean content = anchorsWanted.get(target)
                || reads
                        && RequestModes.of(crawlContext.url(target).path(), openedPictures.has(target))
                                == RequestMode.CONTENT;
        ScheduledRequest scheduledRequest = new ScheduledRequest(
                target, crawlContext.host(target), content ? RequestMode.CONTENT : RequestMode.STATUS);
        scheduledRequest.depth = depth;
        scheduledRequest.readsLinks = reads;
        scheduledRequest.known = cachedAnswers.known(scheduledRequest);
        if (before != null) {
            scheduledRequest.continueFrom(before, cookiesBefore);
        }
        if (!reads || !content) {
            frontier.add(scheduledRequest);
        } else if (hops > 0 || byLevel() && !pages.isEmpty() && depth < pages.getLast().depth) {
            // Belongs to the level of the page that led here, or that of the sitemap that lists it.
            pages.addFirst(scheduledRequest);
        } else {
            pages.addLast(scheduledRequest);
        }
    }

    private boolean byLevel() {
        return plan.crawlLimits().maxDepth() < Integer.MAX_VALUE;
    }

    private boolean isRead(int target, int depth) {
        return depth <= plan.crawlLimits().maxDepth()
                && (plan.pages().acceptsAll() || plan.pages().accepts(crawlContext.pageName(crawlContext.url(target))));
    }

    /** Makes a visit once more at the end of the run. */
    void again(ScheduledRequest scheduledRequest) {
        if (scheduledRequest.readsLinks && scheduledRequest.requestMode == RequestMode.CONTENT) {
            pages.addFirst(scheduledRequest);
        } else {
            frontier.add(scheduledRequest);
        }
    }

    /** Asks for the content after all, when an answer without it says that there are links to read or anchors that are wanted. */
    void addContent(ScheduledRequest scheduledRequest) {
        scheduledRequest.requestMode = RequestMode.CONTENT;
        again(scheduledRequest);
    }

    /** Lets pages go to the frontier, as many as {@code maxPages} grants. */
    void admit() {
        boolean byLevel = byLevel();
        while (!pages.isEmpty() && pagesRead + pagesHeld < plan.crawlLimits().maxPages()) {
            int depth = pages.getFirst().depth;
            if (byLevel && depth > level) {
                if (pagesHeld > 0) {
                    return;
                }
                level = depth;
            }
            ScheduledRequest scheduledRequest = pages.removeFirst();
            hold(scheduledRequest);
            frontier.add(scheduledRequest);
        }
    }

    private void hold(ScheduledRequest scheduledRequest) {
        scheduledRequest.countsAsPage = true;
        pagesHeld++;
    }

    /** Hears that a visit departs. */
    void departs(ScheduledRequest scheduledRequest) {
        if (scheduledRequest.requestMode == RequestMode.CONTENT) {
            contentAsked.set(scheduledRequest.target);
        }
    }

    /** Hears that a visit is over, and whether it was a page. */
    void ends(ScheduledRequest scheduledRequest, boolean page) {
        if (scheduledRequest.countsAsPage) {
            scheduledRequest.countsAsPage = false;
            pagesHeld--;
            pagesRead += page ? 1 : 0;
        }
    }

    /** Whether a link names an anchor of a target. */
    boolean wantsAnchors(int target) {
        return anchorsWanted.get(target);
    }

    int pagesWaiting() {
        return pages.size();
    }

    /** Says of all that were not visited that a bound was reached. Returns whether there are any. */
    boolean markRestSkipped() {
        boolean any = false;
        for (int target = scheduled.nextSetBit(0); target >= 0; target = scheduled.nextSetBit(target + 1)) {
            if (facts.outcome(target) == null) {
                facts.setOutcome(target, new Outcome.Unasked(SkipReason.LIMIT));
                any = true;
            }
        }
        return any;
    }
}
