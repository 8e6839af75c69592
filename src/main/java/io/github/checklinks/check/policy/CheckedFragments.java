// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.policy;

import io.github.checklinks.model.Zone;
import java.util.EnumSet;
import java.util.Set;

/** Which anchors are checked. */
public enum CheckedFragments {
    NONE,
    SITE,
    ALL;

    /** Returns the zones whose anchors are checked. */
    public Set<Zone> zones() {
        return switch (this) {
            case NONE -> EnumSet.noneOf(Zone.class);
            case SITE -> EnumSet.of(Zone.SITE);
            case ALL -> EnumSet.allOf(Zone.class);
        };
    }
}
