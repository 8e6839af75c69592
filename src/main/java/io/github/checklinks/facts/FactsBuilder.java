// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.crawl.directory.LocalRoots;
import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.facts.store.IntList;
import io.github.checklinks.facts.store.Spool;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The facts as the crawl writes them, and reads them while it does. Not thread-safe. */
public final class FactsBuilder extends Facts {

    private final DeferredAnchorLinks deferred;

    /**
     * The tables that the reading threads write, too.
     *
     * @param targets the targets
     * @param attributeNumbers the link attributes
     * @param anchors the anchors of the pages
     */
    public record Shared(Targets targets, LinkAttributeNumbers attributeNumbers, AnchorIndex anchors) {

        /** Creates empty tables. */
        public Shared() {
            this(new Targets(), new LinkAttributeNumbers(), new AnchorIndex());
        }
    }

    /**
     * Creates facts without content.
     *
     * @param maxRedirects the maximum number of redirects in a {@link RedirectChain}
     */
    public FactsBuilder(Names names, Shared shared, LocalRoots localRoots, Spool spool, int maxRedirects) {
        super(
                names,
                shared.targets,
                localRoots,
                new StoredLinks(shared.attributeNumbers, spool),
                new PageTable(shared.anchors),
                maxRedirects);
        this.deferred = new DeferredAnchorLinks(spool);
    }

    /** Returns the facts for readers. They share all tables with the builder, which is of no use afterwards. */
    public Facts build() {
        return new Facts(this);
    }

    /**
     * Adds a page.
     *
     * @param target the target it was read at
     * @param withLinks whether its links count
     * @return its number
     */
    public int addPage(int target, PageResult page, DocumentType documentType, boolean withLinks) throws IOException {
        if (withLinks) {
            storedLinks.add(page.records);
        } else {
            storedLinks.addUnread();
        }
        return pageTable.add(target, page, documentType, withLinks);
    }

    /**
     * Replaces the stored links and the target of a page by those of another reading of it, which may have been at
     * another URL.
     */
    public void replacePage(int page, int target, PageResult again) throws IOException {
        storedLinks.replace(page, again.records);
        pageTable.replace(page, target, again);
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
        return deferred.settle(soundLinks, this::setSettled);
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

    /** Records that a link to a target was settled at once. */
    public void setSettled(int target) {
        targetOutcomes.setSettled(target);
    }

    public void setFromCache(int target, boolean isFromCache) {
        targetOutcomes.setFromCache(target, isFromCache);
    }

    public void setFromRecord(int target, boolean isFromRecord) {
        targetOutcomes.setFromRecord(target, isFromRecord);
    }

    public void setStopReason(String reason) {
        stopReason = reason;
    }

    public void setUnreached(Set<FailureCause> causes) {
        networkFailures = causes;
    }
}
