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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends files and visits off to the threads that read and ask. Each departure has exactly one arrival, even when we fail ourselves. */
final class WorkDispatcher {

    private static final int FEW_TOGETHER = 4;

    /** So many files are read together at most. */
    static final int MOST_TOGETHER = 64;

    private final CrawlContext crawlContext;
    private final ExecutorService executor;
    private final Supplier<Fetcher> opener;
    private final BlockingQueue<WorkResult> arrivals = new LinkedBlockingQueue<>();
    private @Nullable Fetcher fetcher;

    WorkDispatcher(CrawlContext crawlContext, ExecutorService executor, Supplier<Fetcher> opener) {
        this.crawlContext = crawlContext;
        this.executor = executor;
        this.opener = opener;
    }

    /**
     * How many of the files that are left are best read together. Each arrival interrupts one of those who read, so the more the better;
     * but at the end no thread must idle for long while another reads.
     */
    static int together(int left, int threads) {
        return Math.min(left, Math.max(FEW_TOGETHER, Math.min(left / (threads * 16), MOST_TOGETHER)));
    }

    /** Has files read, one after the other on one thread; they arrive together. */
    void send(int[] files, boolean[] withLinks, boolean again) {
        executor.execute(new Reading(files, withLinks, again));
    }

    /** Files that are read. No lambda: the first of its shape would hold up the first page. */
    private final class Reading implements Runnable {

        private final int[] files;
        private final boolean[] withLinks;
        private final boolean again;

        Reading(int[] files, boolean[] withLinks, boolean again) {
            this.files = files;
            this.withLinks = withLinks;
            this.again = again;
        }

        @Override
        public void run() {
            try {
                arrivals.add(new WorkResult.Batch(List.of(crawlContext.readers().files(files, withLinks, again))));
            } catch (Throwable failure) {
                ReadFile each = new ReadFile.Failed(crawlContext.path(files[0]), failure);
                arrivals.add(new WorkResult.Batch(Collections.nCopies(files.length, each)));
            }
        }
    }

    /** Has a server asked, and its answer read. */
    void send(ScheduledRequest scheduledRequest) {
        if (fetcher == null) {
            fetcher = opener.get();
        }
        WebUrl url = crawlContext.url(scheduledRequest.target);
        Duration spent = Duration.ofNanos(scheduledRequest.spent);
        scheduledRequest.sentAt = System.nanoTime();
        CompletableFuture<Response> unused = fetcher.fetch(new Request(
                        url,
                        scheduledRequest.requestMode,
                        scheduledRequest.anyType,
                        scheduledRequest.cookies,
                        spent,
                        scheduledRequest.known))
                .whenComplete((response, failure) -> onResponse(scheduledRequest, url, response, failure));
    }

    /** Called on a thread of the client, which must not be held. */
    private void onResponse(
            ScheduledRequest scheduledRequest, WebUrl url, Response response, @Nullable Throwable failure) {
        scheduledRequest.spent += System.nanoTime() - scheduledRequest.sentAt;
        if (failure != null) {
            arrivals.add(new WorkResult.Bug(url.redacted(), failure, scheduledRequest));
        } else if (scheduledRequest.requestMode == RequestMode.CONTENT
                && response instanceof Response.Answer answer
                && answer.isSuccess()) {
            try {
                executor.execute(() -> arrivals.add(readAnswer(scheduledRequest, url, response)));
            } catch (RuntimeException | Error rejected) {
                // Thrown into the future it would be lost, and the loop would wait for ever. An Error when there is no
                // memory
                // for a thread.
                arrivals.add(new WorkResult.Bug(url.redacted(), rejected, scheduledRequest));
            }
        } else {
            arrivals.add(new WorkResult.Answered(scheduledRequest, ReadAnswer.unread(response)));
        }
    }

    private WorkResult readAnswer(ScheduledRequest scheduledRequest, WebUrl url, Response response) {
        try {
            return new WorkResult.Answered(
                    scheduledRequest,
                    crawlContext.readers().answer(scheduledRequest.target, url, response, scheduledRequest.readsLinks));
        } catch (Throwable failure) {
            return new WorkResult.Bug(url.redacted(), failure, scheduledRequest);
        }
    }

    /** Has names that had no address looked up anew. */
    void forgetNames() {
        if (fetcher != null) {
            fetcher.forgetUnknownHosts();
        }
    }

    /** Whether the name service knows names that exist for certain. */
    CompletableFuture<Boolean> resolvesPublicNames() {
        return fetcher == null ? CompletableFuture.completedFuture(false) : fetcher.resolvesPublicNames();
    }

    /** Ends a wait for arrivals. Any thread may call it. */
    void wake() {
        arrivals.add(new WorkResult.Nothing());
    }

    /** The next arrival; null when none comes within the time. */
    @Nullable
    WorkResult await(long nanos) throws InterruptedException {
        return arrivals.poll(nanos, TimeUnit.NANOSECONDS);
    }

    /** An arrival that is there already; null when there is none. */
    @Nullable
    WorkResult poll() {
        return arrivals.poll();
    }
}
