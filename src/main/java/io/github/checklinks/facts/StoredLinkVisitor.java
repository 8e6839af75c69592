// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import java.io.IOException;

/** Hears of links that wait for a verdict. */
@FunctionalInterface
public interface StoredLinkVisitor {

    /**
     * Hears of one.
     *
     * @param link the link
     * @param position where it waits among the links of its page, for {@link Facts#kept}
     */
    void accept(StoredLink link, int position) throws IOException;
}
