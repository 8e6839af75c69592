// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

/** Hears now and then how far a check has come. Called on the crawl's own thread, many times a second: return at once. */
@FunctionalInterface
public interface Progress {

    /**
     * Hears it.
     *
     * @param pages pages read so far
     * @param links links found so far
     * @param waiting visits that wait or are under way
     */
    void update(long pages, long links, long waiting);
}
