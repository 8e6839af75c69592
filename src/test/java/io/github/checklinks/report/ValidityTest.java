// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.checklinks.Slow;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Hop;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Position;
import io.github.checklinks.model.Reference;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Zone;
import io.github.checklinks.report.view.TextFormat;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

@Slow
class ValidityTest {

    private enum Kind {
        EMPTY,
        SMALL,
        LARGE,
        HOSTILE;

        Results results() {
            return switch (this) {
                case EMPTY -> Looks.empty();
                case SMALL -> Looks.small();
                case LARGE -> Looks.large();
                case HOSTILE -> hostile();
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void jsonFollowsItsSchema(Kind kind) throws IOException {
        assertThat(Judges.report(write(kind, Format.JSON))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void sarifFollowsTheOfficialSchema(Kind kind) throws IOException {
        assertThat(Judges.sarif(write(kind, Format.SARIF))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void junitFollowsItsSchema(Kind kind) throws IOException {
        assertThat(Judges.junit(write(kind, Format.JUNIT))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void htmlPleasesTheCheckerOfTheW3c(Kind kind) throws Exception {
        assertThat(Judges.html(write(kind, Format.HTML))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void allFormatsCountTheSame(Kind kind) throws IOException {
        JsonNode json = new ObjectMapper().readTree(write(kind, Format.JSON));
        List<CSVRecord> csv = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(write(kind, Format.CSV)))
                .getRecords();
        List<Map<String, Object>> yaml =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(write(kind, Format.YAML));
        JsonNode sarif = new ObjectMapper().readTree(write(kind, Format.SARIF)).at("/runs/0/results");
        String html =
                Jsoup.parse(write(kind, Format.HTML)).select("h2#section-error").text();

        long broken = links(json, "error");
        assertThat(json.at("/summary/broken").asLong()).isEqualTo(findings(json, "error"));
        assertThat(csv).hasSize((int) (broken + links(json, "warning") + links(json, "none")));
        assertThat(csv.stream().filter(row -> row.get("severity").equals("error")))
                .hasSize((int) broken);
        assertThat(csv).allMatch(CSVRecord::isConsistent);
        assertThat(yaml).hasSize((int) broken);
        assertThat(yaml).allSatisfy(entry -> assertThat(entry).containsKeys("code", "url", "parent", "error"));
        assertThat((long) sarif.size())
                .as("links, and what is no longer needed")
                .isEqualTo(Math.min(
                        5000,
                        broken + links(json, "warning") + json.path("stale").size()));
        assertThat(html).isEqualTo(broken == 0 ? "" : "Broken (" + TextFormat.number(findings(json, "error")) + ")");
        assertThat(write(kind, Format.MARKDOWN))
                .contains("| " + TextFormat.number(json.at("/summary/warnings").asLong()) + " | "
                        + TextFormat.number(findings(json, "error")) + " |\n");
    }

    private static long findings(JsonNode json, String severity) {
        long count = 0;
        for (JsonNode finding : json.path("findings")) {
            count += finding.path("severity").asText().equals(severity) ? 1 : 0;
        }
        return count;
    }

    private static long links(JsonNode json, String severity) {
        long count = 0;
        for (JsonNode finding : json.path("findings")) {
            count += finding.path("severity").asText().equals(severity)
                    ? finding.path("links").size()
                    : 0;
        }
        return count;
    }

    /** Text that pages and servers may contain. */
    private static Results hostile() {
        Results results = new Results();
        List<String> texts = List.of(
                "",
                " ",
                "\u0000\u0001\u001b[31m\uFFFE\uD83D \uDC00",
                "]]><!--\"'&amp;<script>alert(1)</script>",
                "=cmd|' /C calc'!A0",
                "a\r\nb,c;\"d\"\t::error::x",
                "{0} [x](javascript:alert(1)) %s",
                "\u202Egnp.exe",
                "- : # * & ! | > ' % @ `",
                "http://[");
        for (String text : texts) {
            Link link = new Link(text, new Reference(text, "a", "href", new Position(1, 1)));
            Link nowhere = new Link("", new Reference(text, "style", null, Position.UNKNOWN));
            results.with(new Finding(
                    Rule.MALFORMED_URL,
                    Severity.ERROR,
                    Zone.EXTERNAL,
                    text,
                    text,
                    text,
                    0,
                    List.of(new Hop(text, 301), new Hop(text, 0)),
                    0,
                    new Once(link, nowhere)));
        }
        return results.note("<b>").stale("]]>");
    }

    private static String write(Kind kind, Format format) throws IOException {
        StringWriter out = new StringWriter();
        List<String> objections = kind == Kind.EMPTY ? List.of() : List.of("too many <b>\u0001");
        format.report().write(kind.results().build(), new GateResult(objections, true), out);
        return out.toString();
    }
}
