// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import io.github.checklinks.check.LinkChecker;
import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.report.GitHubActions;
import io.github.checklinks.report.Reports;
import io.github.checklinks.report.console.ConsoleReport;
import io.github.checklinks.text.FileTrouble;
import io.github.checklinks.text.MemoryShortage;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Executes a plan for the goal check-links: checks the links, prints the findings, writes the reports, then applies the gate. */
final class CheckRun {

    private final Plan plan;
    private final Log log;
    private final Object printing;
    private final Optional<GitHubActions> service;

    /**
     * Creates a run of a plan.
     *
     * @param printing the lock to hold while printing several lines
     * @param service receives the result too, if present
     */
    CheckRun(Plan plan, Log log, Object printing, Optional<GitHubActions> service) {
        this.plan = plan;
        this.log = log;
        this.printing = printing;
        this.service = service;
    }

    /**
     * Runs the check.
     *
     * @throws InterruptedException if this thread was interrupted, or the JVM shuts down; the reports contain the results so far
     * @throws MojoFailureException if the result does not pass the gate
     * @throws MojoExecutionException if a report could not be written, whether or not the result passes
     */
    void run() throws IOException, InterruptedException, MojoFailureException, MojoExecutionException {
        LinkChecker checker = new LinkChecker(plan.request(), new ProgressLog(log::info, System::nanoTime));
        ShutdownHook signal = new ShutdownHook(checker::interrupt);
        try (checker) {
            run(checker);
        } finally {
            signal.close();
        }
    }

    private void run(LinkChecker checker)
            throws IOException, InterruptedException, MojoFailureException, MojoExecutionException {
        CheckResult result = plan.complete(checker.check());
        GateResult gate = plan.judge(result);
        // Printed before any file is written, so that a full disk does not lose the findings.
        print(result, gate);
        Reports.Written written = write(checker, result, gate);
        service.ifPresent(some -> summarize(some, result, gate));
        UnwrittenReports unwritten = new UnwrittenReports(written.failures());
        if (checker.isInterrupted()) {
            throw new InterruptedException("interrupted; the results so far are in " + plan.reports()
                    + (unwritten.isEmpty() ? "" : "; " + unwritten.text()));
        }
        String objection = gate.passed() ? "" : objection(written.files(), result, gate);
        if (!unwritten.isEmpty()) {
            throw unwritten.exception(objection);
        }
        if (!gate.passed()) {
            throw new MojoFailureException(objection);
        }
    }

    private String objection(List<Path> files, CheckResult result, GateResult gate) {
        Advice advice = plan.judgeUse(result).passed() ? plan.advice() : null;
        return GateFailureMessage.text(plan.request().site(), plan.gate(), advice, files, result, gate);
    }

    private void print(CheckResult result, GateResult gate) {
        synchronized (printing) {
            try {
                new ConsoleReport(MavenStyle.current(), new LogSink(log))
                        .print(result, gate, Reports.files(plan.reports(), plan.formats()));
                service.ifPresent(some -> annotate(some, result, gate));
            } catch (OutOfMemoryError shortage) {
                // The streamed reports need less memory.
                log.error(MemoryShortage.text(shortage, "printing the findings"));
            }
        }
    }

    /** Writes the reports even if the check was interrupted. */
    private Reports.Written write(LinkChecker checker, CheckResult result, GateResult gate) throws IOException {
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

    private static void annotate(GitHubActions some, CheckResult result, GateResult gate) {
        // Not System.out: Maven 4 prefixes each of its lines, and GitHub expects commands at the beginning of a line.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        some.annotate(result, gate, out::println);
        out.flush();
    }

    private void summarize(GitHubActions some, CheckResult result, GateResult gate) {
        try {
            some.summarize(result, gate);
        } catch (IOException unwritten) {
            log.warn("the job summary could not be written: " + FileTrouble.reason(unwritten));
        }
    }
}
