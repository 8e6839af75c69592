// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

/** A listener for the progress of a check. It is called many times a second on the thread of the crawl, so it must return quickly. */
@FunctionalInterface
public interface Progress {

    /**
     * Called after each step.
     *
     * @param pages the number of pages read so far
     * @param links the number of links found so far
     * @param waiting the number of files and requests that are queued or in progress
     */
    void update(long pages, long links, long waiting);
}
