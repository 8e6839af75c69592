// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.policy;

import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.Patterns;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is left alone, and how much each rule weighs.
 *
 * @param excludes URLs never requested
 * @param ignores verdicts muted
 * @param severities how much each rule weighs
 * @param fragments which anchors are judged
 * @param external whether links that leave the site are probed
 * @param offline whether the network may not be used at all
 * @param acceptStatuses statuses taken as fine besides 200 to 299
 */
public record Policy(
        Patterns excludes,
        List<Ignore> ignores,
        Severities severities,
        Fragments fragments,
        boolean external,
        boolean offline,
        AcceptedStatuses acceptStatuses) {

    /** Whether pages that no other page links to are looked for. */
    public boolean wantsOrphans() {
        return severities.of(Rule.ORPHAN, Zone.SITE) != Severity.NONE;
    }

    /** Which anchors are judged. */
    public enum Fragments {
        NONE,
        SITE,
        ALL;

        /** The zones whose anchors are judged. */
        public Set<Zone> zones() {
            return switch (this) {
                case NONE -> EnumSet.noneOf(Zone.class);
                case SITE -> EnumSet.of(Zone.SITE);
                case ALL -> EnumSet.allOf(Zone.class);
            };
        }
    }
}
