// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.robots.RobotsTxt;
import io.github.checklinks.facts.FactsBuilder;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.url.WebUrl;

/** The additional starts of a crawl. They are read to find pages, on any server, and reported if they cannot be read. */
final class Seeds {

    private final CrawlPlan plan;
    private final CrawlContext crawlContext;
    private final FactsBuilder facts;
    private final RobotsTxt robots;

    Seeds(CrawlPlan plan, CrawlContext crawlContext, RobotsTxt robots) {
        this.plan = plan;
        this.crawlContext = crawlContext;
        this.facts = crawlContext.facts();
        this.robots = robots;
    }

    /** Queues the seeds, resolved against the start page. A seed that is the start page itself is skipped. */
    void enqueue(WebUrl start, int startTarget, Crawler crawler) {
        for (String seed : plan.crawlLimits().seeds()) {
            if (start.resolve(seed) instanceof WebUrl url && url.isHttp()) {
                enqueueOne(url.withoutFragment(), startTarget, crawler);
            }
        }
    }

    private void enqueueOne(WebUrl url, int startTarget, Crawler crawler) {
        int target = crawlContext.resolving().numberOfSeed(url);
        if (target == startTarget || facts.outcome(target) != null) {
            return;
        }
        // On other servers, robots.txt is not consulted: a seed is a single request that the user configured.
        if (crawlContext.isOnSiteHost(url) && !robots.allows(url)) {
            crawler.recordStart(target, robots.refusal());
            facts.starts().addSeed(target);
        } else if (crawler.start(target)) {
            facts.starts().addSeed(target);
        }
    }

    /** Adds a note for each seed whose content type is not parsed. */
    void reportUnread() {
        for (int seed : facts.starts().seeds()) {
            int end = facts.end(seed);
            boolean success = facts.outcome(end) instanceof Outcome.Answered answered
                    && crawlContext.accepts(end).test(answered.status());
            if (success && facts.page(end) < 0) {
                facts.starts()
                        .addNote("The seed " + crawlContext.url(seed).redacted()
                                + " is neither a page nor a sitemap by its Content-Type, so nothing was read from it");
            }
        }
    }
}
