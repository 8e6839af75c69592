// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.console;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Severity;
import io.github.checklinks.report.view.FindingView;
import io.github.checklinks.report.view.FindingViews;
import io.github.checklinks.report.view.PrintableText;
import io.github.checklinks.report.view.Product;
import io.github.checklinks.report.view.SharedCauses;
import io.github.checklinks.report.view.TextFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prints a result to the build log: errors first, then warnings, then a summary. Working links are only counted. */
public final class ConsoleReport {

    private static final int MAX_FINDINGS = 1000;
    private static final int MAX_PLACES = 5;

    private final ConsoleStyle style;
    private final ConsoleSink sink;

    /** Creates a report that prints to a sink. */
    public ConsoleReport(ConsoleStyle style, ConsoleSink sink) {
        this.style = style;
        this.sink = sink;
    }

    /**
     * Prints a result, reading the links of each finding once.
     *
     * @param files the report files to be listed
     */
    public void print(CheckResult result, GateResult gate, List<Path> files) {
        printPrintable(PrintableText.of(result), PrintableText.of(gate), files);
    }

    private void printPrintable(CheckResult result, GateResult gate, List<Path> files) {
        FindingViews findingViews = new FindingViews(MAX_PLACES, result);
        ConsoleFindings findings = new ConsoleFindings(style, sink);
        long errors = print(findingViews.of(result.findings(), Severity.ERROR), findings)
                + FindingViews.beyond(result, Severity.ERROR);
        long warnings = print(findingViews.of(result.findings(), Severity.WARNING), findings)
                + FindingViews.beyond(result, Severity.WARNING);
        omitted(errors, warnings, files);
        new ConsoleSummary(style, sink).print(result, gate, files);
    }

    /** Prints findings up to the limit and returns how many were left out. */
    private long print(List<FindingView> views, ConsoleFindings findings) {
        long omitted = 0;
        boolean any = false;
        for (SharedCauses.Group group : SharedCauses.group(views)) {
            if (findings.shown() < MAX_FINDINGS) {
                findings.print(group);
                any = true;
            } else {
                omitted += group.members().size();
            }
        }
        if (any) {
            sink.line(Severity.NONE, "");
        }
        return omitted;
    }

    private void omitted(long errors, long warnings, List<Path> files) {
        List<String> counts = new ArrayList<>();
        if (errors > 0) {
            counts.add(TextFormat.count(errors, "more error"));
        }
        if (warnings > 0) {
            counts.add(TextFormat.count(warnings, "more warning"));
        }
        if (!counts.isEmpty()) {
            sink.line(
                    errors > 0 ? Severity.ERROR : Severity.WARNING,
                    "and " + String.join(" and ", counts) + ", " + whereToLook(files));
            sink.line(Severity.NONE, "");
        }
    }

    private static String whereToLook(List<Path> files) {
        return files.stream()
                .filter(file -> file.endsWith(Product.JSON_FILE))
                .findFirst()
                .map(file -> "see " + file)
                .orElse("all are listed in report.json if formats includes json");
    }
}
