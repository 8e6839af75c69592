// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import io.github.checklinks.check.BaselineUpdate;
import io.github.checklinks.check.LinkChecker;
import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.text.FileTrouble;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Executes a plan for the goal baseline: checks the links and records the broken ones. */
final class BaselineRun {

    private final Plan plan;
    private final Log log;

    BaselineRun(Plan plan, Log log) {
        this.plan = plan;
        this.log = log;
    }

    /**
     * Runs the check and writes the baseline.
     *
     * @throws MojoFailureException if the check was incomplete or checked the wrong site; the file is unchanged then
     * @throws MojoExecutionException if the file cannot be written
     */
    void run() throws IOException, InterruptedException, MojoFailureException, MojoExecutionException {
        try (LinkChecker checker = new LinkChecker(plan.request(), new ProgressLog(log::info, System::nanoTime))) {
            CheckResult result = checker.check();
            if (checker.isInterrupted()) {
                throw new InterruptedException("the baseline is unchanged");
            }
            GateResult usable = plan.judgeUse(result);
            if (!usable.passed()) {
                throw new MojoFailureException(
                        "The baseline was not written: " + String.join("; ", usable.objections()));
            }
            BaselineUpdate baselineUpdate = checker.baselineUpdate();
            log.info(summary(baselineUpdate, write(baselineUpdate)));
            if (baselineUpdate.expired() > 0) {
                log.warn(baselineUpdate.expired()
                        + " of its entries have expired (\"until\") and no longer have any effect:"
                        + " fix these links, or extend \"until\"");
            }
        }
    }

    private boolean write(BaselineUpdate baselineUpdate) throws MojoExecutionException {
        try {
            return baselineUpdate.write(plan.baseline());
        } catch (IOException failed) {
            throw new MojoExecutionException(
                    "The baseline " + plan.baseline() + " could not be written and is unchanged: "
                            + FileTrouble.reason(failed)
                            + "\n  Free disk space, make the directory writable for the user that runs Maven, or set baseline"
                            + " to another file (-Dcheck-links.baseline=FILE)",
                    failed);
        }
    }

    private String summary(BaselineUpdate baselineUpdate, boolean written) {
        if (!written && baselineUpdate.kept() == 0) {
            return "No broken links, so no baseline is needed";
        }
        return "Baseline " + plan.baseline() + (written ? ": " : " is unchanged: ") + baselineUpdate.kept() + " kept, "
                + baselineUpdate.added() + " added, " + baselineUpdate.removed() + " removed";
    }
}
