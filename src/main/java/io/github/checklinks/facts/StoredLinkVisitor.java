// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import java.io.IOException;

/** Receives the stored links of a page. */
@FunctionalInterface
public interface StoredLinkVisitor {

    /**
     * Visits a link.
     *
     * @param link the link
     * @param position its offset among the stored links of its page, for {@link Facts#storedLink}
     */
    void accept(StoredLink link, int position) throws IOException;

    /** Visits a link that is sound, given by its target, if only the others are wanted. */
    default void acceptSound(int target) {}
}
