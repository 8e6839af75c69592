// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.facts.store.AnchorHash;

/** The result of reading one page, as numbers; passed from the reading thread to the crawl. Immutable. */
public final class PageResult {

    /** Flag of a code: a link there has a fragment that is not judged yet. */
    public static final int WITH_FRAGMENT = 1;

    /** Flag of a code: a link there was settled at once. */
    public static final int SETTLED = 2;

    /** The result of a page that could not be read. */
    public static final PageResult NONE =
            new PageResult(0, new int[0], new int[0], new long[0], new byte[0], new byte[0], -1, false, false);

    /** The number of links. */
    final int links;

    /** Its targets that count, each with the flags above as a {@link #code}, and rarely more than once. */
    public final int[] targets;

    /** The targets that it opens as documents, if they may be pictures. */
    public final int[] opened;

    /** The sorted {@link AnchorHash} numbers of its anchors and maps. */
    public final long[] anchors;

    /** The links that were not settled at once, as {@link LinkCodec} encodes them. */
    final byte[] records;

    /** The links to anchors that are not known yet, as {@link DeferredAnchorLinks} encodes them. */
    public final byte[] pending;

    /** The number of the target of a refresh without delay; -1 if there is none. */
    final int refreshesTo;

    /** Whether a link to the page itself was settled at once. */
    final boolean linksToItself;

    /** Whether it is a sitemap index, whose targets are sitemaps. */
    public final boolean isSitemapIndex;

    public PageResult(
            int links,
            int[] targets,
            int[] opened,
            long[] anchors,
            byte[] records,
            byte[] pending,
            int refreshesTo,
            boolean linksToItself,
            boolean isSitemapIndex) {
        this.links = links;
        this.targets = targets;
        this.opened = opened;
        this.anchors = anchors;
        this.records = records;
        this.pending = pending;
        this.refreshesTo = refreshesTo;
        this.linksToItself = linksToItself;
        this.isSitemapIndex = isSitemapIndex;
    }

    /** Encodes a target with flags about the links to it. */
    public static int code(int target, int bits) {
        return target << 2 | bits;
    }

    /** Returns the target of a code; negative if the reference cannot be resolved. */
    public static int target(int code) {
        return code >> 2;
    }
}
