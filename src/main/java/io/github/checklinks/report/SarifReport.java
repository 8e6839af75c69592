// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import io.github.checklinks.json.JsonWriter;
import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Position;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Sources;
import io.github.checklinks.model.Sources.Source;
import io.github.checklinks.report.view.FindingKind;
import io.github.checklinks.report.view.FindingTexts;
import io.github.checklinks.report.view.FindingView;
import io.github.checklinks.report.view.Product;
import io.github.checklinks.report.view.Report;
import io.github.checklinks.report.view.TextFormat;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * {@code report.sarif} (SARIF 2.1.0): one result per link with an error, then per link with a warning. It holds at most 5,000
 * results, as many as GitHub shows, and reports how many were left out. GitHub reads only the first location of a result, so each
 * link has a result of its own.
 */
final class SarifReport implements Report {

    private static final int MAX_RESULTS = 5000;
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    /** Longer texts are unreadable URLs, and the size of an upload is limited. */
    private static final int MAX_CHARACTERS = 500;

    @Override
    public void write(CheckResult result, GateResult gate, Writer out) throws IOException {
        try (JsonWriter json = JsonWriter.pretty(out)) {
            json.object()
                    .field("$schema", SCHEMA)
                    .field("version", "2.1.0")
                    .array("runs")
                    .object();
            SarifRules.tool(result, json);
            invocation(result, json);
            json.field("columnKind", "utf16CodeUnits").array("results");
            results(result, gate, json);
            json.end().end().end().end();
        }
    }

    private static void invocation(CheckResult result, JsonWriter json) throws IOException {
        json.array("invocations").object().field("executionSuccessful", true);
        json.field("startTimeUtc", time(result.started()));
        json.field("endTimeUtc", time(result.started().plus(result.duration())));
        long cut = result.findings().stream()
                        .filter(finding -> finding.severity() != Severity.NONE)
                        .mapToLong(finding -> finding.links().size())
                        .sum()
                - MAX_RESULTS;
        List<String> notes = new ArrayList<>();
        if (!result.stopReason().isEmpty()) {
            notes.add("Not everything was checked: " + result.stopReason());
        }
        notes.addAll(result.notes());
        if (cut > 0) {
            notes.add(TextFormat.count(cut, "more link") + " not listed here; see " + Product.JSON_FILE);
        }
        json.array("toolExecutionNotifications");
        for (String note : notes) {
            json.row().field("level", "warning").row("message");
            json.field("text", SarifText.message(note)).end().end();
        }
        json.end().end().end();
    }

    private static String time(Instant time) {
        return DateTimeFormatter.ISO_INSTANT.format(time.truncatedTo(ChronoUnit.SECONDS));
    }

    private static void results(CheckResult result, GateResult gate, JsonWriter json) throws IOException {
        SarifText text = new SarifText();
        int written = SarifStale.results(result, gate.stale(), SarifRules.STALE, text, json);
        // Errors before warnings, so that the least severe results are left out.
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
            Iterator<Finding> findings =
                    FindingKind.of(severity).in(result.findings()).iterator();
            while (written < MAX_RESULTS && findings.hasNext()) {
                written = results(findings.next(), result, written, text, json);
            }
        }
    }

    /** Writes the links of a finding while there is room, and returns how many results are written in total. */
    private static int results(Finding finding, CheckResult result, int before, SarifText text, JsonWriter json)
            throws IOException {
        int written = before;
        FindingTexts texts = FindingTexts.of(finding);
        String statuses = TextFormat.statuses(texts.hops());
        for (Link link : finding.links()) {
            if (written == MAX_RESULTS) {
                break;
            }
            written++;
            json.object();
            result(finding, texts, link, json);
            location(link, result.sources(), json);
            String fingerprint = text.fingerprint(finding.rule().id(), FindingView.page(link), FindingView.text(link));
            // GitHub looks only at the second one.
            json.row("partialFingerprints").field("link/v1", fingerprint);
            json.field("primaryLocationLineHash", fingerprint).end();
            json.row("properties").field("target", texts.target());
            json.field("page", FindingView.place(link));
            json.optional("statuses", statuses.isEmpty() ? null : statuses)
                    .end()
                    .end();
        }
        return written;
    }

    private static void result(Finding finding, FindingTexts texts, Link link, JsonWriter json) throws IOException {
        json.field("ruleId", finding.rule().id());
        int index = SarifRules.index(finding.rule());
        if (index >= 0) {
            json.field("ruleIndex", index);
        }
        json.field("level", finding.severity().id());
        String hint = texts.hint() == null ? "" : " (" + texts.hint() + ")";
        String written = SarifText.shortened(FindingView.text(link), MAX_CHARACTERS);
        String message = SarifText.shortened(texts.message(), MAX_CHARACTERS);
        json.row("message")
                .field("text", SarifText.message(written + ": " + message + hint))
                .end();
    }

    /** Writes the source file in the repository if it is known, otherwise the page. */
    private static void location(Link link, Sources sources, JsonWriter json) throws IOException {
        Source source = sources.of(link);
        json.array("locations").object().object("physicalLocation");
        json.row("artifactLocation");
        Position position = link.reference().position();
        if (source == null) {
            json.field("uri", SarifText.uri(link.page())).end();
            json.row("region").field("startLine", Math.max(1, position.line()));
            json.optional("startColumn", position.column());
        } else {
            json.field("uri", SarifText.uri(sources.inRepository(source.file())))
                    .field("uriBaseId", "%SRCROOT%")
                    .end();
            json.row("region").field("startLine", Math.max(1, source.line()));
        }
        json.end().end();
        if (source != null && source.oneOfSeveral()) {
            json.row("message")
                    .field("text", "The nearest of several lines with this text.")
                    .end();
        }
        json.end().end();
    }
}
