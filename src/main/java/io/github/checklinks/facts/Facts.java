// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.crawl.directory.LocalRoots;
import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.facts.store.AnchorHash;
import io.github.checklinks.facts.store.IntList;
import io.github.checklinks.facts.store.Spool;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
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

/**
 * The results of a crawl: the outcome of each target, the anchors of each page, and the links that still need a
 * verdict. Not thread-safe.
 */
public final class Facts {

    private static final Outcome FILE = new Outcome.Answered(200, 1);

    private final String site;
    private final Targets targets;
    private final LocalRoots localRoots;
    private final StoredLinks storedLinks;
    private final DeferredAnchorLinks deferred;
    private final Function<WebUrl, String> pageNames;
    private final Function<WebUrl, String> targetNames;
    private final int maxRedirects;
    private final TargetOutcomes targetOutcomes = new TargetOutcomes();
    private final UnreadableFiles unreadableFiles;
    private final InboundLinks inboundLinks;
    private final BitSet settled = new BitSet();
    private final BitSet linksToItself = new BitSet();
    private final BitSet counted = new BitSet();
    private final BitSet fromCache = new BitSet();
    private final BitSet withAnchors = new BitSet();
    private final IntList pageTargets = new IntList();
    private final IntList pageRefreshes = new IntList();
    private final List<long[]> anchors = new ArrayList<>();
    private long links;
    private long pages;
    private String stopReason = "";
    private Set<FailureCause> networkFailures = Set.of();
    private final CrawlStarts crawlStarts = new CrawlStarts();
    private final UnreadAnswers unreadAnswers = new UnreadAnswers(crawlStarts);

    public Facts(
            String site,
            Targets targets,
            LocalRoots localRoots,
            LinkAttributeNumbers attributeNumbers,
            Spool spool,
            Function<WebUrl, String> pageNames,
            Function<WebUrl, String> targetNames,
            int maxRedirects) {
        this.site = site;
        this.targets = targets;
        this.inboundLinks = new InboundLinks(targets);
        this.localRoots = localRoots;
        this.unreadableFiles = new UnreadableFiles(localRoots);
        this.storedLinks = new StoredLinks(attributeNumbers, spool);
        this.deferred = new DeferredAnchorLinks(spool);
        this.pageNames = pageNames;
        this.targetNames = targetNames;
        this.maxRedirects = maxRedirects;
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
        // Last, because its size is the number of pages: if memory runs out before, no page with this number exists.
        anchors.add(page.anchors);
        return number;
    }

    /**
     * Replaces the stored links and the target of a page by those of another reading of it, which may have been at
     * another URL.
     */
    public void replacePage(int page, int target, PageResult again) throws IOException {
        storedLinks.replace(page, again.records);
        pageTargets.set(page, target);
    }

    /** Adds the links of a file to anchors that are not known yet, as {@link DeferredAnchorLinks} encodes them. */
    public void addDeferred(int file, byte[] written) throws IOException {
        deferred.add(file, written);
    }

    /**
     * Settles the links to anchors that were unknown when the links were read, and returns the files with links to
     * missing anchors.
     */
    public IntList settleDeferred() throws IOException {
        return deferred.settle(this);
    }

    /** Returns whether a file has the anchor of a {@link FragmentBytes#hash}, or was not read. */
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

    public void setStopReason(String reason) {
        stopReason = reason;
    }

    public void setUnreached(Set<FailureCause> causes) {
        networkFailures = causes;
    }

    /** Returns all targets of the run. */
    public Targets targets() {
        return targets;
    }

    /** Returns which files other pages link to; empty unless the plan needs it. */
    public InboundLinks inbound() {
        return inboundLinks;
    }

    /** Returns what could not be read below the local directories. */
    public UnreadableFiles unreadable() {
        return unreadableFiles;
    }

    /** Returns the local directories. */
    public LocalRoots roots() {
        return localRoots;
    }

    /** Returns the outcome of a target; null if it was not visited. */
    public @Nullable Outcome outcome(int target) {
        return switch (targets.kind(target)) {
            case FILE -> unreadableFiles.outcomeOfFile(targets.file(target), FILE);
            case ABSENT -> unreadableFiles.outcomeOfNothing(targets.url(target));
            // A sitemap that a sitemap index lists is read even if links to its URL are skipped.
            case SKIPPED ->
                Objects.requireNonNullElseGet(
                        targetOutcomes.outcome(target), () -> new Outcome.NotRequested(targets.reason(target)));
            default -> targetOutcomes.outcome(target);
        };
    }

    /** Returns the redirect that a target answered with; null if it did not redirect. */
    public Outcome.@Nullable Redirected redirect(int target) {
        // The table comes first, because this is asked for each link, and few targets redirect.
        return targetOutcomes.outcome(target) instanceof Outcome.Redirected redirect && redirect.equals(outcome(target))
                ? redirect
                : null;
    }

    /** Returns the redirects that are followed from a target; null if it does not redirect. */
    public @Nullable RedirectChain chain(int target) {
        return redirect(target) == null ? null : RedirectChain.of(target, maxRedirects, this::outcome);
    }

    /** Returns the last target that is reached from a target; the same one if it does not redirect. */
    public int end(int target) {
        RedirectChain chain = chain(target);
        return chain == null ? target : chain.end();
    }

    /** Returns the number of the page that was read at a target; -1 if none was. */
    public int page(int target) {
        return targets.kind(target) == TargetKind.FILE
                ? targetOutcomes.pageOfFile(targets.file(target))
                : targetOutcomes.pageOfTarget(target);
    }

    /** Returns the number of the page that was read from a local file; -1 if none was. */
    public int pageOfFile(int file) {
        return targetOutcomes.pageOfFile(file);
    }

    /** Returns the sorted {@link AnchorHash} numbers of a page. */
    public long[] anchors(int page) {
        return anchors.get(page);
    }

    /** Returns whether a page has the anchor that a fragment names. */
    public boolean hasAnchor(int page, Fragment fragment) {
        return fragment.isIn(anchors.get(page));
    }

    /**
     * Returns whether a fragment is valid on a page: it names an anchor, or lines of which the first and the last are
     * anchors, or the document has no anchors, such as a style sheet, where it may mean anything.
     */
    public boolean leadsSomewhere(int page, Fragment fragment) {
        return !isWithAnchors(page) || hasAnchor(page, fragment) || LineRange.isIn(anchors.get(page), fragment);
    }

    /** Returns whether a page is of a document type in which fragments name elements. */
    public boolean isWithAnchors(int page) {
        return withAnchors.get(page);
    }

    /** Returns whether a page has a {@code map} of this name. */
    public boolean hasMap(int page, String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        return Arrays.binarySearch(anchors.get(page), AnchorHash.ofMap(utf8, 0, utf8.length)) >= 0;
    }

    /** Returns whether a page has any anchors. */
    public boolean hasAnchors(int page) {
        return anchors.get(page).length > 0;
    }

    /** Returns the number of the target of a page's refresh without delay; -1 if it has none. */
    public int refreshesTo(int page) {
        return pageRefreshes.get(page);
    }

    /** Returns whether links to a target were settled at once: it exists, or it is skipped. */
    public boolean isSettled(int target) {
        return settled.get(target);
    }

    /**
     * Returns whether a link of a page to itself was settled at once; always false for a page whose links do not count.
     */
    public boolean linksToItself(int page) {
        return linksToItself.get(page);
    }

    /** Returns whether the outcome of a target comes from the cache of an earlier run. */
    public boolean isFromCache(int target) {
        return fromCache.get(target);
    }

    public void setFromCache(int target, boolean isFromCache) {
        fromCache.set(target, isFromCache);
    }

    /** Returns the number of pages read, including those that were read for their anchors only. */
    public int pageCount() {
        return anchors.size();
    }

    /** Returns the target a page was read at. */
    public int pageTarget(int page) {
        return pageTargets.get(page);
    }

    /** Returns the name of a page for reports: its path below the site, or its whole URL. */
    public String pageName(int page) {
        int target = pageTargets.get(page);
        if (targets.kind(target) == TargetKind.FILE && localRoots.isOfSite(targets.file(target))) {
            return localRoots.path(targets.file(target));
        }
        return pageNames.apply(WebUrl.ofSerialised(targets.url(target)));
    }

    /**
     * Returns the name of a target for reports: its path below the site, decoded, or its whole URL if it lies
     * elsewhere.
     */
    public String name(int target) {
        return WebUrl.parse(targets.url(target)) instanceof WebUrl url && url.isHttp()
                ? targetNames.apply(url)
                : targets.url(target);
    }

    /** Returns whether any links of a page are stored. */
    public boolean hasStoredLinks(int page) {
        return storedLinks.hasAny(page);
    }

    /** Returns whether the links of a page were read, and not only its anchors. */
    public boolean isReadForLinks(int page) {
        return storedLinks.isRead(page);
    }

    /** Returns the base URL of the site. */
    public String site() {
        return site;
    }

    /** Returns whether a page is one of those that {@link #pages} counts, unlike a style sheet, for example. */
    public boolean isCounted(int page) {
        return counted.get(page);
    }

    /** Returns the number of pages whose links were read. */
    public long pages() {
        return pages;
    }

    /** Returns the number of links found. */
    public long links() {
        return links;
    }

    /** Returns the target where the crawl started, before redirects; -1 for a built site. */
    public int start() {
        return crawlStarts.page();
    }

    /** Returns the starting points of the crawl. */
    public CrawlStarts starts() {
        return crawlStarts;
    }

    public UnreadAnswers unread() {
        return unreadAnswers;
    }

    /** Returns why the crawl ended before everything was visited, in words for the user; empty if it did not. */
    public String stopReason() {
        return stopReason;
    }

    /**
     * Returns whether a failure of an external host for this cause is meaningless for that host, because nothing outside of this
     * machine could be reached.
     */
    public boolean isWithoutNetwork(FailureCause cause) {
        return networkFailures.contains(cause);
    }

    /** Passes the stored links of a page to a visitor, in document order. */
    public void forEachLink(int page, StoredLinkVisitor visitor) throws IOException {
        storedLinks.forEach(page, visitor);
    }

    /** Settles the stored links of a page whose targets and anchors exist, and passes the others to a visitor. */
    public void settle(int page, StoredLinkVisitor others) throws IOException {
        storedLinks.settle(page, this, others);
    }

    /** Returns a stored link of a page. */
    public StoredLink storedLink(int page, int position) throws IOException {
        return storedLinks.get(page, position);
    }
}
