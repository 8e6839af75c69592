// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

/** What the check does with a target. */
public enum TargetKind {
    /** A file below a local root: it exists, its links and anchors may still have to be read. */
    FILE,
    /** A missing file below a local root. */
    ABSENT,
    /** A page of the served site: fetched and read. */
    FOLLOW,
    /** Requested over the network, but not read for links. */
    PROBE,
    /** A private host or network in a published page: never requested. */
    LOCAL_ADDRESS,
    /** Skipped, for a reason. */
    SKIPPED
}
