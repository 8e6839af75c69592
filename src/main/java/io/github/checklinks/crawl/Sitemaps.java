// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.schedule.ScheduledRequest;
import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.facts.FactsBuilder;
import io.github.checklinks.facts.PageResult;

/**
 * Queues the links of documents. The pages of a sitemap that is a start have the depth of a start, and the sitemaps of an index are starts
 * as well.
 */
final class Sitemaps {

    /** The maximum number of sitemaps. One lists at most 50,000 pages (sitemaps.org), so more than this are an endless chain. */
    static final int MAX_SITEMAPS = 10_000;

    private final VisitPlanner visitPlanner;
    private final FactsBuilder facts;
    private int read;

    Sitemaps(VisitPlanner visitPlanner, FactsBuilder facts) {
        this.visitPlanner = visitPlanner;
        this.facts = facts;
    }

    /** Queues the links of a document. */
    void follow(ScheduledRequest scheduledRequest, PageResult page, DocumentType documentType, boolean judged) {
        if (documentType != DocumentType.XML || scheduledRequest.depth > 0) {
            visitPlanner.follow(page, scheduledRequest.depth + 1, judged);
            return;
        }
        if (read == MAX_SITEMAPS) {
            facts.setStopReason(
                    "there are more than " + MAX_SITEMAPS + " sitemaps; the pages of the others were not visited");
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
