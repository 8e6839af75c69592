// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import io.github.checklinks.check.CheckRequest;
import io.github.checklinks.check.Gate;
import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.report.Format;
import java.nio.file.Path;
import java.util.Set;

/**
 * What one execution of the goal does.
 *
 * @param request what is checked
 * @param baseline the file of known broken links, which need not exist
 * @param gate what is allowed
 * @param modules what is said of links into other modules
 * @param advice how the user can change what is checked and allowed
 * @param stale where stale entries stand
 * @param reports where the reports go
 * @param formats which are written
 */
record Plan(
        CheckRequest request,
        Path baseline,
        Gate gate,
        OtherModules modules,
        Advice advice,
        StalePlaces stale,
        Path reports,
        Set<Format> formats) {

    /** A result with all that this build knows of it. */
    CheckResult complete(CheckResult result) {
        return modules.noted(stale.located(result));
    }

    /** Whether a result may pass. */
    GateResult judge(CheckResult result) {
        return modules.judged(result, gate.judge(result));
    }

    /** Whether the check saw what it should, however much of it is broken: else no limit and no baseline helps. */
    GateResult judgeUse(CheckResult result) {
        return modules.judged(result, gate.withoutLimits().judge(result));
    }
}
