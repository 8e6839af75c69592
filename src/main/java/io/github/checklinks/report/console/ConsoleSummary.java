// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.console;

import io.github.checklinks.model.Answer;
import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.StaleEntry;
import io.github.checklinks.model.Summary;
import io.github.checklinks.report.view.FindingKind;
import io.github.checklinks.report.view.TextFormat;
import io.github.checklinks.report.view.UnpublishedSite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The end of the console report: stale entries, notes, counts, report files and the verdict. */
final class ConsoleSummary {

    private static final int WIDTH = 70;
    private static final int MAX_STALE = 10;

    private final ConsoleStyle style;
    private final ConsoleSink sink;

    ConsoleSummary(ConsoleStyle style, ConsoleSink sink) {
        this.style = style;
        this.sink = sink;
    }

    void print(CheckResult result, GateResult gate, List<Path> files) {
        stale(result.stale(), gate.stale());
        for (String note : result.notes()) {
            sink.line(Severity.WARNING, note);
        }
        counts(result);
        files(files);
        verdict(result, gate);
    }

    private void stale(List<StaleEntry> stale, Severity level) {
        Set<String> fixes = new LinkedHashSet<>();
        for (StaleEntry entry : stale.subList(0, Math.min(MAX_STALE, stale.size()))) {
            String place = entry.place();
            sink.line(level, (place.isEmpty() ? "" : place + ": ") + entry.message());
            fixes.add(entry.fix());
        }
        if (stale.size() > MAX_STALE) {
            sink.line(level, "and " + TextFormat.number(stale.size() - MAX_STALE) + " more of these");
        }
        for (String fix : fixes) {
            if (!fix.isEmpty()) {
                sink.line(level, "  to fix it: " + fix);
            }
        }
    }

    private void counts(CheckResult result) {
        Summary summary = result.summary();
        String site = UnpublishedSite.is(result.site()) ? "the site" : result.site();
        info("Checked " + style.strong(site) + " in " + TextFormat.duration(result.duration()));
        info("  " + TextFormat.count(summary.pages(), "page") + ", " + TextFormat.count(summary.links(), "link")
                + " to " + TextFormat.count(summary.targets(), "target") + ": " + good(summary));
        if (result.external() != null) {
            info("  " + external(result.external()));
        }
        if (summary.skipped() > 0) {
            list(TextFormat.number(summary.skipped()) + " skipped:", skipped(result.skipped()), style::strong);
        }
        if (summary.warnings() > 0) {
            String lead = TextFormat.count(summary.warnings(), "warning") + ":";
            list(lead, rules(result.findings(), Severity.WARNING), style::warning);
        }
        if (summary.broken() > 0) {
            String lead = TextFormat.number(summary.broken()) + " broken:";
            list(lead, rules(result.findings(), Severity.ERROR), style::error);
        }
    }

    private static String good(Summary summary) {
        List<String> parts = new ArrayList<>();
        parts.add(TextFormat.number(summary.ok()) + " ok");
        if (summary.redirected() > 0) {
            parts.add(TextFormat.number(summary.redirected()) + " redirected");
        }
        if (summary.known() > 0) {
            parts.add(TextFormat.number(summary.known()) + " known");
        }
        return String.join(", ", parts);
    }

    private static String external(Answer.Counts external) {
        long all = external.asked() + external.cached() + external.recorded() + external.unrecorded();
        List<String> parts = new ArrayList<>();
        parts.add(TextFormat.number(external.asked()) + " asked");
        if (external.cached() > 0) {
            parts.add(TextFormat.number(external.cached()) + " from the cache");
        }
        if (external.date() != null || external.recorded() > 0) {
            parts.add(TextFormat.number(external.recorded()) + " from the record"
                    + (external.date() == null ? "" : " of " + external.date()));
        }
        if (external.unrecorded() > 0) {
            parts.add(TextFormat.number(external.unrecorded()) + " not in the record");
        }
        return TextFormat.count(all, "external link") + ": " + String.join(", ", parts);
    }

    private static List<String> skipped(Map<SkipReason, Long> skipped) {
        List<String> parts = new ArrayList<>();
        for (SkipReason reason : SkipReason.values()) {
            long count = skipped.getOrDefault(reason, 0L);
            if (count > 0) {
                parts.add(TextFormat.number(count) + " " + reason.id());
            }
        }
        return parts;
    }

    /** Returns the number of findings per rule, in the order of the documentation. */
    private static List<String> rules(List<Finding> findings, Severity severity) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<Rule, Long> each :
                FindingKind.of(severity).rules(findings).entrySet()) {
            // Only a skipped start page of a crawl is a finding.
            String what = each.getKey() == Rule.SKIPPED
                    ? "not requested"
                    : each.getKey().id();
            parts.add(TextFormat.number(each.getValue()) + " " + what);
        }
        return parts;
    }

    private void list(String lead, List<String> items, UnaryOperator<String> colour) {
        List<String> lines = TextFormat.list("  " + lead, items, WIDTH);
        String first = lines.get(0);
        info("  " + colour.apply(lead) + first.substring(2 + lead.length()));
        for (String line : lines.subList(1, lines.size())) {
            info(line);
        }
    }

    private void files(List<Path> files) {
        if (files.isEmpty()) {
            return;
        }
        Path directory = files.get(0).getParent();
        boolean together = directory != null
                && files.size() > 1
                && files.stream().allMatch(file -> directory.equals(file.getParent()));
        if (!together) {
            files.forEach(file -> info("Report: " + file));
            return;
        }
        List<String> names =
                files.stream().map(file -> String.valueOf(file.getFileName())).toList();
        TextFormat.list("Reports in " + directory + ":", names, WIDTH).forEach(this::info);
    }

    private void verdict(CheckResult result, GateResult gate) {
        String stopReason = result.stopReason();
        if (!stopReason.isEmpty() && gate.objections().stream().noneMatch(o -> o.contains(stopReason))) {
            sink.line(Severity.WARNING, "Not everything was checked: " + stopReason);
        }
        for (String objection : gate.objections()) {
            sink.line(Severity.ERROR, style.error(objection));
        }
        if (gate.passed()) {
            long broken = result.summary().broken();
            info(style.success(
                    broken > 0
                            ? "Passed: " + TextFormat.count(broken, "broken link") + " allowed"
                            : TextFormat.noBrokenLinks(result.summary().known())));
        }
    }

    private void info(String text) {
        sink.line(Severity.NONE, text);
    }
}
