// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.page.ReadFile;
import io.github.checklinks.facts.FactsBuilder;
import io.github.checklinks.facts.PageResult;
import io.github.checklinks.facts.store.IntList;
import io.github.checklinks.text.FileTrouble;
import io.github.checklinks.text.MemoryShortage;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files that link to missing anchors a second time, now that all anchors are known, to obtain the details of these links. It
 * also runs after an interrupt or a timeout, because it sends no requests; only a hanging file system ends it early.
 */
final class RereadPass {

    private final WorkDispatcher workDispatcher;
    private final FactsBuilder facts;
    private final StopCondition stopCondition;
    private final int threads;
    private long dueSince;

    /** Creates a pass that reads with a number of threads. */
    RereadPass(WorkDispatcher workDispatcher, FactsBuilder facts, StopCondition stopCondition, int threads) {
        this.workDispatcher = workDispatcher;
        this.facts = facts;
        this.stopCondition = stopCondition;
        this.threads = threads;
    }

    /** Reads files again. */
    void read(IntList files) throws IOException {
        int sent = 0;
        int done = 0;
        while (done < files.size()) {
            while (sent < files.size() && sent - done < threads * 2 * WorkDispatcher.MAX_BATCH) {
                int[] batch = new int[WorkDispatcher.batchSize(files.size() - sent, threads)];
                for (int i = 0; i < batch.length; i++) {
                    batch[i] = files.get(sent++);
                }
                boolean[] withLinks = new boolean[batch.length];
                Arrays.fill(withLinks, true);
                workDispatcher.send(batch, withLinks, true);
            }
            if (isOverdue()) {
                stopReason(stopCondition.reason() + " before every missing anchor was reported");
                return;
            }
            if (await() instanceof WorkResult.Batch batch) {
                done += record(batch);
            }
        }
    }

    private boolean isOverdue() {
        if (!stopCondition.isDue()) {
            return false;
        }
        long now = System.nanoTime();
        dueSince = dueSince == 0 ? now : dueSince;
        return now - dueSince > stopCondition.grace();
    }

    private @Nullable WorkResult await() {
        try {
            return workDispatcher.await(
                    Math.max(1, stopCondition.isDue() ? stopCondition.grace() / 100 : stopCondition.nanosLeft()));
        } catch (InterruptedException stop) {
            stopCondition.interrupt();
            return null;
        }
    }

    /** Records the results of a batch. Returns how many files it contains that were read again. */
    private int record(WorkResult.Batch batch) throws IOException {
        int done = 0;
        for (ReadFile each : batch.files()) {
            if (each instanceof ReadFile.Failed failed) {
                done++;
                stopReason(
                        MemoryShortage.is(failed.cause())
                                ? MemoryShortage.text(failed.cause(), "reading " + failed.path() + " a second time")
                                : failed.path() + " could not be read a second time (" + failed.cause() + ")");
            } else if (each instanceof ReadFile.Unread unread) {
                done++;
                // The file was readable before: the links stored then remain.
                int page = facts.pageOfFile(unread.file());
                facts.unreadable().addFile(unread.file(), FileTrouble.reason(unread.cause()));
                facts.unreadable().addPage(page, facts.roots().path(unread.file()));
            } else if (each instanceof ReadFile.Done read) {
                int page = facts.pageOfFile(read.file());
                // A result of the first pass that arrived too late has no page.
                if (page >= 0) {
                    done++;
                    facts.replacePage(page, facts.pageTarget(page), read.page());
                    recordSettled(read.page());
                }
            }
        }
        return done;
    }

    /** Records the links that are valid now that all anchors are known; they are not stored otherwise. */
    private void recordSettled(PageResult again) {
        for (int code : again.targets) {
            if ((code & PageResult.SETTLED) != 0) {
                facts.setSettled(PageResult.target(code));
            }
        }
    }

    private void stopReason(String reason) {
        if (facts.stopReason().isEmpty()) {
            facts.setStopReason(reason);
        }
    }
}
