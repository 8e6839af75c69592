// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.policy;

import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Zone;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What to suppress, and the severities of rules.
 *
 * @param ignores verdicts to suppress
 * @param severities the severity of each rule
 * @param baseline known broken links; empty for none
 */
public record Policy(List<Ignore> ignores, Severities severities, Baseline baseline) {

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
