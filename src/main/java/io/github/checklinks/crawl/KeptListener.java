// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import java.io.IOException;

/** Hears of links that wait for a verdict. */
@FunctionalInterface
public interface KeptListener {

    /**
     * Hears of one.
     *
     * @param link the link
     * @param position where it waits among the links of its page, for {@link Facts#kept}
     */
    void hear(KeptLink link, int position) throws IOException;
}
