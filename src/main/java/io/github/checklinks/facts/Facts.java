// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.crawl.directory.LocalRoots;
import io.github.checklinks.facts.store.AnchorHash;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.url.WebUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The results of a crawl: the outcome of each target, the anchors of each page, and the links that still need a
 * verdict. Readers cannot change them; the crawl writes them with a {@link FactsBuilder}. Not thread-safe.
 */
public class Facts {

    final TargetOutcomes targetOutcomes;
    final PageTable pageTable;
    final StoredLinks storedLinks;
    final SoundLinks soundLinks;
    String stopReason = "";
    Set<FailureCause> networkFailures = Set.of();
    private final Names names;
    private final Targets targets;
    private final LocalRoots localRoots;
    private final int maxRedirects;
    private final UnreadableFiles unreadableFiles;
    private final InboundLinks inboundLinks;
    private final CrawlStarts crawlStarts;
    private final UnreadAnswers unreadAnswers;

    /**
     * The names of the site and its parts for reports.
     *
     * @param site the base URL of the site
     * @param ofPages returns the name of a page by its URL
     * @param ofTargets returns the name of a target by its URL
     */
    public record Names(String site, Function<WebUrl, String> ofPages, Function<WebUrl, String> ofTargets) {}

    /** Creates facts without content. */
    Facts(
            Names names,
            Targets targets,
            LocalRoots localRoots,
            StoredLinks storedLinks,
            PageTable pageTable,
            int maxRedirects) {
        this.names = names;
        this.targets = targets;
        this.localRoots = localRoots;
        this.maxRedirects = maxRedirects;
        this.storedLinks = storedLinks;
        this.pageTable = pageTable;
        this.inboundLinks = new InboundLinks(targets);
        this.unreadableFiles = new UnreadableFiles(localRoots);
        this.targetOutcomes = new TargetOutcomes(targets, unreadableFiles);
        this.crawlStarts = new CrawlStarts();
        this.unreadAnswers = new UnreadAnswers(crawlStarts);
        this.soundLinks = new SoundLinks(targets, targetOutcomes, pageTable, unreadAnswers);
    }

    /** Creates a view of the same tables. */
    Facts(Facts other) {
        this.names = other.names;
        this.targets = other.targets;
        this.localRoots = other.localRoots;
        this.maxRedirects = other.maxRedirects;
        this.storedLinks = other.storedLinks;
        this.pageTable = other.pageTable;
        this.inboundLinks = other.inboundLinks;
        this.unreadableFiles = other.unreadableFiles;
        this.targetOutcomes = other.targetOutcomes;
        this.crawlStarts = other.crawlStarts;
        this.unreadAnswers = other.unreadAnswers;
        this.soundLinks = other.soundLinks;
        this.stopReason = other.stopReason;
        this.networkFailures = other.networkFailures;
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
        return targetOutcomes.outcome(target);
    }

    /** Returns the redirect that a target answered with; null if it did not redirect. */
    public Outcome.@Nullable Redirected redirect(int target) {
        return targetOutcomes.redirect(target);
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
        return targetOutcomes.page(target);
    }

    /** Returns the number of the page that was read from a local file; -1 if none was. */
    public int pageOfFile(int file) {
        return targetOutcomes.pageOfFile(file);
    }

    /** Returns the sorted {@link AnchorHash} numbers of a page. */
    public long[] anchors(int page) {
        return pageTable.anchors(page);
    }

    /** Returns whether a page has the anchor that a fragment names. */
    public boolean hasAnchor(int page, Fragment fragment) {
        return fragment.isIn(pageTable.anchors(page));
    }

    /**
     * Returns whether a fragment is valid on a page: it names an anchor, or lines of which the first and the last are
     * anchors, or the document has no anchors, such as a style sheet, where it may mean anything.
     */
    public boolean leadsSomewhere(int page, Fragment fragment) {
        return !isWithAnchors(page) || hasAnchor(page, fragment) || LineRange.isIn(pageTable.anchors(page), fragment);
    }

    /** Returns whether a page is of a document type in which fragments name elements. */
    public boolean isWithAnchors(int page) {
        return pageTable.isWithAnchors(page);
    }

    /** Returns whether a page has a {@code map} of this name. */
    public boolean hasMap(int page, String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        return Arrays.binarySearch(pageTable.anchors(page), AnchorHash.ofMap(utf8, 0, utf8.length)) >= 0;
    }

    /** Returns whether a page has any anchors. */
    public boolean hasAnchors(int page) {
        return pageTable.anchors(page).length > 0;
    }

    /** Returns the number of the target of a page's refresh without delay; -1 if it has none. */
    public int refreshesTo(int page) {
        return pageTable.refreshesTo(page);
    }

    /**
     * Returns whether an ordinary link needs no further look: its target answered successfully, and has the anchor that
     * the link names or no anchors that are known. False also if that is not certain.
     *
     * @param fragment the fragment of the link; null if it has none
     */
    public boolean isSound(int target, @Nullable Fragment fragment) {
        return soundLinks.isSound(target, fragment == null ? Fragment.TOP : fragment.hash());
    }

    /** Returns whether links to a target were found sound by the crawl: it exists, or it is skipped. */
    public boolean isSettled(int target) {
        return targetOutcomes.isSettled(target);
    }

    /** Returns whether a link of a page to itself was settled at once; always false for a page whose links do not count. */
    public boolean linksToItself(int page) {
        return pageTable.linksToItself(page);
    }

    /** Returns whether the outcome of a target comes from the cache of an earlier run. */
    public boolean isFromCache(int target) {
        return targetOutcomes.isFromCache(target);
    }

    /** Returns whether the outcome of a target comes from the record of external links. */
    public boolean isFromRecord(int target) {
        return targetOutcomes.isFromRecord(target);
    }

    /** Returns the number of pages read, including those that were read for their anchors only. */
    public int pageCount() {
        return pageTable.size();
    }

    /** Returns the target a page was read at. */
    public int pageTarget(int page) {
        return pageTable.target(page);
    }

    /** Returns the name of a page for reports: its path below the site, or its whole URL. */
    public String pageName(int page) {
        int target = pageTable.target(page);
        if (targets.kind(target) == TargetKind.FILE && localRoots.isOfSite(targets.file(target))) {
            return localRoots.path(targets.file(target));
        }
        return names.ofPages().apply(WebUrl.ofSerialised(targets.url(target)));
    }

    /** Returns the name of a target for reports: its path below the site, decoded, or its whole URL if it lies elsewhere. */
    public String name(int target) {
        return WebUrl.parse(targets.url(target)) instanceof WebUrl url && url.isHttp()
                ? names.ofTargets().apply(url)
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
        return names.site();
    }

    /** Returns whether a page is one of those that {@link #pages} counts, unlike a style sheet, for example. */
    public boolean isCounted(int page) {
        return pageTable.isCounted(page);
    }

    /** Returns the number of pages whose links were read. */
    public long pages() {
        return pageTable.pages();
    }

    /** Returns the number of links found. */
    public long links() {
        return pageTable.links();
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

    /** Passes the stored links of a page to a visitor, of those that are {@link #isSound sound} only the targets. */
    public void forEachUnsound(int page, StoredLinkVisitor visitor) throws IOException {
        storedLinks.forEachUnsound(page, soundLinks, visitor);
    }

    /** Returns a stored link of a page. */
    public StoredLink storedLink(int page, int position) throws IOException {
        return storedLinks.get(page, position);
    }
}
