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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
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
            crawler(crawlContext).crawl();
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

    private Crawler crawler(CrawlContext crawlContext) {
        pageReaderPool = crawlContext.readers();
        return new Crawler(plan, crawlContext, executor, readersAtOnce, progress, stopCondition);
    }

    private Facts runServed(Site.Served served) throws IOException {
        StartupRequests startupRequests = new StartupRequests(plan, stopCondition);
        StartupRequests.StartResponse startResponse =
                startupRequests.start(WebUrl.ofSerialised(served.start()).withoutFragment());
        WebUrl at = startResponse.end();
        RobotsTxt robots = startupRequests.robots(at);
        CrawlContext crawlContext = new CrawlContext(plan, at, robots, spool);
        FactsBuilder facts = crawlContext.facts();
        Crawler crawler = crawler(crawlContext);
        int end = crawlContext.resolving().numberOfStart(at);
        int start = end;
        // Recorded before the page is read, so that a link back to the start URL does not request it again.
        for (int i = startResponse.hops().size() - 1; i >= 0; i--) {
            StartupRequests.Hop hop = startResponse.hops().get(i);
            int from = crawlContext.resolving().numberOfHop(hop.from());
            crawler.recordStart(from, new Outcome.Redirected(hop.status(), start, hop.fragment(), 1));
            start = from;
        }
        facts.starts().setPage(start);
        Seeds seeds = new Seeds(plan, crawlContext, robots);
        // Queued before the page is read, so that a link on it does not make a seed an ordinary target.
        seeds.enqueue(at, end, crawler);
        Response response = startResponse.response();
        if (stopCondition.isDue() && !(response instanceof Response.Answer)) {
            crawler.start(end);
        } else if (response == null) {
            crawler.recordStart(end, robots.refusal());
        } else {
            crawler.recordStart(end, response);
        }
        CompletableFuture<@Nullable String> softNotFound =
                response instanceof Response.Answer answer && answer.isSuccess()
                        ? probeMissingPage(at, startupRequests, robots.crawlDelay())
                        : CompletableFuture.completedFuture(null);
        applyCrawlDelay(robots.crawlDelay(), facts, crawler);
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
        String note = softNotFound.join();
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

    /**
     * Requests a missing page in parallel with the crawl, because the crawl does not depend on it; sequentially if there is a Crawl-delay.
     */
    private CompletableFuture<@Nullable String> probeMissingPage(
            WebUrl start, StartupRequests startupRequests, Duration delay) {
        Executor runner = delay.isZero() ? Crawl::onOwnThread : Runnable::run;
        return CompletableFuture.supplyAsync(() -> SoftNotFound.note(start, plan, startupRequests), runner);
    }

    private static void onOwnThread(Runnable task) {
        Thread thread = new Thread(task, "check-links-soft-404");
        thread.setDaemon(true);
        thread.start();
    }

    private static void applyCrawlDelay(Duration delay, FactsBuilder facts, Crawler crawler) {
        if (!delay.isZero()) {
            crawler.setInterval(delay);
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
