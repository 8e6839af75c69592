// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.schedule.ScheduledRequest;
import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.PageResult;

/** What follows from a document whose links were read: a sitemap that starts a crawl hands its own depth on, and the sitemaps of an index are starts too. */
final class Sitemaps {

    /** A sitemap lists 50,000 pages at most (sitemaps.org); more sitemaps than this are an endless chain. */
    static final int MOST = 10_000;

    private final VisitPlanner visitPlanner;
    private final Facts facts;
    private int read;

    Sitemaps(VisitPlanner visitPlanner, Facts facts) {
        this.visitPlanner = visitPlanner;
        this.facts = facts;
    }

    /** Adds what a document links to. */
    void follow(ScheduledRequest scheduledRequest, PageResult page, DocumentType documentType, boolean judged) {
        if (documentType != DocumentType.XML || scheduledRequest.depth > 0) {
            visitPlanner.follow(page, scheduledRequest.depth + 1, judged);
            return;
        }
        if (read == MOST) {
            facts.setCutShort("there are more than " + MOST + " sitemaps; those they list were not visited");
            return;
        }
        read++;
        if (page.isSitemapIndex && visitPlanner.isStart(scheduledRequest.target)) {
            for (int code : page.targets) {
                int target = PageResult.target(code);
                if (target >= 0 && visitPlanner.addStart(target)) {
                    facts.starts().addSeed(target);
                }
            }
        }
        visitPlanner.follow(page, 0, judged);
    }
}
