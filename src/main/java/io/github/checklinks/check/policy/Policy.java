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
 * What to skip, and the severities of rules.
 *
 * @param excludes URLs that are never requested
 * @param ignores verdicts to suppress
 * @param severities the severity of each rule
 * @param fragments which anchors are checked
 * @param external whether links to other sites are checked
 * @param offline whether no request may be sent
 * @param acceptStatuses statuses accepted in addition to 200 to 299
 */
public record Policy(
        Patterns excludes,
        List<Ignore> ignores,
        Severities severities,
        Fragments fragments,
        boolean external,
        boolean offline,
        AcceptedStatuses acceptStatuses) {

    /** Returns whether pages that no other page links to are searched for. */
    public boolean reportsOrphans() {
        return severities.of(Rule.ORPHAN, Zone.SITE) != Severity.NONE;
    }

    /** Which anchors are checked. */
    public enum Fragments {
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
}
