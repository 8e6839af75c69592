// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import org.jspecify.annotations.Nullable;

/** The anchors of a page, asked for one that was meant by a name which is not there. Each answer is there, and the only one of its kind. */
public interface Anchors {

    /** The one that differs only in letter case; null when there is none, or several. */
    @Nullable
    String inOtherCase(String name);

    /** The one with other signs between the same letters, or the method whose parameters are left out; null when there is none, or several. */
    @Nullable
    String alike(String name);

    /** The one a single slip away; null when there is none, or several. */
    @Nullable
    String oneSlipAway(String name);

    /** The one with the fewest slips; null when none is near, or two are equally so. */
    @Nullable
    String near(String name);
}
