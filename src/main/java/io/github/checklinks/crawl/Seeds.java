// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.robots.RobotsTxt;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.url.WebUrl;

/** The further starts of a crawl: read to find pages, wherever they lie, and told when they cannot be read. */
final class Seeds {

    private final CrawlPlan plan;
    private final CrawlContext crawlContext;
    private final Facts facts;
    private final RobotsTxt robots;

    Seeds(CrawlPlan plan, CrawlContext crawlContext, RobotsTxt robots) {
        this.plan = plan;
        this.crawlContext = crawlContext;
        this.facts = crawlContext.facts();
        this.robots = robots;
    }

    /** Queues them. They are resolved against the start page, whose target is none of them. */
    void enqueue(WebUrl start, int startTarget, Crawler crawler) {
        for (String seed : plan.crawlLimits().seeds()) {
            if (start.resolve(seed) instanceof WebUrl url && url.isHttp()) {
                sowOne(url.withoutFragment(), startTarget, crawler);
            }
        }
    }

    private void sowOne(WebUrl url, int startTarget, Crawler crawler) {
        int target = crawlContext.resolving().numberOfSeed(url);
        if (target == startTarget || facts.outcome(target) != null) {
            return;
        }
        // What lies on other servers is one request that the user asked for by name.
        if (crawlContext.isOnSiteHost(url) && !robots.allows(url)) {
            crawler.startOver(target, robots.refusal());
            facts.starts().addSeed(target);
        } else if (crawler.start(target)) {
            facts.starts().addSeed(target);
        }
    }

    /** Tells of seeds that answered with something that no links are looked for in. */
    void reportUnread() {
        for (int seed : facts.starts().seeds()) {
            int end = seed;
            for (int hops = 0;
                    facts.outcome(end) instanceof Outcome.Redirected hop
                            && hops < plan.politeness().maxRedirects();
                    hops++) {
                end = hop.to();
            }
            boolean fine = facts.outcome(end) instanceof Outcome.Answered answered
                    && crawlContext.accepts(end).test(answered.status());
            if (fine && facts.page(end) < 0) {
                facts.starts()
                        .addNote("The seed " + crawlContext.url(seed).redacted()
                                + " is neither a page nor a sitemap by its Content-Type, so nothing was read from it");
            }
        }
    }
}
