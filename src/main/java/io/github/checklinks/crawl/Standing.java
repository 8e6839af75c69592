// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.model.SkipReason;

/**
 * How a target stands to the check, from its address alone.
 *
 * @param reach how far the check goes
 * @param detail of {@link Reach#FILE} the number of the file in its {@link Roots}; of {@link Reach#LEFT} the ordinal of the {@link SkipReason}; else 0
 */
record Standing(Reach reach, int detail) {

    static final Standing PROBE = new Standing(Reach.PROBE, 0);
    static final Standing FOLLOW = new Standing(Reach.FOLLOW, 0);
    static final Standing ABSENT = new Standing(Reach.ABSENT, 0);
    static final Standing LOCAL_ADDRESS = new Standing(Reach.LOCAL_ADDRESS, 0);

    static Standing left(SkipReason reason) {
        return new Standing(Reach.LEFT, reason.ordinal());
    }
}
