// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.page.ReadAnswer;
import io.github.checklinks.crawl.page.ReadFile;
import io.github.checklinks.crawl.schedule.ScheduledRequest;
import io.github.checklinks.fetch.Fetcher;
import io.github.checklinks.fetch.Request;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.url.WebUrl;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Dispatches files and requests to the threads that read and fetch. Each task produces exactly one result, even if it fails with an
 * exception.
 */
final class WorkDispatcher {

    private static final int MIN_BATCH = 4;

    /** The maximum number of files in a batch. */
    static final int MAX_BATCH = 64;

    private final @Nullable CrawlContext crawlContext;
    private final ExecutorService executor;
    private final Supplier<Fetcher> fetcherSupplier;
    private final BlockingQueue<WorkResult> results;
    private @Nullable Fetcher fetcher;

    /** Creates a dispatcher that only sends requests: before the start page is known, pages cannot be read. */
    WorkDispatcher(ExecutorService executor, Supplier<Fetcher> fetcherSupplier) {
        this(null, executor, fetcherSupplier, new LinkedBlockingQueue<>());
    }

    private WorkDispatcher(
            @Nullable CrawlContext crawlContext,
            ExecutorService executor,
            Supplier<Fetcher> fetcherSupplier,
            BlockingQueue<WorkResult> results) {
        this.crawlContext = crawlContext;
        this.executor = executor;
        this.fetcherSupplier = fetcherSupplier;
        this.results = results;
    }

    /** Returns a dispatcher with the same client and queue of results, which also reads files and pages. */
    WorkDispatcher reading(CrawlContext context) {
        return new WorkDispatcher(context, executor, fetcherSupplier, results);
    }

    private CrawlContext crawlContext() {
        return Objects.requireNonNull(crawlContext);
    }

    /**
     * Returns the size of the next batch. Large batches are better, because each result interrupts a reader; small batches at the end
     * keep all threads busy.
     *
     * @param left the number of files that are left
     */
    static int batchSize(int left, int threads) {
        return Math.min(left, Math.max(MIN_BATCH, Math.min(left / (threads * 16), MAX_BATCH)));
    }

    /** Reads the files of a batch sequentially on one thread; they yield one result. */
    void send(int[] files, boolean[] withLinks, boolean again) {
        executor.execute(new BatchTask(files, withLinks, again));
    }

    /** Reads a batch of files. A class, because bootstrapping the first lambda of this shape would delay the first page. */
    private final class BatchTask implements Runnable {

        private final int[] files;
        private final boolean[] withLinks;
        private final boolean again;

        BatchTask(int[] files, boolean[] withLinks, boolean again) {
            this.files = files;
            this.withLinks = withLinks;
            this.again = again;
        }

        @Override
        public void run() {
            try {
                results.add(
                        new WorkResult.Batch(List.of(crawlContext().readers().files(files, withLinks, again))));
            } catch (Throwable failure) {
                ReadFile each = new ReadFile.Failed(crawlContext().path(files[0]), failure);
                results.add(new WorkResult.Batch(Collections.nCopies(files.length, each)));
            }
        }
    }

    /** Sends a request and reads its response. */
    void send(ScheduledRequest scheduledRequest) {
        if (fetcher == null) {
            fetcher = fetcherSupplier.get();
        }
        WebUrl url = scheduledRequest.isForTarget()
                ? crawlContext().url(scheduledRequest.target)
                : scheduledRequest.address();
        Duration elapsed = Duration.ofNanos(scheduledRequest.elapsed);
        scheduledRequest.sentAt = System.nanoTime();
        CompletableFuture<Response> unused = fetcher.fetch(new Request(
                        url,
                        scheduledRequest.requestMode,
                        scheduledRequest.anyType,
                        scheduledRequest.cookies,
                        elapsed,
                        scheduledRequest.validators))
                .whenComplete((response, failure) -> onResponse(scheduledRequest, url, response, failure));
    }

    /** Called on a thread of the HTTP client, which must not be blocked. */
    private void onResponse(
            ScheduledRequest scheduledRequest, WebUrl url, Response response, @Nullable Throwable failure) {
        scheduledRequest.elapsed += System.nanoTime() - scheduledRequest.sentAt;
        if (failure != null) {
            results.add(new WorkResult.Failure(url.redacted(), failure, scheduledRequest));
        } else if (scheduledRequest.isForTarget()
                && scheduledRequest.requestMode == RequestMode.CONTENT
                && response instanceof Response.Answer answer
                && answer.isSuccess()) {
            try {
                executor.execute(() -> results.add(readAnswer(scheduledRequest, url, response)));
            } catch (RuntimeException | Error rejected) {
                // An exception thrown here would be lost in the future, and the loop would wait forever. It is an
                // Error if there is no memory for another thread.
                results.add(new WorkResult.Failure(url.redacted(), rejected, scheduledRequest));
            }
        } else {
            results.add(new WorkResult.Answered(scheduledRequest, ReadAnswer.unread(response)));
        }
    }

    private WorkResult readAnswer(ScheduledRequest scheduledRequest, WebUrl url, Response response) {
        try {
            return new WorkResult.Answered(
                    scheduledRequest,
                    crawlContext()
                            .readers()
                            .answer(scheduledRequest.target, url, response, scheduledRequest.readsLinks));
        } catch (Throwable failure) {
            return new WorkResult.Failure(url.redacted(), failure, scheduledRequest);
        }
    }

    /** Discards negative DNS results, so that unknown hosts are looked up again. */
    void forgetNames() {
        if (fetcher != null) {
            fetcher.forgetUnknownHosts();
        }
    }

    /** Resolves names that are known to exist; yields false if no request was sent so far. */
    CompletableFuture<Boolean> resolvesPublicNames() {
        return fetcher == null ? CompletableFuture.completedFuture(false) : fetcher.resolvesPublicNames();
    }

    /** Ends a wait for results. May be called by any thread. */
    void wake() {
        results.add(new WorkResult.WakeUp());
    }

    /** Waits for the next result; null if there is none within the time. */
    @Nullable
    WorkResult await(long nanos) throws InterruptedException {
        return results.poll(nanos, TimeUnit.NANOSECONDS);
    }

    /** Returns the next available result without waiting; null if there is none. */
    @Nullable
    WorkResult poll() {
        return results.poll();
    }
}
