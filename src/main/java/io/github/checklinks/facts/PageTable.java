// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.facts.store.IntList;
import java.util.BitSet;

/** The pages that were read, numbered in the order of reading, without their links. Not thread-safe. */
final class PageTable {

    private final IntList targets = new IntList();
    private final IntList refreshes = new IntList();
    private final BitSet withAnchors = new BitSet();
    private final BitSet linksToItself = new BitSet();
    private final BitSet counted = new BitSet();
    private final AnchorIndex anchors;
    private long links;
    private long pages;

    PageTable(AnchorIndex anchors) {
        this.anchors = anchors;
    }

    /** Adds a page, and returns its number. */
    int add(int target, PageResult page, DocumentType documentType, boolean withLinks) {
        int number = targets.size();
        withAnchors.set(number, documentType.hasAnchors());
        refreshes.add(page.refreshesTo);
        if (withLinks) {
            links += page.links;
            linksToItself.set(number, page.linksToItself);
            counted.set(number, documentType.isPage());
            pages += documentType.isPage() ? 1 : 0;
        }
        anchors.putIfAbsent(target, page.anchors);
        // Last, because its size is the number of pages: if memory runs out before, no page with this number exists.
        targets.add(target);
        return number;
    }

    /** Replaces the target of a page by another one at which it was read again. */
    void replace(int page, int target, PageResult again) {
        anchors.putIfAbsent(target, again.anchors);
        targets.set(page, target);
    }

    int size() {
        return targets.size();
    }

    /** Returns the target a page was read at. */
    int target(int page) {
        return targets.get(page);
    }

    /** Returns the target of a refresh without delay; -1 if there is none. */
    int refreshesTo(int page) {
        return refreshes.get(page);
    }

    /** Returns the sorted anchors of a page. */
    long[] anchors(int page) {
        return anchors.of(targets.get(page));
    }

    boolean isWithAnchors(int page) {
        return withAnchors.get(page);
    }

    boolean linksToItself(int page) {
        return linksToItself.get(page);
    }

    boolean isCounted(int page) {
        return counted.get(page);
    }

    /** Returns the number of pages whose links were read, without other documents such as style sheets. */
    long pages() {
        return pages;
    }

    /** Returns the number of links of all pages. */
    long links() {
        return links;
    }
}
