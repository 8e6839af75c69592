// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

/** How far a check goes to learn about a target. */
public enum TargetKind {
    /** A file below a local root: its answer is known, its links and anchors may still have to be read. */
    FILE,
    /** Below a local root, where there is nothing. */
    ABSENT,
    /** A page of the served site: fetched and read. */
    FOLLOW,
    /** Asked over the network, not read for links. */
    PROBE,
    /** Somebody's own machine or network, in a published page: never asked. */
    LOCAL_ADDRESS,
    /** Left alone, for a reason. */
    LEFT
}
