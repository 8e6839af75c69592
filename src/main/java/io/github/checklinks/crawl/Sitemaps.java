// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.extract.DocumentType;

/** What follows from a document whose links were read: a sitemap that starts a crawl hands its own depth on, and the sitemaps of an index are starts too. */
final class Sitemaps {

    /** A sitemap lists 50,000 pages at most (sitemaps.org); more sitemaps than this are an endless chain. */
    static final int MOST = 10_000;

    private final Itinerary itinerary;
    private final Facts facts;
    private int read;

    Sitemaps(Itinerary itinerary, Facts facts) {
        this.itinerary = itinerary;
        this.facts = facts;
    }

    /** Adds what a document links to. */
    void follow(Visit visit, PageFacts page, DocumentType documentType, boolean judged) {
        if (documentType != DocumentType.XML || visit.depth > 0) {
            itinerary.follow(page, visit.depth + 1, judged);
            return;
        }
        if (read == MOST) {
            facts.setCutShort("there are more than " + MOST + " sitemaps; those they list were not visited");
            return;
        }
        read++;
        if (page.isSitemapIndex && itinerary.isStart(visit.target)) {
            for (int code : page.targets) {
                int target = PageFacts.target(code);
                if (target >= 0 && itinerary.addStart(target)) {
                    facts.starts().addSeed(target);
                }
            }
        }
        itinerary.follow(page, 0, judged);
    }
}
