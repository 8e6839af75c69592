package io.github.checklinks.maven;

import io.github.checklinks.CheckResult;
import io.github.checklinks.GateResult;
import io.github.checklinks.check.LinkChecker;
import io.github.checklinks.report.ConsoleReport;
import io.github.checklinks.report.GitHubActions;
import io.github.checklinks.report.Reports;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Carries a plan out: checks, writes the reports, prints, and only then lets the gate speak. */
final class CheckRun {

    private final Plan plan;
    private final Log log;
    private final Object printing;
    private final Optional<GitHubActions> service;

    /**
     * A plan that is not carried out yet.
     *
     * @param printing held while several lines are printed
     * @param service told of the result too
     */
    CheckRun(Plan plan, Log log, Object printing, Optional<GitHubActions> service) {
        this.plan = plan;
        this.log = log;
        this.printing = printing;
        this.service = service;
    }

    /**
     * Does it.
     *
     * @throws MojoFailureException when the gate objects
     */
    void run() throws IOException, InterruptedException, MojoFailureException {
        try (LinkChecker checker = new LinkChecker(plan.request(), new ProgressLog(log::info, System::nanoTime))) {
            CheckResult result = checker.check();
            GateResult gate = plan.gate().judge(result);
            List<Path> files = Reports.write(plan.reports(), plan.formats(), result, gate);
            synchronized (printing) {
                new ConsoleReport(MavenStyle.current(), new LogSink(log)).tell(result, gate, files);
                service.ifPresent(some -> tell(some, result, gate));
            }
            if (!gate.passed()) {
                throw new MojoFailureException(Objection.text(plan.request().site(), plan.gate(), files, result, gate));
            }
        }
    }

    private void tell(GitHubActions some, CheckResult result, GateResult gate) {
        // Not System.out: Maven 4 puts a word before each of its lines, and the service looks at their beginnings.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        some.annotate(result, out::println);
        out.flush();
        try {
            some.summarize(result, gate);
        } catch (IOException unwritten) {
            log.warn("the summary of the job could not be written: " + unwritten);
        }
    }
}
