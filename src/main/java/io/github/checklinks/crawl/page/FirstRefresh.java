// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.page;

import io.github.checklinks.extract.LinkKind;

/**
 * The target of the first {@code meta} refresh of a page, if it has no delay. Later ones are ignored (HTML §4.2.5.3).
 */
final class FirstRefresh {

    private static final int NONE = -1;

    private boolean seen;
    private int target = NONE;

    void clear() {
        seen = false;
        target = NONE;
    }

    /** Records a link of the page, given by its kind and the number of its target. */
    void accept(LinkKind linkKind, int targetNumber) {
        if (!seen && (linkKind == LinkKind.REFRESH || linkKind == LinkKind.REFRESH_AT_ONCE)) {
            seen = true;
            target = linkKind == LinkKind.REFRESH_AT_ONCE ? targetNumber : NONE;
        }
    }

    /** Returns the number of the target; -1 if there is none. */
    int target() {
        return target;
    }
}
