// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The result in a build's log: what is broken first, then the warnings, last what it all amounts to. Good links are only counted. */
public final class ConsoleReport {

    private static final int MOST_FINDINGS = 1000;
    private static final int MOST_PLACES = 5;

    private final Style style;
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
    public ConsoleReport(Style style, Sink sink) {
        this.style = style;
        this.sink = sink;
    }

    /**
     * Tells a result, reading the links of each finding once.
     *
     * @param files the reports that were written, to be named
     */
    public void tell(CheckResult result, GateResult gate, List<Path> files) {
        Sightings sightings = new Sightings(MOST_PLACES, result);
        ConsoleFindings findings = new ConsoleFindings(style, sink);
        long errors = tell(sightings.of(result.findings(), Severity.ERROR), findings)
                + Sightings.beyond(result, Severity.ERROR);
        long warnings = tell(sightings.of(result.findings(), Severity.WARNING), findings)
                + Sightings.beyond(result, Severity.WARNING);
        untold(errors, warnings, files);
        new ConsoleSummary(style, sink).tell(result, gate, files);
    }

    /** Returns how many findings there was no room for. */
    private long tell(List<Sighting> sightings, ConsoleFindings findings) {
        long untold = 0;
        boolean any = false;
        for (Causes.Group group : Causes.group(sightings)) {
            if (findings.shown() < MOST_FINDINGS) {
                findings.tell(group);
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
            counts.add(Words.count(errors, "more error"));
        }
        if (warnings > 0) {
            counts.add(Words.count(warnings, "more warning"));
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
