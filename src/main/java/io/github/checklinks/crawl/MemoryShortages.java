// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.text.MemoryShortage;

/** Counts memory shortages: a single one may be caused by one huge page, repeated ones by a heap that is too small. Not thread-safe. */
final class MemoryShortages {

    /** The number of shortages after which the run ends; each one takes long, because it is preceded by full garbage collections. */
    private static final int MAX_SHORTAGES = 3;

    /** The number of bytes that are reserved for checking and reporting the results when memory runs out. */
    private static final int RESERVED_BYTES = 4 << 20;

    private final CrawlContext crawlContext;

    @SuppressWarnings("UnusedVariable") // Only its size matters.
    private byte[] reserve =
            new byte[(int) Math.min(RESERVED_BYTES, Runtime.getRuntime().maxMemory() / 16)];

    private int count;

    MemoryShortages(CrawlContext crawlContext) {
        this.crawlContext = crawlContext;
    }

    /**
     * Records that something could not be read for lack of memory, and marks the run as incomplete.
     *
     * @param what the file or URL
     * @return whether the run is to end
     */
    boolean add(Throwable failure, String what) {
        reserve = new byte[0];
        markIncomplete(failure, "reading " + what);
        count++;
        if (count == MAX_SHORTAGES) {
            crawlContext.readers().end(new OutOfMemoryError(failure.getMessage()));
        }
        return isOver();
    }

    /** Records that the main loop ran out of memory, which ends the run. */
    void end(OutOfMemoryError failure) {
        count = MAX_SHORTAGES;
        reserve = new byte[0];
        crawlContext.readers().end(failure);
        markIncomplete(failure, "storing the results");
    }

    /** Returns whether nothing more is to be read. */
    boolean isOver() {
        return count >= MAX_SHORTAGES;
    }

    private void markIncomplete(Throwable failure, String activity) {
        if (crawlContext.facts().stopReason().isEmpty()) {
            crawlContext.facts().setStopReason(MemoryShortage.text(failure, activity));
        }
    }
}
