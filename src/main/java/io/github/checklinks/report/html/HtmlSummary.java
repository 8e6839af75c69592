// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.html;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.StaleEntry;
import io.github.checklinks.model.Summary;
import io.github.checklinks.report.view.TextFormat;
import io.github.checklinks.report.view.UnpublishedSite;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The verdict and counts at the top of the HTML report, and the notes at its end. */
final class HtmlSummary {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Html html;

    HtmlSummary(Html html) {
        this.html = html;
    }

    static String title(CheckResult result) {
        return verdict(result) + (isKnown(result) ? " – " + result.site() : "");
    }

    private static boolean isKnown(CheckResult result) {
        return !UnpublishedSite.is(result.site());
    }

    private static String verdict(CheckResult result) {
        long broken = result.summary().broken();
        return broken == 0
                ? TextFormat.noBrokenLinks(result.summary().known())
                : TextFormat.count(broken, "broken link");
    }

    void header(CheckResult result, GateResult gate) throws IOException {
        html.open("header").line();
        html.open("p", "class", "gate " + (gate.passed() ? "ok" : "error"))
                .text(gate.passed() ? "Passed" : "Failed")
                .close()
                .line();
        html.element("h1", verdict(result)).line();
        html.open("p", "class", "run");
        if (isKnown(result)) {
            html.element("code", result.site()).text(" · ");
        }
        html.text(WHEN.format(result.started()) + " · " + TextFormat.duration(result.duration()));
        html.close().line();
        reasons(result, gate);
        counts(result.summary());
        html.close().line();
    }

    private void reasons(CheckResult result, GateResult gate) throws IOException {
        List<String> reasons = new ArrayList<>(gate.objections());
        String stopReason = result.stopReason();
        if (!stopReason.isEmpty() && reasons.stream().noneMatch(reason -> reason.contains(stopReason))) {
            reasons.add("not everything was checked: " + stopReason);
        }
        // Already in the heading.
        reasons.removeIf(reason -> reason.equals(verdict(result)));
        list(reasons, "objections");
    }

    private void counts(Summary summary) throws IOException {
        html.element(
                        "p",
                        TextFormat.count(summary.pages(), "page") + ", " + TextFormat.count(summary.links(), "link")
                                + " to " + TextFormat.count(summary.targets(), "target") + ":",
                        "class",
                        "extent")
                .line();
        html.open("dl", "class", "counts").line();
        count("broken", summary.broken());
        count("warnings", summary.warnings());
        count("known", summary.known());
        count("skipped", summary.skipped());
        count("redirected", summary.redirected());
        count("ok", summary.ok());
        html.close().line();
    }

    private void count(String name, long count) throws IOException {
        html.open("div", "class", count == 0 ? "none" : name);
        html.element("dt", name).element("dd", TextFormat.number(count)).close().line();
    }

    void notes(CheckResult result) throws IOException {
        boolean skipped = result.summary().skipped() > 0;
        if (!skipped && result.stale().isEmpty() && result.notes().isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "notes").line();
        html.element("h2", "Notes", "id", "notes").line();
        List<String> notes = new ArrayList<>();
        for (StaleEntry entry : result.stale()) {
            notes.add((entry.place().isEmpty() ? "" : entry.place() + ": ")
                    + entry.message()
                    + (entry.fix().isEmpty() ? "" : "; to fix it: " + entry.fix()));
        }
        notes.addAll(result.notes());
        if (skipped) {
            notes.add(skipped(result));
        }
        list(notes, "notes");
        html.close().line();
    }

    private static String skipped(CheckResult result) {
        List<String> parts = new ArrayList<>();
        for (SkipReason reason : SkipReason.values()) {
            long count = result.skipped().getOrDefault(reason, 0L);
            if (count > 0) {
                parts.add(TextFormat.number(count) + " " + reason.id());
            }
        }
        return "Skipped: " + String.join(", ", parts);
    }

    private void list(List<String> sentences, String kind) throws IOException {
        if (sentences.isEmpty()) {
            return;
        }
        html.open("ul", "class", kind).line();
        for (String sentence : sentences) {
            html.element("li", sentence).line();
        }
        html.close().line();
    }
}
