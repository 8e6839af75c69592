// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.console;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Severity;
import io.github.checklinks.report.view.FindingView;
import io.github.checklinks.report.view.FindingViews;
import io.github.checklinks.report.view.Product;
import io.github.checklinks.report.view.SharedCauses;
import io.github.checklinks.report.view.TextFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The result in a build's log: what is broken first, then the warnings, last what it all amounts to. Good links are only counted. */
public final class ConsoleReport {

    private static final int MOST_FINDINGS = 1000;
    private static final int MOST_PLACES = 5;

    private final ConsoleStyle consoleStyle;
    private final Sink sink;

    /** Takes the report line by line. */
    @FunctionalInterface
    public interface Sink {

        /**
         * Takes a line.
         *
         * @param level {@code ERROR} or {@code WARNING}, or {@code NONE} for what is only information
         * @param text without a line end; empty for a blank line
         */
        void line(Severity level, String text);
    }

    /** A report to this place in these colours. */
    public ConsoleReport(ConsoleStyle consoleStyle, Sink sink) {
        this.consoleStyle = consoleStyle;
        this.sink = sink;
    }

    /**
     * Tells a result, reading the links of each finding once.
     *
     * @param files the reports that were written, to be named
     */
    public void print(CheckResult result, GateResult gate, List<Path> files) {
        FindingViews findingViews = new FindingViews(MOST_PLACES, result);
        ConsoleFindings findings = new ConsoleFindings(consoleStyle, sink);
        long errors = print(findingViews.of(result.findings(), Severity.ERROR), findings)
                + FindingViews.beyond(result, Severity.ERROR);
        long warnings = print(findingViews.of(result.findings(), Severity.WARNING), findings)
                + FindingViews.beyond(result, Severity.WARNING);
        untold(errors, warnings, files);
        new ConsoleSummary(consoleStyle, sink).print(result, gate, files);
    }

    /** Returns how many findings there was no room for. */
    private long print(List<FindingView> sightings, ConsoleFindings findings) {
        long untold = 0;
        boolean any = false;
        for (SharedCauses.Group group : SharedCauses.group(sightings)) {
            if (findings.shown() < MOST_FINDINGS) {
                findings.print(group);
                any = true;
            } else {
                untold += group.members().size();
            }
        }
        if (any) {
            sink.line(Severity.NONE, "");
        }
        return untold;
    }

    private void untold(long errors, long warnings, List<Path> files) {
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
                .map(file -> "all of them in " + file)
                .orElse("all of them in report.json with <formats>json</formats>");
    }
}
