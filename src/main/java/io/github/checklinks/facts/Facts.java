// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.crawl.directory.LocalRoots;
import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.facts.store.AnchorHash;
import io.github.checklinks.facts.store.IntList;
import io.github.checklinks.facts.store.Spool;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Rule;
import io.github.checklinks.url.WebUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the visits of a run found: the answer of each target, the anchors of each page, and the links that wait for a verdict. */
public final class Facts {

    private static final Outcome FILE = new Outcome.Answered(200, 1);

    private final String site;
    private final Targets targets;
    private final LocalRoots localRoots;
    private final StoredLinks storedLinks;
    private final DeferredAnchorLinks pending;
    private final Function<WebUrl, String> pageNames;
    private final Function<WebUrl, String> targetNames;
    private final TargetOutcomes targetOutcomes = new TargetOutcomes();
    private final UnreadableFiles unreadableFiles;
    private final InboundLinks inboundLinks;
    private final BitSet settled = new BitSet();
    private final BitSet linksToItself = new BitSet();
    private final BitSet counted = new BitSet();
    private final BitSet recalled = new BitSet();
    private final BitSet withAnchors = new BitSet();
    private final IntList pageTargets = new IntList();
    private final IntList pageRefreshes = new IntList();
    private final List<long[]> anchors = new ArrayList<>();
    private long links;
    private long pages;
    private String cutShort = "";
    private Set<Rule> unreached = Set.of();
    private final CrawlStarts crawlStarts = new CrawlStarts();
    private final UnreadAnswers unreadAnswers = new UnreadAnswers(crawlStarts);

    public Facts(
            String site,
            Targets targets,
            LocalRoots localRoots,
            LinkAttributeNumbers places,
            Spool spool,
            Function<WebUrl, String> pageNames,
            Function<WebUrl, String> targetNames) {
        this.site = site;
        this.targets = targets;
        this.inboundLinks = new InboundLinks(targets);
        this.localRoots = localRoots;
        this.unreadableFiles = new UnreadableFiles(localRoots);
        this.storedLinks = new StoredLinks(places, spool);
        this.pending = new DeferredAnchorLinks(spool);
        this.pageNames = pageNames;
        this.targetNames = targetNames;
    }

    public int addPage(int target, PageResult page, DocumentType documentType, boolean withLinks) throws IOException {
        int number = anchors.size();
        withAnchors.set(number, documentType.hasAnchors());
        pageTargets.add(target);
        pageRefreshes.add(page.refreshesTo);
        if (withLinks) {
            storedLinks.add(page.records);
            links += page.links;
            linksToItself.set(number, page.linksToItself);
            counted.set(number, documentType.isPage());
            pages += documentType.isPage() ? 1 : 0;
        } else {
            storedLinks.addUnread();
        }
        // Last, because it is what counts the pages: should memory run out before, there is none of this number.
        anchors.add(page.anchors);
        return number;
    }

    /** Tells a page from another reading of it, which may have been at another address. */
    public void replacePage(int page, int target, PageResult again) throws IOException {
        storedLinks.replace(page, again.records);
        pageTargets.set(page, target);
    }

    /** Adds the links of a file to anchors that are not known yet, as {@link DeferredAnchorLinks} writes them. */
    public void addPending(int file, byte[] written) throws IOException {
        pending.add(file, written);
    }

    /** Settles the links to anchors that were not known when they were read, and are by now; tells the files that have others. */
    public IntList settlePending() throws IOException {
        return pending.settle(this);
    }

    /** Whether a file has the anchor of a {@link FragmentBytes#hash}, or nobody looked. */
    boolean mayHaveAnchor(int target, long anchor) {
        int page = targetOutcomes.pageOfFile(targets.file(target));
        return page < 0 || FragmentBytes.isIn(anchors.get(page), anchor);
    }

    public void setPageOfFile(int file, int page) {
        targetOutcomes.setPageOfFile(file, page);
    }

    public void setPageOfTarget(int target, int page) {
        targetOutcomes.setPageOfTarget(target, page);
    }

    public void setOutcome(int target, @Nullable Outcome outcome) {
        targetOutcomes.setOutcome(target, outcome);
    }

    public void setSettled(int target) {
        settled.set(target);
    }

    public void setCutShort(String reason) {
        cutShort = reason;
    }

    public void setUnreached(Set<Rule> rules) {
        unreached = rules;
    }

    /** Every target of the run. */
    public Targets targets() {
        return targets;
    }

    /** Which files other pages link to; nothing is known unless the plan asked for it. */
    public InboundLinks inbound() {
        return inboundLinks;
    }

    /** What of the local directories could not be read. */
    public UnreadableFiles unreadable() {
        return unreadableFiles;
    }

    /** The local directories. */
    public LocalRoots roots() {
        return localRoots;
    }

    /** What a visit to a target found; null when it was not visited. */
    public @Nullable Outcome outcome(int target) {
        return switch (targets.reach(target)) {
            case FILE -> unreadableFiles.outcomeOfFile(targets.file(target), FILE);
            case ABSENT -> unreadableFiles.outcomeOfNothing(targets.url(target));
            // A sitemap that an index lists is read even where links are left alone.
            case LEFT ->
                Objects.requireNonNullElseGet(
                        targetOutcomes.outcome(target), () -> new Outcome.Unasked(targets.reason(target)));
            default -> targetOutcomes.outcome(target);
        };
    }

    /** The number of the page that was read at a target; -1 when none was. */
    public int page(int target) {
        return targets.reach(target) == TargetKind.FILE
                ? targetOutcomes.pageOfFile(targets.file(target))
                : targetOutcomes.pageOfTarget(target);
    }

    /** The number of the page that was read from a local file; -1 when none was. */
    public int pageOfFile(int file) {
        return targetOutcomes.pageOfFile(file);
    }

    /** The sorted {@link AnchorHash} numbers of a page. */
    public long[] anchors(int page) {
        return anchors.get(page);
    }

    /** Whether a page has the anchor a fragment names. */
    public boolean hasAnchor(int page, Fragment fragment) {
        return fragment.isIn(anchors.get(page));
    }

    /**
     * Whether a fragment leads somewhere on a page: to an anchor, to lines of which the first and the last are anchors, or to whatever it
     * means in a document without anchors, such as a style sheet.
     */
    public boolean leadsSomewhere(int page, Fragment fragment) {
        return !isWithAnchors(page) || hasAnchor(page, fragment) || LineRange.isIn(anchors.get(page), fragment);
    }

    /** Whether a page is in a language in which fragments name elements. */
    public boolean isWithAnchors(int page) {
        return withAnchors.get(page);
    }

    /** Whether a page has a {@code map} of this name. */
    public boolean hasMap(int page, String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        return Arrays.binarySearch(anchors.get(page), AnchorHash.ofMap(utf8, 0, utf8.length)) >= 0;
    }

    /** Whether a page has any anchors at all. */
    public boolean hasAnchors(int page) {
        return anchors.get(page).length > 0;
    }

    /** Where a page's refresh without delay leads, as a target's number; -1 when it has none. */
    public int refreshesTo(int page) {
        return pageRefreshes.get(page);
    }

    /** Whether links to a target were settled on sight: it is there, or it is left alone. */
    public boolean isSettled(int target) {
        return settled.get(target);
    }

    /** Whether a link of a page to itself was settled on sight; never of a page whose links do not count. */
    public boolean linksToItself(int page) {
        return linksToItself.get(page);
    }

    /** Whether an earlier run's answer is the outcome of a target. */
    public boolean isRecalled(int target) {
        return recalled.get(target);
    }

    public void setRecalled(int target, boolean fromEarlierRun) {
        recalled.set(target, fromEarlierRun);
    }

    /** How many pages were read, those that were read for their anchors only among them. */
    public int pageCount() {
        return anchors.size();
    }

    /** The target a page was read at. */
    public int pageTarget(int page) {
        return pageTargets.get(page);
    }

    /** What a page is called: its path below the site, or its whole address. */
    public String pageName(int page) {
        int target = pageTargets.get(page);
        if (targets.reach(target) == TargetKind.FILE && localRoots.isOfSite(targets.file(target))) {
            return localRoots.path(targets.file(target));
        }
        return pageNames.apply(WebUrl.ofSerialised(targets.url(target)));
    }

    /** A target by its path below the site, decoded; by its whole address when it lies elsewhere. */
    public String name(int target) {
        return WebUrl.parse(targets.url(target)) instanceof WebUrl url && url.isHttp()
                ? targetNames.apply(url)
                : targets.url(target);
    }

    /** Whether any links of a page wait for a verdict. */
    public boolean hasKept(int page) {
        return storedLinks.hasAny(page);
    }

    /** Whether the links of a page were read, not only its anchors. */
    public boolean isReadForLinks(int page) {
        return storedLinks.isRead(page);
    }

    /** The base the links were resolved against. */
    public String site() {
        return site;
    }

    /** Whether a page is one of those that {@link #pages} counts: a style sheet, for one, is not. */
    public boolean isCounted(int page) {
        return counted.get(page);
    }

    /** How many pages had their links read. */
    public long pages() {
        return pages;
    }

    /** How many links were found. */
    public long links() {
        return links;
    }

    /** The target where a crawl started, before redirects; -1 for a built site. */
    public int start() {
        return crawlStarts.page();
    }

    /** Where a crawl started. */
    public CrawlStarts starts() {
        return crawlStarts;
    }

    public UnreadAnswers unread() {
        return unreadAnswers;
    }

    /** Why the run ended before everything was visited, in words for a person; empty when it did not. */
    public String cutShort() {
        return cutShort;
    }

    /** Whether a failure of an external host says nothing of that host, because nothing beyond this machine could be reached. */
    public boolean isWithoutNetwork(Rule failure) {
        return unreached.contains(failure);
    }

    /** Tells the links of a page that wait for a verdict, in document order. */
    public void forEachLink(int page, StoredLinkVisitor listener) throws IOException {
        storedLinks.forEach(page, listener);
    }

    /** Settles the links of a page that wait for a verdict, as far as their targets and anchors are there; tells the others. */
    public void settle(int page, StoredLinkVisitor others) throws IOException {
        storedLinks.settle(page, this, others);
    }

    /** One link that waits on a page. */
    public StoredLink kept(int page, int position) throws IOException {
        return storedLinks.get(page, position);
    }
}
