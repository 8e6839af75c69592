// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.CrawlPlan.Retention;
import io.github.checklinks.crawl.cache.AnswerCache;
import io.github.checklinks.crawl.record.RecordUse;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.fetch.Fetcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A builder of crawls, in which everything has its default until a test changes it. */
public final class Plans extends PlanParts implements AutoCloseable {

    public boolean keepAll = true;

    @Nullable
    AnswerCache cache;

    @Nullable
    RecordUse record;

    public Runnable abort = () -> {};
    Progress progress = (pages, links, waiting) -> {};
    public Fetcher fetcher = request -> {
        throw new IllegalStateException("unexpected request for " + request.url());
    };

    private final Path work;
    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final List<Crawl> open = new ArrayList<>();

    public Plans(Path work) {
        this.work = work;
    }

    ExecutorService executor() {
        return executor;
    }

    CrawlPlan plan() {
        return new CrawlPlan(
                site,
                mappings,
                reading(),
                scope(),
                acceptance(),
                crawlLimits(),
                politeness(),
                hosts,
                new CrawlPlan.Network(() -> fetcher, () -> abort.run(), userAgent, slots),
                new CrawlPlan.Storage(keepAll ? Retention.ALL : Retention.UNCERTAIN_AND_SKIPPED, true, work),
                cache,
                record);
    }

    public Facts run() throws IOException {
        Crawl crawl = new Crawl(plan(), executor, 2, progress);
        open.add(crawl);
        return crawl.run();
    }

    @Override
    public void close() throws IOException {
        executor.shutdownNow();
        for (Crawl crawl : open) {
            crawl.close();
        }
    }
}
