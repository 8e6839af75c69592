// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.page.PageReaderPool;
import io.github.checklinks.crawl.robots.RobotsTxt;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.FactsBuilder;
import io.github.checklinks.facts.store.Spool;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Site;
import io.github.checklinks.url.WebUrl;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** A crawl of a directory or a served site. The facts that it returns are valid until it is closed. */
public final class Crawl implements Closeable {

    private final CrawlPlan plan;
    private final ExecutorService executor;
    private final int readersAtOnce;
    private final Progress progress;
    private final Spool spool;
    private final StopCondition stopCondition;
    private @Nullable PageReaderPool pageReaderPool;

    /**
     * Creates a crawl.
     *
     * @param executor reads and resolves; has a fixed number of threads
     * @param readersAtOnce the number of its threads
     * @param progress is notified of the progress
     */
    public Crawl(CrawlPlan plan, ExecutorService executor, int readersAtOnce, Progress progress) {
        this.plan = plan;
        this.executor = executor;
        this.readersAtOnce = readersAtOnce;
        this.progress = progress;
        this.spool = new Spool(plan.storage().directory());
        this.stopCondition = new StopCondition(plan.crawlLimits().maxDuration());
    }

    /**
     * Crawls the site. When this thread is interrupted, or {@link #interrupt} is called, the crawl ends soon and returns the facts
     * found so far, marked as incomplete ({@link Facts#stopReason}).
     *
     * @throws IOException if a file cannot be read, or the spool cannot be written
     */
    public Facts run() throws IOException {
        if (plan.site() instanceof Site.Built built) {
            CrawlContext crawlContext =
                    new CrawlContext(plan, WebUrl.ofSerialised(built.base()), RobotsTxt.NONE, spool);
            RequestQueue queue = queue("");
            crawler(crawlContext, queue, new SoftNotFound(plan, crawlContext, RobotsTxt.NONE, queue))
                    .crawl();
            return crawlContext.facts().build();
        }
        return runServed((Site.Served) plan.site());
    }

    /** Ends the crawl early. May be called by any thread at any time. */
    public void interrupt() {
        stopCondition.interrupt();
    }

    /** Returns whether the crawl was interrupted. */
    public boolean isInterrupted() {
        return stopCondition.isInterrupted();
    }

    /** Returns why intermediate data could not be written to disk, for the user; empty if they could. */
    public String troubleWithDisk() {
        return spool.failure();
    }

    /** Releases the caches that are only needed to read pages, because memory is short. */
    public void releaseMemory() {
        if (pageReaderPool != null) {
            pageReaderPool.clear();
        }
    }

    private RequestQueue queue(String siteHost) {
        return new RequestQueue(plan, siteHost, executor, stopCondition);
    }

    private Crawler crawler(CrawlContext crawlContext, RequestQueue queue, SoftNotFound softNotFound) {
        pageReaderPool = crawlContext.readers();
        return new Crawler(plan, crawlContext, queue, softNotFound, readersAtOnce, progress, stopCondition);
    }

    private StartVisits.Start visitStart(Site.Served served, RequestQueue queue) throws IOException {
        try {
            return new StartVisits(plan, queue, stopCondition)
                    .start(WebUrl.ofSerialised(served.start()).withoutFragment());
        } catch (IOException | RuntimeException | Error failure) {
            queue.frontier().close();
            throw failure;
        }
    }

    private Facts runServed(Site.Served served) throws IOException {
        RequestQueue queue = queue("");
        StartVisits.Start visited = visitStart(served, queue);
        WebUrl at = visited.url();
        RobotsTxt robots = visited.robots();
        CrawlContext crawlContext = new CrawlContext(plan, at, robots, spool);
        FactsBuilder facts = crawlContext.facts();
        if (stopCondition.isDue() && !(visited.response() instanceof Response.Answer)) {
            // Nothing more is sent, and what is still in flight is of no interest.
            queue.frontier().close();
            queue = queue(crawlContext.siteHost());
        }
        SoftNotFound softNotFound = new SoftNotFound(plan, crawlContext, robots, queue);
        Crawler crawler = crawler(crawlContext, queue, softNotFound);
        int end = crawlContext.resolving().numberOfStart(at);
        int start = end;
        // Recorded before the page is read, so that a link back to the start URL does not request it again.
        for (int i = visited.hops().size() - 1; i >= 0; i--) {
            StartVisits.Hop hop = visited.hops().get(i);
            int from = crawlContext.resolving().numberOfHop(hop.from());
            crawler.recordStart(from, new Outcome.Redirected(hop.status(), start, hop.fragment(), hop.attempts()));
            start = from;
        }
        facts.starts().setPage(start);
        Seeds seeds = new Seeds(plan, crawlContext, robots);
        // Queued before the page is read, so that a link on it does not make a seed an ordinary target.
        seeds.enqueue(at, end, crawler);
        Response response = visited.response();
        if (stopCondition.isDue() && !(response instanceof Response.Answer)) {
            crawler.start(end);
        } else if (response == null) {
            crawler.recordStart(end, robots.refusal());
        } else {
            crawler.recordStart(end, visited.request(), visited.hops().size(), response);
        }
        if (response instanceof Response.Answer answer && answer.isSuccess()) {
            softNotFound.visit(at);
        }
        noteCrawlDelay(robots.crawlDelay(), facts);
        crawler.crawl();
        seeds.reportUnread();
        if (hasOnlyOnePage(facts)) {
            facts.starts()
                    .addNote(
                            "The crawl ended after one page, " + at.redacted()
                                    + ": no link on it leads to another page below " + facts.site()
                                    + ". If the site has more pages, set site to the URL below which they are located, or"
                                    + " add its sitemap to seeds; a login page, or a page filled only by scripts, has no links to follow");
        }
        String note = softNotFound.note();
        if (note != null) {
            facts.starts().addNote(note);
        }
        return facts.build();
    }

    /** Returns whether only one page was read, although no limit or filter explains that. */
    private boolean hasOnlyOnePage(FactsBuilder facts) {
        return facts.pages() == 1
                && facts.stopReason().isEmpty()
                && plan.crawlLimits().maxDepth() > 0
                && plan.crawlLimits().maxPages() > 1
                && plan.reading().acceptsAllPages();
    }

    private static void noteCrawlDelay(Duration delay, FactsBuilder facts) {
        if (!delay.isZero()) {
            facts.starts()
                    .addNote("The site's robots.txt requires " + delay.toMillis() / 1000.0
                            + " s between two requests (Crawl-delay), which slows this check down; "
                            + RobotsTxt.ADVICE);
        }
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
