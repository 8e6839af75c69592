// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.page.ReadFile;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.PageResult;
import io.github.checklinks.facts.store.IntList;
import io.github.checklinks.text.FileTrouble;
import io.github.checklinks.text.MemoryShortage;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads files again that name anchors which were not found, now that all are known, for what is to be told of these links. However the
 * run ended: they are known by then, and nobody is asked for them. Only a file system that hangs does not hold the run any longer.
 */
final class RereadPass {

    private final WorkDispatcher workDispatcher;
    private final Facts facts;
    private final StopCondition stopCondition;
    private final int threads;
    private long dueSince;

    /** Has up to so many threads read at the same time. */
    RereadPass(WorkDispatcher workDispatcher, Facts facts, StopCondition stopCondition, int threads) {
        this.workDispatcher = workDispatcher;
        this.facts = facts;
        this.stopCondition = stopCondition;
        this.threads = threads;
    }

    /** Reads files that were read before. */
    void read(IntList files) throws IOException {
        int sent = 0;
        int back = 0;
        while (back < files.size()) {
            while (sent < files.size() && sent - back < threads * 2 * WorkDispatcher.MOST_TOGETHER) {
                int[] batch = new int[WorkDispatcher.together(files.size() - sent, threads)];
                for (int i = 0; i < batch.length; i++) {
                    batch[i] = files.get(sent++);
                }
                boolean[] withLinks = new boolean[batch.length];
                Arrays.fill(withLinks, true);
                workDispatcher.send(batch, withLinks, true);
            }
            if (isOverdue()) {
                cutShort(stopCondition.reason() + " before every missing anchor was told");
                return;
            }
            if (await() instanceof WorkResult.Batch batch) {
                back += record(batch);
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

    /** Returns how many files of the second reading are back. */
    private int record(WorkResult.Batch batch) throws IOException {
        int back = 0;
        for (ReadFile each : batch.files()) {
            if (each instanceof ReadFile.Failed failed) {
                back++;
                cutShort(
                        MemoryShortage.is(failed.cause())
                                ? MemoryShortage.text(failed.cause(), "reading " + failed.path() + " a second time")
                                : failed.path() + " could not be read a second time (" + failed.cause() + ")");
            } else if (each instanceof ReadFile.Unread unread) {
                back++;
                // It was there a moment ago: what was kept of it then stays.
                int page = facts.pageOfFile(unread.file());
                facts.unreadable().addFile(unread.file(), FileTrouble.reason(unread.cause()));
                facts.unreadable().addPage(page, facts.roots().path(unread.file()));
            } else if (each instanceof ReadFile.Done read) {
                int page = facts.pageOfFile(read.file());
                // A first reading that comes too late to count has no page.
                if (page >= 0) {
                    back++;
                    facts.replacePage(page, facts.pageTarget(page), read.page());
                    settle(read.page());
                }
            }
        }
        return back;
    }

    /** More is settled on sight than the first time, and leaves nothing else behind. */
    private void settle(PageResult again) {
        for (int code : again.targets) {
            if ((code & PageResult.SETTLED) != 0) {
                facts.setSettled(PageResult.target(code));
            }
        }
    }

    private void cutShort(String reason) {
        if (facts.cutShort().isEmpty()) {
            facts.setCutShort(reason);
        }
    }
}
