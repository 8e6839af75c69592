// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.policy;

import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Zone;
import java.util.List;

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
}
