// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.Finding;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Position;
import io.github.checklinks.model.Reference;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Zone;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SarifReportTest {

    @Test
    void eachLinkIsAResult() throws IOException {
        String text = write(Results.small());

        assertThat(values(text, "ruleId"))
                .containsExactly(
                        "missing-fragment",
                        "missing-file",
                        "missing-file",
                        "missing-file",
                        "not-found",
                        "moved",
                        "timed-out");
        assertThat(text.replaceAll("\\s+", " "))
                .contains("{ \"ruleId\": \"missing-fragment\", \"ruleIndex\": 4, \"level\": \"error\","
                        + " \"message\": {\"text\": \"guide/setup.html#instal: no anchor \\\"instal\\\" on"
                        + " guide/setup.html (did you mean #install?)\"}, \"locations\": [ {"
                        + " \"physicalLocation\": { \"artifactLocation\": {\"uri\": \"index.html\"},"
                        + " \"region\": {\"startLine\": 12, \"startColumn\": 9} } } ],");
    }

    @Test
    void theStatusesOfRedirectsAreAProperty() throws IOException {
        assertThat(write(Results.small()))
                .containsOnlyOnce("\"statuses\"")
                .contains("{\"target\": \"http://old.example.com/\", \"page\": \"index.html:14:3\","
                        + " \"statuses\": \"301 → 302 → 200\"}");
    }

    @Test
    void eachRuleIsListedWithItsLevelAndHelp() throws IOException {
        String text = write(new Results());

        assertThat(values(text, "id")).hasSize(Rule.values().length - 3).contains("missing-file", "orphan");
        assertThat(text)
                .contains("\"shortDescription\": {\"text\": \"The site has no such file.\"}")
                .contains(
                        "\"helpUri\": \"https://check-links.github.io/check-links-maven-plugin/rules.html#missing-file\"")
                .contains("\"results\": []");
    }

    @Test
    void aFingerprintStaysWhenLinesMove() throws IOException {
        List<String> before = fingerprints(10, 20);

        assertThat(before).doesNotHaveDuplicates().hasSize(2);
        assertThat(fingerprints(11, 99)).isEqualTo(before);
    }

    @Test
    void fiveThousandLinksAreListedErrorsFirstAndTheRestIsCounted() throws IOException {
        Link[] links = IntStream.range(0, 4999)
                .mapToObj(i -> Results.link("p" + i + ".html", 1, 1, "x"))
                .toArray(Link[]::new);
        Results results = new Results()
                .with(Results.outside(
                        Rule.MOVED,
                        "http://m/",
                        "moved",
                        200,
                        Results.link("a.html", 1, 1, "http://m/"),
                        Results.link("b.html", 1, 1, "http://m/")))
                .with(Results.broken(Rule.MISSING_FILE, "x", "none", null, links));
        String text = write(results);

        assertThat(values(text, "ruleId")).hasSize(5000).endsWith("missing-file", "moved");
        assertThat(text).contains("1 more link not listed here; see report.json");
    }

    @Test
    void pagesAreUriReferences() {
        assertThat(SarifText.uri("a b/ü:[1]?.html")).isEqualTo("a%20b/%C3%BC%3A%5B1%5D%3F.html");
        assertThat(SarifText.uri("https://h:8080/a%20b?c=[d]")).isEqualTo("https://h:8080/a%20b?c=%5Bd%5D");
    }

    @Test
    void nothingInAMessageIsAPlaceholderOrALink() throws IOException {
        Finding finding = new Finding(
                Rule.PLACEHOLDER,
                Severity.ERROR,
                Zone.SITE,
                "${a}",
                "{0} [x](y) \\ https://h/",
                null,
                0,
                List.of(),
                0,
                new Once(new Link("p.html", new Reference("${a}", "a", "href", Position.UNKNOWN))));

        assertThat(write(new Results().with(finding)))
                .contains("${{a}}: {{0}} \\\\[x\\\\](y) \\\\\\\\ https://h/")
                .contains("\"region\": {\"startLine\": 1}");
    }

    private static List<String> fingerprints(int... lines) throws IOException {
        Link[] links = IntStream.of(lines)
                .mapToObj(line -> Results.link("a.html", line, 1, "x"))
                .toArray(Link[]::new);
        return values(
                write(new Results().with(Results.broken(Rule.MISSING_FILE, "x", "none", null, links))), "link/v1");
    }

    private static List<String> values(String json, String field) {
        return Pattern.compile('"' + field + "\": \"([^\"]*)\"")
                .matcher(json)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static String write(Results results) throws IOException {
        StringWriter out = new StringWriter();
        Format.SARIF.report().write(results.build(), new GateResult(List.of(), true), out);
        return out.toString();
    }
}
