// SPDX-License-Identifier: Apache-2.0
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
import java.nio.channels.ClosedByInterruptException;
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
     * @throws InterruptedException when this thread was interrupted, or the JVM ends; the reports tell what was known by then
     * @throws MojoFailureException when the gate objects
     */
    void run() throws IOException, InterruptedException, MojoFailureException {
        LinkChecker checker = new LinkChecker(plan.request(), new ProgressLog(log::info, System::nanoTime));
        StopSignal signal = new StopSignal(checker::interrupt);
        try (checker) {
            run(checker);
        } finally {
            signal.close();
        }
    }

    private void run(LinkChecker checker) throws IOException, InterruptedException, MojoFailureException {
        CheckResult result = checker.check();
        GateResult gate = plan.gate().judge(result);
        List<Path> files = write(checker, result, gate);
        synchronized (printing) {
            new ConsoleReport(MavenStyle.current(), new LogSink(log)).tell(result, gate, files);
            service.ifPresent(some -> tell(some, result, gate));
        }
        if (checker.isInterrupted()) {
            throw new InterruptedException("interrupted; what was known by then is in " + plan.reports());
        }
        if (!gate.passed()) {
            throw new MojoFailureException(Objection.text(plan.request().site(), plan.gate(), files, result, gate));
        }
    }

    /** An interrupt does not keep what is known from being told. */
    private List<Path> write(LinkChecker checker, CheckResult result, GateResult gate) throws IOException {
        if (Thread.interrupted()) {
            checker.interrupt();
        }
        try {
            return Reports.write(plan.reports(), plan.formats(), result, gate);
        } catch (ClosedByInterruptException interrupted) {
            boolean unused = Thread.interrupted();
            checker.interrupt();
            return Reports.write(plan.reports(), plan.formats(), result, gate);
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
