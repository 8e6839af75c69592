// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import io.github.checklinks.json.JsonWriter;
import io.github.checklinks.model.Answer;
import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Hop;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Reference;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.Sources;
import io.github.checklinks.model.Sources.Source;
import io.github.checklinks.model.StaleEntry;
import io.github.checklinks.model.Summary;
import io.github.checklinks.report.view.FindingTexts;
import io.github.checklinks.report.view.Report;
import io.github.checklinks.report.view.UnpublishedSite;
import java.io.IOException;
import java.io.Writer;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code report.json}: all findings, for programs. Complete and streamed. */
final class JsonReport implements Report {

    private static final int SCHEMA = 1;

    @Override
    public void write(CheckResult result, GateResult gate, Writer out) throws IOException {
        try (JsonWriter json = JsonWriter.pretty(out)) {
            json.object().field("schema", SCHEMA);
            json.row("run")
                    .field(
                            "started",
                            DateTimeFormatter.ISO_INSTANT.format(
                                    result.started().truncatedTo(ChronoUnit.SECONDS)))
                    .field("durationMillis", result.duration().toMillis())
                    .end();
            json.optional("site", UnpublishedSite.is(result.site()) ? null : result.site());
            gate(gate, json);
            summary(result.summary(), json);
            skipped(result, json);
            if (result.external() != null) {
                external(result.external(), json);
            }
            json.array("findings");
            for (Finding finding : result.findings()) {
                finding(finding, result.sources(), json);
            }
            json.end();
            remarks(result, json);
            json.end();
        }
    }

    private static void remarks(CheckResult result, JsonWriter json) throws IOException {
        if (!result.stale().isEmpty()) {
            json.array("stale");
            for (StaleEntry entry : result.stale()) {
                json.row()
                        .field("message", entry.message())
                        .optional("file", entry.file().isEmpty() ? null : entry.file())
                        .optional("line", entry.line())
                        .optional("fix", entry.fix().isEmpty() ? null : entry.fix())
                        .end();
            }
            json.end();
        }
        if (!result.notes().isEmpty()) {
            json.array("notes");
            for (String note : result.notes()) {
                json.value(note);
            }
            json.end();
        }
    }

    private static void gate(GateResult gate, JsonWriter json) throws IOException {
        json.row("gate").field("passed", gate.passed()).array("objections");
        for (String objection : gate.objections()) {
            json.value(objection);
        }
        json.end().field("complete", gate.complete()).end();
    }

    private static void summary(Summary summary, JsonWriter json) throws IOException {
        json.row("summary")
                .field("pages", summary.pages())
                .field("links", summary.links())
                .field("targets", summary.targets())
                .field("ok", summary.ok())
                .field("redirected", summary.redirected())
                .field("skipped", summary.skipped())
                .field("known", summary.known())
                .field("warnings", summary.warnings())
                .field("broken", summary.broken())
                .end();
    }

    private static void skipped(CheckResult result, JsonWriter json) throws IOException {
        json.row("skipped");
        for (SkipReason reason : SkipReason.values()) {
            json.optional(reason.id(), result.skipped().getOrDefault(reason, 0L));
        }
        json.end();
    }

    private static void external(Answer.Counts external, JsonWriter json) throws IOException {
        json.row("external")
                .field(Answer.Source.ASKED.id(), external.asked())
                .field(Answer.Source.CACHE.id(), external.cached())
                .field(Answer.Source.RECORD.id(), external.recorded())
                .field("unrecorded", external.unrecorded())
                .optional(
                        "recorded",
                        external.date() == null ? null : external.date().toString())
                .end();
    }

    /** Writes where an answer comes from, as the ledger does too; nothing if that is not known. */
    static void answer(@Nullable Answer answer, JsonWriter json) throws IOException {
        if (answer != null) {
            json.field("answer", answer.source().id())
                    .optional(
                            "since",
                            answer.since() == null ? null : answer.since().toString());
        }
    }

    private static void finding(Finding finding, Sources sources, JsonWriter json) throws IOException {
        FindingTexts texts = FindingTexts.of(finding);
        json.object()
                .field("rule", finding.rule().id())
                .field("severity", finding.severity().id())
                .field("zone", finding.zone().id())
                .field("target", texts.target())
                .field("message", texts.message())
                .optional("hint", texts.hint())
                .optional("status", finding.status())
                .array("redirects");
        for (String hop : texts.redirects()) {
            json.value(hop);
        }
        json.end();
        if (!texts.hops().isEmpty()) {
            hops(texts.hops(), json);
        }
        json.field("attempts", finding.attempts());
        answer(finding.answer(), json);
        json.array("links");
        for (Link link : finding.links()) {
            link(link, sources.of(link), json);
        }
        json.end().end();
    }

    /** Writes a chain of redirects, as the ledger does too. */
    static void hops(List<Hop> hops, JsonWriter json) throws IOException {
        json.array("hops");
        for (Hop hop : hops) {
            json.row().field("url", hop.url()).optional("status", hop.status()).end();
        }
        json.end();
    }

    private static void link(Link link, @Nullable Source source, JsonWriter json) throws IOException {
        Reference reference = link.reference();
        json.row()
                .field("page", link.page())
                .optional("line", reference.position().line())
                .optional("column", reference.position().column())
                .field("element", reference.element())
                .optional("attribute", reference.attribute())
                .field("text", reference.text());
        if (source != null) {
            json.field("source", source.toString());
            if (source.oneOfSeveral()) {
                json.field("oneOfSeveral", true);
            }
        }
        json.end();
    }
}
