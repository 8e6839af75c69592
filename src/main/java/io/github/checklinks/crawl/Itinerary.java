// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.fetch.RequestMode;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Which files are still to be read and which targets are to be visited, each once. The pages of a served site wait here until
 * {@code maxPages} grants them a place; when the depth is bounded they are read level by level, because only then is the depth
 * of a page the same in every run. For one thread.
 */
final class Itinerary {

    private final CrawlPlan plan;
    private final Ground ground;
    private final Frontier frontier;
    private final Recall recall;
    private final Facts facts;
    private final FileQueue files = new FileQueue();
    private final BitSet scheduled = new BitSet();

    /** The files of a built site whose links count. */
    private final BitSet readForLinks = new BitSet();

    private final Opened opened = new Opened();

    /** The start and the seeds, such as a sitemap above the site, and what they redirect to: read to find pages of the site. */
    private final BitSet starts = new BitSet();

    private final BitSet anchorsWanted = new BitSet();
    private final BitSet contentAsked = new BitSet();
    private final Deque<Visit> pages = new ArrayDeque<>();

    private final Hops hopsTo = new Hops();

    /** Whose redirect is being followed; null when none is. */
    private @Nullable Visit before;

    private String cookiesBefore = "";
    private int level;
    private int pagesHeld;
    private int pagesRead;

    Itinerary(CrawlPlan plan, Ground ground, Frontier frontier, Recall recall) {
        this.plan = plan;
        this.ground = ground;
        this.frontier = frontier;
        this.recall = recall;
        this.facts = ground.facts();
    }

    FileQueue files() {
        return files;
    }

    /** The files of a built site whose links count; more are added when pictures are opened. */
    BitSet readForLinks() {
        return readForLinks;
    }

    /** What is opened as a document. */
    Opened opened() {
        return opened;
    }

    /** Adds a start of the crawl, unless it may not be asked or is known; says whether it did. */
    boolean addStart(int target) {
        if (scheduled.get(target) || !ground.targets().mayStart(target)) {
            return false;
        }
        starts.set(target);
        opened.add(target);
        schedule(target, 0, 0);
        return true;
    }

    /** Whether a target is read to find pages, whatever is said of its own links. */
    boolean isStart(int target) {
        return starts.get(target);
    }

    /** The visit to a start that was asked before the crawl began. */
    Visit begun(int target) {
        scheduled.set(target);
        starts.set(target);
        opened.add(target);
        Visit visit = new Visit(target, ground.host(target), RequestMode.CONTENT);
        visit.readsLinks = true;
        hold(visit);
        departs(visit);
        return visit;
    }

    /** Marks a target that was asked before the crawl began. */
    void addVisited(int target) {
        scheduled.set(target);
    }

    /** Adds what a page links to; one whose links are not judged only leads to further pages. */
    void follow(PageFacts page, int depth, boolean judged) {
        for (int target : page.opened) {
            open(target, depth);
        }
        for (int code : page.targets) {
            int target = PageFacts.target(code);
            if (target >= 0 && (judged || ground.targets().reach(target) == Reach.FOLLOW)) {
                if (judged && (code & PageFacts.SETTLED) != 0) {
                    facts.setSettled(target);
                }
                add(target, depth, 0, (code & PageFacts.WITH_FRAGMENT) != 0);
            }
        }
    }

    /** A target is opened: if it is a picture, its links count. What was read or asked without them is so once more. */
    private void open(int first, int depth) {
        int target = first;
        while (opened.add(target)) {
            Reach reach = ground.targets().reach(target);
            if (reach == Reach.FILE) {
                openFile(ground.targets().file(target));
            } else if (facts.outcome(target) instanceof Outcome.Redirected hop) {
                target = hop.to();
            } else if (reach == Reach.FOLLOW && scheduled.get(target) && isAskedForTooLittle(target)) {
                scheduled.clear(target);
                schedule(target, depth, hopsTo.to(target));
            }
        }
    }

    private void openFile(int file) {
        String path = ground.path(file);
        if (!readForLinks.get(file)
                && Wants.isPicture(path)
                && facts.roots().isOfSite(file)
                && plan.pages().accepts(path)) {
            readForLinks.set(file);
            files.addAnew(file);
        }
    }

    private boolean isAskedForTooLittle(int target) {
        boolean pictureWithoutContent = wasAskedWithoutContent(target)
                && Wants.isPicture(ground.url(target).path());
        return pictureWithoutContent || opened.isUnread(target);
    }

    /**
     * Adds a target.
     *
     * @param depth links from the start
     * @param hops redirects on the way
     * @param anchors whether a link names an anchor there
     */
    void add(int target, int depth, int hops, boolean anchors) {
        switch (ground.targets().reach(target)) {
            case FILE -> {
                // A file whose links nobody reads still has anchors, once a link names one.
                if (anchors && hasAnchors(target)) {
                    files.add(ground.targets().file(target));
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
        if (ground.targets().reach(target) == Reach.FILE && hasAnchors(target)) {
            files.add(ground.targets().file(target));
        }
    }

    /** Whether anchors of a target are judged, so that it is read for them. */
    private boolean hasAnchors(int target) {
        return (ground.resolving().traits(target) & Resolving.HAS_ANCHORS) != 0;
    }

    private boolean isAsked(int target) {
        Reach reach = ground.targets().reach(target);
        return reach == Reach.FOLLOW || reach == Reach.PROBE;
    }

    private boolean wasAskedWithoutContent(int target) {
        return scheduled.get(target)
                && !contentAsked.get(target)
                && facts.outcome(target) instanceof Outcome.Answered answered
                && ground.accepts(target).test(answered.status());
    }

    /**
     * Adds what a redirect leads to, unless the way there is too long. If nobody asked for it yet, the visit there goes on with
     * the time this one has spent and with the cookies of its trail; if somebody did, theirs counts.
     */
    void addHop(Visit from, int to, String cookies) {
        before = from;
        cookiesBefore = cookies;
        addHop(from.target, to, from.depth);
        before = null;
    }

    private void addHop(int from, int to, int depth) {
        int hops = hopsTo.to(from);
        if (hops < plan.politeness().maxRedirects()) {
            if (opened.has(from)) {
                open(to, depth);
            }
            if (starts.get(from) && ground.targets().mayStart(to)) {
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
        boolean reads = starts.get(target) || ground.targets().reach(target) == Reach.FOLLOW && isRead(target, depth);
        if (!reads && recall.answers(target, anchorsWanted.get(target))) {
            contentAsked.set(target, facts.page(target) >= 0);
            // Nobody goes on from here with the cookies of those who came.
            before = null;
            if (facts.outcome(target) instanceof Outcome.Redirected hop) {
                addHop(target, hop.to(), depth);
            }
            return;
        }
        boolean content = anchorsWanted.get(target)
                || reads && Wants.of(ground.url(target).path(), opened.has(target)) == RequestMode.CONTENT;
        Visit visit = new Visit(target, ground.host(target), content ? RequestMode.CONTENT : RequestMode.STATUS);
        visit.depth = depth;
        visit.readsLinks = reads;
        visit.known = recall.known(visit);
        if (before != null) {
            visit.goOn(before, cookiesBefore);
        }
        if (!reads || !content) {
            frontier.add(visit);
        } else if (hops > 0 || byLevel() && !pages.isEmpty() && depth < pages.getLast().depth) {
            // Belongs to the level of the page that led here, or that of the sitemap that lists it.
            pages.addFirst(visit);
        } else {
            pages.addLast(visit);
        }
    }

    private boolean byLevel() {
        return plan.bounds().maxDepth() < Integer.MAX_VALUE;
    }

    private boolean isRead(int target, int depth) {
        return depth <= plan.bounds().maxDepth()
                && (plan.pages().acceptsAll() || plan.pages().accepts(ground.pageName(ground.url(target))));
    }

    /** Makes a visit once more at the end of the run. */
    void again(Visit visit) {
        if (visit.readsLinks && visit.requestMode == RequestMode.CONTENT) {
            pages.addFirst(visit);
        } else {
            frontier.add(visit);
        }
    }

    /** Asks for the content after all, when an answer without it says that there are links to read or anchors that are wanted. */
    void addContent(Visit visit) {
        visit.requestMode = RequestMode.CONTENT;
        again(visit);
    }

    /** Lets pages go to the frontier, as many as {@code maxPages} grants. */
    void admit() {
        boolean byLevel = byLevel();
        while (!pages.isEmpty() && pagesRead + pagesHeld < plan.bounds().maxPages()) {
            int depth = pages.getFirst().depth;
            if (byLevel && depth > level) {
                if (pagesHeld > 0) {
                    return;
                }
                level = depth;
            }
            Visit visit = pages.removeFirst();
            hold(visit);
            frontier.add(visit);
        }
    }

    private void hold(Visit visit) {
        visit.holdsPage = true;
        pagesHeld++;
    }

    /** Hears that a visit departs. */
    void departs(Visit visit) {
        if (visit.requestMode == RequestMode.CONTENT) {
            contentAsked.set(visit.target);
        }
    }

    /** Hears that a visit is over, and whether it was a page. */
    void ends(Visit visit, boolean page) {
        if (visit.holdsPage) {
            visit.holdsPage = false;
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
    boolean leaveTheRest() {
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
