// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.page;

import io.github.checklinks.extract.LinkKind;

/** Where the page that is read refreshes to without delay. Only its first refresh counts (HTML §4.2.5.3). */
final class FirstRefresh {

    private static final int NONE = -1;

    private boolean seen;
    private int target = NONE;

    void clear() {
        seen = false;
        target = NONE;
    }

    /** Hears what the page does with a target. */
    void hear(LinkKind linkKind, int there) {
        if (!seen && (linkKind == LinkKind.REFRESH || linkKind == LinkKind.REFRESH_AT_ONCE)) {
            seen = true;
            target = linkKind == LinkKind.REFRESH_AT_ONCE ? there : NONE;
        }
    }

    /** The number of the target; -1 when there is none. */
    int target() {
        return target;
    }
}
