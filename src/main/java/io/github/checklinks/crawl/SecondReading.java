// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.text.FileTrouble;
import io.github.checklinks.text.MemoryShortage;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads files again that name anchors which were not found, now that all are known, for what is to be told of these links. However the
 * run ended: they are known by then, and nobody is asked for them. Only a file system that hangs does not hold the run any longer.
 */
final class SecondReading {

    private final Departures departures;
    private final Facts facts;
    private final Halt halt;
    private final int threads;
    private long dueSince;

    /** Has up to so many threads read at the same time. */
    SecondReading(Departures departures, Facts facts, Halt halt, int threads) {
        this.departures = departures;
        this.facts = facts;
        this.halt = halt;
        this.threads = threads;
    }

    /** Reads files that were read before. */
    void read(IntList files) throws IOException {
        int sent = 0;
        int back = 0;
        while (back < files.size()) {
            while (sent < files.size() && sent - back < threads * 2 * Departures.MOST_TOGETHER) {
                int[] batch = new int[Departures.together(files.size() - sent, threads)];
                for (int i = 0; i < batch.length; i++) {
                    batch[i] = files.get(sent++);
                }
                boolean[] withLinks = new boolean[batch.length];
                Arrays.fill(withLinks, true);
                departures.send(batch, withLinks, true);
            }
            if (isOverdue()) {
                cutShort(halt.reason() + " before every missing anchor was told");
                return;
            }
            if (await() instanceof Arrival.Batch batch) {
                back += record(batch);
            }
        }
    }

    private boolean isOverdue() {
        if (!halt.isDue()) {
            return false;
        }
        long now = System.nanoTime();
        dueSince = dueSince == 0 ? now : dueSince;
        return now - dueSince > halt.grace();
    }

    private @Nullable Arrival await() {
        try {
            return departures.await(Math.max(1, halt.isDue() ? halt.grace() / 100 : halt.nanosLeft()));
        } catch (InterruptedException stop) {
            halt.interrupt();
            return null;
        }
    }

    /** Returns how many files of the second reading are back. */
    private int record(Arrival.Batch batch) throws IOException {
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
                    facts.retell(page, facts.pageTarget(page), read.page());
                    settle(read.page());
                }
            }
        }
        return back;
    }

    /** More is settled on sight than the first time, and leaves nothing else behind. */
    private void settle(PageFacts again) {
        for (int code : again.targets) {
            if ((code & PageFacts.SETTLED) != 0) {
                facts.setSettled(PageFacts.target(code));
            }
        }
    }

    private void cutShort(String reason) {
        if (facts.cutShort().isEmpty()) {
            facts.setCutShort(reason);
        }
    }
}
