// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import io.github.checklinks.crawl.Progress;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Logs the progress of a check every ten seconds, one line each. */
final class ProgressLog implements Progress {

    private static final long EVERY = Duration.ofSeconds(10).toNanos();

    private final Consumer<String> lines;
    private final LongSupplier nanoTime;
    private long logged;
    private long pagesLogged;

    /** Creates a log; the first line is due in ten seconds. */
    ProgressLog(Consumer<String> lines, LongSupplier nanoTime) {
        this.lines = lines;
        this.nanoTime = nanoTime;
        this.logged = nanoTime.getAsLong();
    }

    @Override
    public void update(long pages, long links, long waiting) {
        long now = nanoTime.getAsLong();
        if (now - logged < EVERY) {
            return;
        }
        double rate = (pages - pagesLogged) * 1e9 / (now - logged);
        lines.accept(String.format(
                Locale.ROOT,
                "%,d pages read (%.0f a second), %,d links checked, %,d URLs waiting",
                pages,
                rate,
                links,
                waiting));
        logged = now;
        pagesLogged = pages;
    }
}
