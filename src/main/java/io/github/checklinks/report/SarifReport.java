package io.github.checklinks.report;

import io.github.checklinks.CheckResult;
import io.github.checklinks.Finding;
import io.github.checklinks.GateResult;
import io.github.checklinks.Link;
import io.github.checklinks.Position;
import io.github.checklinks.Rule;
import io.github.checklinks.Severity;
import io.github.checklinks.Zone;
import io.github.checklinks.json.JsonOut;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * {@code report.sarif}: a result for each link with an error, then for each with a warning (SARIF 2.1.0). It holds as many
 * as GitHub shows, 5,000, and names how many were cut; it reads only the first location of a result, so each link has its own.
 */
final class SarifReport implements Report {

    private static final int MOST_RESULTS = 5000;
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final Set<Rule> NEVER_FOUND = EnumSet.of(Rule.OK, Rule.SKIPPED, Rule.KNOWN);
    private static final List<Rule> RULES = List.copyOf(EnumSet.complementOf(EnumSet.copyOf(NEVER_FOUND)));

    @Override
    public void write(CheckResult result, GateResult gate, Writer out) throws IOException {
        try (JsonOut json = JsonOut.pretty(out)) {
            json.object()
                    .field("$schema", SCHEMA)
                    .field("version", "2.1.0")
                    .array("runs")
                    .object();
            json.object("tool").object("driver").field("name", "check-links").array("rules");
            for (Rule rule : RULES) {
                rule(rule, json);
            }
            json.end().end().end();
            invocation(result, json);
            json.field("columnKind", "utf16CodeUnits").array("results");
            results(result, json);
            json.end().end().end().end();
        }
    }

    private static void rule(Rule rule, JsonOut json) throws IOException {
        String summary =
                Character.toUpperCase(rule.summary().charAt(0)) + rule.summary().substring(1) + ".";
        json.object().field("id", rule.id());
        json.row("shortDescription").field("text", summary).end();
        json.row("help").field("text", summary).end();
        json.row("defaultConfiguration")
                .field("level", rule.severity(Zone.SITE).id())
                .end();
        json.row("properties").array("tags").value("links").end().end();
        json.end();
    }

    private static void invocation(CheckResult result, JsonOut json) throws IOException {
        json.array("invocations").object().field("executionSuccessful", true);
        json.field("startTimeUtc", time(result.started()));
        json.field("endTimeUtc", time(result.started().plus(result.duration())));
        long cut = reported(result).stream().mapToLong(f -> f.links().size()).sum() - MOST_RESULTS;
        List<String> notes = new ArrayList<>();
        if (!result.cutShort().isEmpty()) {
            notes.add("Not everything was checked: " + Redaction.prose(result.cutShort()));
        }
        if (cut > 0) {
            notes.add(Words.count(cut, "more link") + " not listed here, all of them in " + Format.JSON.fileName());
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

    /** Errors before warnings, for what is cut should weigh least. */
    private static List<Finding> reported(CheckResult result) {
        List<Finding> reported = new ArrayList<>();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
            for (Finding finding : result.findings()) {
                if (finding.severity() == severity) {
                    reported.add(finding);
                }
            }
        }
        return reported;
    }

    private static void results(CheckResult result, JsonOut json) throws IOException {
        SarifText text = new SarifText();
        int written = 0;
        for (Finding finding : reported(result)) {
            if (written == MOST_RESULTS) {
                return;
            }
            Told told = Told.of(finding).printable();
            for (Link link : finding.links()) {
                if (written++ == MOST_RESULTS) {
                    return;
                }
                result(finding, told, link, text, json);
            }
        }
    }

    private static void result(Finding finding, Told told, Link link, SarifText text, JsonOut json) throws IOException {
        String written = Sighting.text(link);
        String hint = told.hint() == null ? "" : " (" + told.hint() + ")";
        json.object().field("ruleId", finding.rule().id());
        int index = RULES.indexOf(finding.rule());
        if (index >= 0) {
            json.field("ruleIndex", index);
        }
        json.field("level", finding.severity().id());
        json.row("message")
                .field("text", SarifText.message(written + ": " + told.message() + hint))
                .end();
        json.array("locations").object().object("physicalLocation");
        json.row("artifactLocation").field("uri", SarifText.uri(link.page())).end();
        Position position = link.reference().position();
        json.row("region").field("startLine", Math.max(1, position.line()));
        json.optional("startColumn", position.column()).end().end().end().end();
        json.row("partialFingerprints")
                .field("link/v1", text.fingerprint(finding.rule(), Sighting.page(link), written))
                .end();
        json.row("properties").field("target", told.target()).end().end();
    }
}
