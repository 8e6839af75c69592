// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import io.github.checklinks.crawl.Progress;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Tells every ten seconds how far a check has come, one line each. */
final class ProgressLog implements Progress {

    private static final long EVERY = Duration.ofSeconds(10).toNanos();

    private final Consumer<String> lines;
    private final LongSupplier nanoTime;
    private long told;
    private long pagesTold;

    /** Starts counting the ten seconds. */
    ProgressLog(Consumer<String> lines, LongSupplier nanoTime) {
        this.lines = lines;
        this.nanoTime = nanoTime;
        this.told = nanoTime.getAsLong();
    }

    @Override
    public void update(long pages, long links, long waiting) {
        long now = nanoTime.getAsLong();
        if (now - told < EVERY) {
            return;
        }
        double rate = (pages - pagesTold) * 1e9 / (now - told);
        lines.accept(String.format(
                Locale.ROOT,
                "%,d pages read (%.0f a second), %,d links checked, %,d addresses waiting",
                pages,
                rate,
                links,
                waiting));
        told = now;
        pagesTold = pages;
    }
}
