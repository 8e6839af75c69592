// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import io.github.checklinks.check.LinkChecker;
import io.github.checklinks.check.record.RecordUpdate;
import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.text.FileTrouble;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Executes a plan for the goal record: requests external links and updates the record of them. */
final class RecordRun {

    private final Plan plan;
    private final Log log;

    RecordRun(Plan plan, Log log) {
        this.plan = plan;
        this.log = log;
    }

    /**
     * Runs the check and writes the record.
     *
     * @throws MojoFailureException if the check was incomplete, checked the wrong site or had no network; the file is unchanged then
     * @throws MojoExecutionException if the file cannot be written
     */
    void run() throws IOException, InterruptedException, MojoFailureException, MojoExecutionException {
        try (LinkChecker checker = new LinkChecker(plan.request(), new ProgressLog(log::info, System::nanoTime))) {
            CheckResult result = checker.check();
            if (checker.isInterrupted()) {
                throw new InterruptedException("the record is unchanged");
            }
            GateResult usable = plan.judgeUse(result);
            if (!usable.passed()) {
                throw new MojoFailureException("The record is unchanged: " + String.join("; ", usable.objections()));
            }
            RecordUpdate recordUpdate = checker.recordUpdate();
            if (recordUpdate.isWithoutNetwork()) {
                throw new MojoFailureException("The record is unchanged: no external host could be reached."
                        + " Check the network and the proxies of settings.xml");
            }
            log.info(write(recordUpdate));
            if (recordUpdate.expired() > 0) {
                log.warn(recordUpdate.expired()
                        + " of its reviews have expired (\"until\"), and their links were requested again:"
                        + " remove \"reviewed\", or extend \"until\"");
            }
        }
    }

    private static String write(RecordUpdate recordUpdate) throws MojoExecutionException {
        try {
            return recordUpdate.write();
        } catch (IOException failed) {
            throw new MojoExecutionException(
                    "The record could not be written and is unchanged: " + FileTrouble.reason(failed)
                            + "\n  Free disk space, make the directory writable for the user that runs Maven, or set"
                            + " externalRecord to another file (-Dcheck-links.externalRecord=FILE)",
                    failed);
        }
    }
}
