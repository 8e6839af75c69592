// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.robots.RobotsTxt;
import io.github.checklinks.crawl.schedule.RedirectTrail;
import io.github.checklinks.crawl.schedule.ResponseDecision;
import io.github.checklinks.crawl.schedule.ResponseRules;
import io.github.checklinks.crawl.schedule.ScheduledRequest;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.url.WebUrl;
import org.jspecify.annotations.Nullable;

/**
 * The detection of servers that return a success for missing pages ("soft 404"), by a visit of a page that cannot exist. The visit is no
 * link, and does not count as a part of the site. Not thread-safe.
 */
final class SoftNotFound {

    /**
     * The path below the base URL of the site. It has no file extension, because servers of single-page applications return their page for
     * such paths.
     */
    static final String NAME = "check-links-soft-404-probe";

    private final CrawlPlan plan;
    private final CrawlContext crawlContext;
    private final RobotsTxt robots;
    private final RequestQueue queue;
    private int hops;
    private boolean pending;
    private @Nullable WebUrl missing;
    private @Nullable String note;

    SoftNotFound(CrawlPlan plan, CrawlContext crawlContext, RobotsTxt robots, RequestQueue queue) {
        this.plan = plan;
        this.crawlContext = crawlContext;
        this.robots = robots;
        this.queue = queue;
    }

    /** Queues the visit, unless the page may not be requested. */
    void visit(WebUrl start) {
        if (start.resolve(NAME) instanceof WebUrl url
                && !plan.scope().excludes().match(url.href())
                && robots.allows(url)) {
            missing = url;
            pending = true;
            queue.frontier().add(new ScheduledRequest(url, RequestMode.STATUS_BY_GET));
        }
    }

    /** Returns whether the visit is queued or in flight. */
    boolean isPending() {
        return pending;
    }

    /** Handles a response. Redirects are followed on the server of the site, as far as its robots.txt allows. */
    void record(ScheduledRequest request, Response response) {
        WebUrl url = request.address();
        ResponseDecision.OfRequest next = queue.requestRepeater()
                .after(request, url, ResponseRules.Side.SITE, response, status -> status >= 200 && status < 300);
        if (next instanceof ResponseDecision.Follow hop && response instanceof Response.Answer answer) {
            follow(request, answer, hop.to());
        } else if (next instanceof ResponseDecision.Done) {
            pending = false;
            if (missing != null && response instanceof Response.Answer answer && answer.isSuccess()) {
                note = "The server returns " + answer.status() + " for " + missing.redacted()
                        + ", a page that does not exist, so broken"
                        + " links to such pages cannot be detected: configure it to return 404 for missing pages, or check the"
                        + " directory in which the site is built";
            }
        }
    }

    private void follow(ScheduledRequest request, Response.Answer answer, WebUrl to) {
        RedirectTrail.Step step = request.trail().follow(request.address(), request.cookies, answer.cookies(), to);
        hops++;
        pending = hops <= plan.politeness().maxRedirects()
                && !step.isLoop()
                && crawlContext.isOnSiteHost(to)
                && robots.allows(to);
        if (pending) {
            ScheduledRequest next = new ScheduledRequest(to.withoutFragment(), request.requestMode);
            next.continueFrom(request, step.cookies());
            queue.frontier().add(next);
        }
    }

    /** Ends the visit without a result. */
    void end() {
        pending = false;
    }

    /** Returns a warning if the site returns a success for missing pages; null if it does not, or if that is unknown. */
    @Nullable
    String note() {
        return note;
    }
}
