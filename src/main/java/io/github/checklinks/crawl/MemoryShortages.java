// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.text.MemoryShortage;

/** Counts how often a run was short of memory: once may be one huge page, again and again is a heap that is too small. For one thread. */
final class MemoryShortages {

    /** After so many the run ends: each further one takes long, because all garbage is collected first. */
    private static final int MOST = 3;

    /** What is let go when memory runs out, so that what was found can be judged and reported. */
    private static final int RESERVE = 4 << 20;

    private final CrawlContext crawlContext;

    @SuppressWarnings("UnusedVariable") // It is there for its size.
    private byte[] reserve =
            new byte[(int) Math.min(RESERVE, Runtime.getRuntime().maxMemory() / 16)];

    private int count;

    MemoryShortages(CrawlContext crawlContext) {
        this.crawlContext = crawlContext;
    }

    /**
     * Notes that something could not be read for lack of memory; the run is incomplete then.
     *
     * @param what a file or an address
     * @return whether nothing more is to be read
     */
    boolean add(Throwable failure, String what) {
        reserve = new byte[0];
        note(failure, "reading " + what);
        count++;
        if (count == MOST) {
            crawlContext.readers().end(new OutOfMemoryError(failure.getMessage()));
        }
        return isOver();
    }

    /** Notes that the loop itself had too little memory, which ends the run. */
    void end(OutOfMemoryError failure) {
        count = MOST;
        reserve = new byte[0];
        crawlContext.readers().end(failure);
        note(failure, "keeping what was found");
    }

    boolean isOver() {
        return count >= MOST;
    }

    private void note(Throwable failure, String deed) {
        if (crawlContext.facts().cutShort().isEmpty()) {
            crawlContext.facts().setCutShort(MemoryShortage.text(failure, deed));
        }
    }
}
