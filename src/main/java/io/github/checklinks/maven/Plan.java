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
 * The plan of one execution of a goal.
 *
 * @param request what to check
 * @param baseline the file of known broken links, which need not exist
 * @param gate the limits
 * @param modules reports links to other modules that were not checked
 * @param advice what messages recommend
 * @param stale locates stale entries
 * @param reports the directory of the reports
 * @param formats the reports to write
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

    /** Adds notes and source locations that depend on the build. */
    CheckResult complete(CheckResult result) {
        return modules.noted(stale.located(result));
    }

    /** Returns whether a result passes. */
    GateResult judge(CheckResult result) {
        return modules.judged(result, gate.judge(result));
    }

    /** Returns whether the right site was checked completely, regardless of broken links; otherwise neither limits nor a baseline help. */
    GateResult judgeUse(CheckResult result) {
        return modules.judged(result, gate.withoutLimits().judge(result));
    }
}
