// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.facts.store.AnchorHash;

/** What reading one page brought, in numbers: handed from the thread that read it to the crawl. */
public final class PageResult {

    /** Of a code: a link there has a fragment that is still to be judged. */
    public static final int WITH_FRAGMENT = 1;

    /** Of a code: a link there was settled on sight. */
    public static final int SETTLED = 2;

    /** What is known of a page that could not be read. */
    public static final PageResult NONE =
            new PageResult(0, new int[0], new int[0], new long[0], new byte[0], new byte[0], -1, false, false);

    /** How many links it has. */
    final int links;

    /** Its targets that count, each with the bits above and hardly any more than once: {@link #code}. */
    public final int[] targets;

    /** Those of its targets that it opens, if they may be pictures. */
    public final int[] opened;

    /** The sorted {@link AnchorHash} numbers of its anchors and maps. */
    public final long[] anchors;

    /** The links that could not be settled on sight, as {@link LinkCodec} writes them. */
    final byte[] records;

    /** The links to anchors that are not known yet, as {@link DeferredAnchorLinks} writes them. */
    public final byte[] pending;

    /** Where a refresh without delay leads, as a target's number; -1 when there is none. */
    final int refreshesTo;

    /** Whether a link to the page itself was settled on sight. */
    final boolean linksToItself;

    /** Whether it is a sitemap index, so that its targets are sitemaps. */
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

    /** A target with bits that say what is known of the links there. */
    public static int code(int target, int bits) {
        return target << 2 | bits;
    }

    /** The target of a code; negative when no browser could resolve it. */
    public static int target(int code) {
        return code >> 2;
    }
}
