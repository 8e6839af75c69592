package io.github.checklinks.maven;

import io.github.checklinks.CheckResult;
import io.github.checklinks.GateResult;
import io.github.checklinks.check.LinkChecker;
import io.github.checklinks.report.ConsoleReport;
import io.github.checklinks.report.Reports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Carries a plan out: checks, writes the reports, prints, and only then lets the gate speak. */
final class CheckRun {

    private final Plan plan;
    private final Log log;

    CheckRun(Plan plan, Log log) {
        this.plan = plan;
        this.log = log;
    }

    void run() throws MojoExecutionException, MojoFailureException {
        try {
            check();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("the check was interrupted", stopped);
        } catch (IOException failed) {
            throw new MojoExecutionException("the check could not be finished: " + failed, failed);
        } catch (RuntimeException | Error bug) {
            // A bare Error would stop the whole reactor, --fail-at-end or not.
            throw new MojoExecutionException("the check failed by a fault of its own: " + bug, bug);
        }
    }

    private void check() throws IOException, InterruptedException, MojoFailureException {
        try (LinkChecker checker = new LinkChecker(plan.request(), new ProgressLog(log::info, System::nanoTime))) {
            CheckResult result = checker.check();
            GateResult gate = plan.gate().judge(result);
            List<Path> files = Reports.write(plan.reports(), plan.formats(), result, gate);
            new ConsoleReport(MavenStyle.current(), new LogSink(log)).tell(result, gate, files);
            if (!gate.passed()) {
                throw new MojoFailureException(Objection.text(plan, result, gate));
            }
        }
    }
}
