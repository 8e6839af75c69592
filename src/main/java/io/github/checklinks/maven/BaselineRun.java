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

/** Carries a plan out for the sake of its baseline: checks, and writes down what is broken today. */
final class BaselineRun {

    private final Plan plan;
    private final Log log;

    BaselineRun(Plan plan, Log log) {
        this.plan = plan;
        this.log = log;
    }

    /**
     * Does it.
     *
     * @throws MojoFailureException when the check was cut short or looked at the wrong thing; the file stays as it is then
     * @throws MojoExecutionException when the file cannot be written
     */
    void run() throws IOException, InterruptedException, MojoFailureException, MojoExecutionException {
        try (LinkChecker checker = new LinkChecker(plan.request(), new ProgressLog(log::info, System::nanoTime))) {
            CheckResult result = checker.check();
            if (checker.isInterrupted()) {
                throw new InterruptedException("the baseline stays as it is");
            }
            GateResult usable = plan.judgeUse(result);
            if (!usable.passed()) {
                throw new MojoFailureException(
                        "The baseline is not written: " + String.join("; ", usable.objections()));
            }
            BaselineUpdate baselineUpdate = checker.renewal(result);
            log.info(told(baselineUpdate, write(baselineUpdate)));
            if (baselineUpdate.over() > 0) {
                log.warn(baselineUpdate.over() + " of its entries are past their \"until\" and mute nothing:"
                        + " mend these links, or give the entries another day");
            }
        }
    }

    private boolean write(BaselineUpdate baselineUpdate) throws MojoExecutionException {
        try {
            return baselineUpdate.write(plan.baseline());
        } catch (IOException failed) {
            throw new MojoExecutionException(
                    "The baseline " + plan.baseline() + " could not be written and stays as it is: "
                            + FileTrouble.reason(failed)
                            + "\n  Make room there, give the user that runs Maven the right to write there, or set baseline"
                            + " to another place (-Dcheck-links.baseline=FILE)",
                    failed);
        }
    }

    private String told(BaselineUpdate baselineUpdate, boolean written) {
        if (!written && baselineUpdate.kept() == 0) {
            return "Nothing is broken, so no baseline is needed";
        }
        return "Baseline " + plan.baseline() + (written ? ": " : " stays as it is: ") + baselineUpdate.kept()
                + " kept, " + baselineUpdate.added() + " added, " + baselineUpdate.removed() + " removed";
    }
}
