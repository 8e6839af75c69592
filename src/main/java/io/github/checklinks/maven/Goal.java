// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

/** The goals that check links. */
enum Goal {
    /** Checks links and fails the build. */
    CHECK_LINKS,

    /** Writes the broken links of a check as the baseline, which therefore suppresses none of them. */
    BASELINE,

    /** Requests all external links and writes the record of them. */
    RECORD
}
