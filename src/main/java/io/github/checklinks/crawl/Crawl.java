// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.page.PageReaderPool;
import io.github.checklinks.crawl.robots.RobotsTxt;
import io.github.checklinks.facts.Facts;
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

/** One crawl, of a directory or of a served site, from its start to its facts. The facts are valid until it is closed. */
public final class Crawl implements Closeable {

    private final CrawlPlan plan;
    private final ExecutorService executor;
    private final int readersAtOnce;
    private final Progress progress;
    private final Spool spool;
    private final StopCondition stopCondition;
    private @Nullable PageReaderPool pageReaderPool;

    /**
     * A crawl that has not begun.
     *
     * @param executor runs everything that reads or resolves; a fixed number of threads
     * @param readersAtOnce how many threads it has
     */
    public Crawl(CrawlPlan plan, ExecutorService executor, int readersAtOnce, Progress progress) {
        this.plan = plan;
        this.executor = executor;
        this.readersAtOnce = readersAtOnce;
        this.progress = progress;
        this.spool = new Spool(plan.spoolDirectory());
        this.stopCondition = new StopCondition(plan.crawlLimits().maxDuration());
    }

    /**
     * Visits everything. When this thread is interrupted, or {@link #interrupt} is called, it ends soon and tells what is known by
     * then: a run that was cut short.
     *
     * @throws IOException when a file cannot be read, or the spool cannot be written
     */
    public Facts run() throws IOException {
        if (plan.site() instanceof Site.Built built) {
            return crawler(new CrawlContext(plan, WebUrl.ofSerialised(built.base()), RobotsTxt.NONE, spool))
                    .crawl();
        }
        return runServed((Site.Served) plan.site());
    }

    /** Asks for the end. Any thread may call it, at any time. */
    public void interrupt() {
        stopCondition.interrupt();
    }

    /** Whether the end was asked for. */
    public boolean isInterrupted() {
        return stopCondition.isInterrupted();
    }

    /** Why the disk could not take all intermediate data, for the user; empty when it did. */
    public String troubleWithDisk() {
        return spool.trouble();
    }

    /** Lets go of what only reading needs, since there is too little memory. */
    public void releaseMemory() {
        if (pageReaderPool != null) {
            pageReaderPool.forget();
        }
    }

    private Crawler crawler(CrawlContext crawlContext) {
        pageReaderPool = crawlContext.readers();
        return new Crawler(plan, crawlContext, executor, readersAtOnce, progress, stopCondition);
    }

    private Facts runServed(Site.Served served) throws IOException {
        StartupRequests startupRequests = new StartupRequests(plan, stopCondition);
        StartupRequests.Arrived arrived =
                startupRequests.start(WebUrl.ofSerialised(served.start()).withoutFragment());
        WebUrl at = arrived.end();
        RobotsTxt robots = startupRequests.robots(at);
        CrawlContext crawlContext = new CrawlContext(plan, at, robots, spool);
        Facts facts = crawlContext.facts();
        Crawler crawler = crawler(crawlContext);
        int end = crawlContext.resolving().numberOfStart(at);
        int start = end;
        // Before the page is read: a link back to where it all began must not decide how that stands.
        for (int i = arrived.hops().size() - 1; i >= 0; i--) {
            StartupRequests.Hop hop = arrived.hops().get(i);
            int from = crawlContext.resolving().numberOfHop(hop.from());
            crawler.startOver(from, new Outcome.Redirected(hop.status(), start, hop.fragment(), 1));
            start = from;
        }
        facts.starts().setPage(start);
        Seeds seeds = new Seeds(plan, crawlContext, robots);
        // Before the page is read, too: a link there must not make a seed an ordinary target.
        seeds.enqueue(at, end, crawler);
        Response response = arrived.response();
        if (stopCondition.isDue() && !(response instanceof Response.Answer)) {
            crawler.start(end);
        } else if (response == null) {
            crawler.startOver(end, robots.refusal());
        } else {
            crawler.startWith(end, response);
        }
        CompletableFuture<@Nullable String> softNotFound =
                response instanceof Response.Answer answer && answer.isSuccess()
                        ? askForNothing(at, startupRequests, robots.crawlDelay())
                        : CompletableFuture.completedFuture(null);
        obeyDelay(robots.crawlDelay(), facts, crawler);
        crawler.crawl();
        seeds.reportUnread();
        if (isLonely(facts)) {
            facts.starts()
                    .addNote(
                            "The crawl ended after one page, " + at.redacted()
                                    + ": no link on it leads to another page below " + facts.site()
                                    + ". If the site has more pages, set site to the address that they lie below, or name its"
                                    + " sitemap in seeds; a page that asks for a login, or that only scripts fill, has no links to follow");
        }
        String note = softNotFound.join();
        if (note != null) {
            facts.starts().addNote(note);
        }
        return facts;
    }

    /** Whether one page was read, although nobody said that there are no others. */
    private boolean isLonely(Facts facts) {
        return facts.pages() == 1
                && facts.cutShort().isEmpty()
                && plan.crawlLimits().maxDepth() > 0
                && plan.crawlLimits().maxPages() > 1
                && plan.pages().acceptsAll();
    }

    /** Nothing depends on the answer, so nothing waits for it: unless the server wants its requests one after the other. */
    private CompletableFuture<@Nullable String> askForNothing(
            WebUrl start, StartupRequests startupRequests, Duration delay) {
        Executor own = delay.isZero() ? Crawl::onOwnThread : Runnable::run;
        return CompletableFuture.supplyAsync(() -> SoftNotFound.note(start, plan, startupRequests), own);
    }

    private static void onOwnThread(Runnable task) {
        Thread thread = new Thread(task, "check-links-soft-404");
        thread.setDaemon(true);
        thread.start();
    }

    private static void obeyDelay(Duration delay, Facts facts, Crawler crawler) {
        if (!delay.isZero()) {
            crawler.setInterval(delay);
            facts.starts()
                    .addNote("The site's robots.txt asks for " + delay.toMillis() / 1000.0
                            + " s between two requests (Crawl-delay), which slows this check down; "
                            + RobotsTxt.ADVICE);
        }
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
