package io.github.checklinks.report;

import io.github.checklinks.CheckResult;
import io.github.checklinks.GateResult;
import io.github.checklinks.Skip;
import io.github.checklinks.Summary;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The upper part of the HTML report: the verdict, the counts, what else there is to say. */
final class HtmlSummary {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Html html;

    HtmlSummary(Html html) {
        this.html = html;
    }

    static String title(CheckResult result) {
        return verdict(result) + " – " + Redaction.url(result.site());
    }

    private static String verdict(CheckResult result) {
        long broken = result.summary().broken();
        return broken == 0 ? "No broken links" : Words.count(broken, "broken link");
    }

    void header(CheckResult result, GateResult gate) throws IOException {
        html.open("header").line();
        html.element("h1", verdict(result)).line();
        html.open("p").element("span", gate.passed() ? "passed" : "failed", "class", gate.passed() ? "ok" : "error");
        html.text(" · ").element("code", Redaction.url(result.site()));
        html.text(" · " + WHEN.format(result.started()) + " · " + Words.duration(result.duration()));
        html.close().line();
        list(gate.objections(), "objections");
        if (!result.cutShort().isEmpty()) {
            html.element("p", "Not everything was checked: " + Redaction.prose(result.cutShort()))
                    .line();
        }
        html.close().line();
    }

    void counts(CheckResult result) throws IOException {
        Summary summary = result.summary();
        html.open("section", "aria-labelledby", "counts").line();
        html.element("h2", "What was checked", "id", "counts").line();
        html.element(
                        "p",
                        Words.count(summary.pages(), "page") + ", " + Words.count(summary.links(), "link") + " to "
                                + Words.count(summary.targets(), "target") + ":")
                .line();
        html.open("dl", "class", "counts").line();
        count("broken", summary.broken());
        count("warnings", summary.warnings());
        count("known", summary.known());
        count("skipped", summary.skipped());
        count("redirected", summary.redirected());
        count("ok", summary.ok());
        html.close().line();
        skipped(result);
        html.close().line();
    }

    private void count(String name, long count) throws IOException {
        html.open("div", "class", count == 0 ? "none" : name);
        html.element("dt", name).element("dd", Words.number(count)).close().line();
    }

    private void skipped(CheckResult result) throws IOException {
        if (result.summary().skipped() == 0) {
            return;
        }
        html.open("p").text("Skipped:");
        String before = " ";
        for (Skip reason : Skip.values()) {
            long count = result.skipped().getOrDefault(reason, 0L);
            if (count > 0) {
                html.text(before + Words.number(count) + " " + reason.id());
                before = ", ";
            }
        }
        html.close().line();
    }

    void remarks(CheckResult result) throws IOException {
        if (result.stale().isEmpty() && result.notes().isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "remarks").line();
        html.element("h2", "Also worth knowing", "id", "remarks").line();
        list(result.notes(), "remarks");
        list(result.stale(), "remarks");
        html.close().line();
    }

    private void list(List<String> sentences, String kind) throws IOException {
        if (sentences.isEmpty()) {
            return;
        }
        html.open("ul", "class", kind).line();
        for (String sentence : sentences) {
            html.element("li", Redaction.prose(sentence)).line();
        }
        html.close().line();
    }
}
