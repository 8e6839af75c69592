// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.Finding;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Hop;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Position;
import io.github.checklinks.model.Reference;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Zone;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JUnitReportTest {

    private static final GateResult PASSED = new GateResult(List.of(), true);
    private static final GateResult FAILED = new GateResult(List.of("3 broken links, 0 allowed"), true);

    @Test
    void eachPageIsASuiteAndEachBrokenLinkACase() throws Exception {
        String text = write(Results.small(), FAILED);
        Document xml = parse(text);

        assertThat(xml.getDocumentElement().getAttribute("tests")).isEqualTo("5");
        assertThat(xml.getDocumentElement().getAttribute("failures")).isEqualTo("5");
        assertThat(attributes(xml, "testsuite", "name"))
                .containsExactly("check-links", "guide/setup.html", "index.html");
        assertThat(attributes(xml, "testsuite", "failures")).containsExactly("0", "3", "2");
        assertThat(attributes(xml, "testcase", "classname"))
                .containsExactly(
                        "guide.setup_html", "guide.setup_html", "guide.setup_html", "index_html", "index_html");
        assertThat(text).contains("""
                    <testcase name="guide/setup.html#instal" classname="index_html" time="0">
                      <failure message="missing-fragment: no anchor &quot;instal&quot; on guide/setup.html" type="missing-fragment">
                index.html:12:9
                https://example.org/docs/guide/setup.html#instal
                did you mean #install?
                </failure>
                    </testcase>
                """);
    }

    @Test
    void aFailureNamesTheRedirectsWithTheirStatuses() throws Exception {
        Finding moved = new Finding(
                Rule.NOT_FOUND,
                Severity.ERROR,
                Zone.EXTERNAL,
                "https://a.org/",
                "404",
                null,
                404,
                List.of(new Hop("https://a.org/", 301), new Hop("https://b.org/", 302), new Hop("https://c.org/", 404)),
                1,
                new Once(Results.link("a.html", 1, 1, "https://a.org/")));

        assertThat(write(new Results().with(moved), FAILED)).contains("""
                https://a.org/
                redirects: 301 → 302 → 404
                redirected to https://b.org/
                redirected to https://c.org/
                """);
    }

    @Test
    void knownLinksAreSkippedAndWarningsAreNotListed() throws Exception {
        Finding known = new Finding(
                Rule.KNOWN,
                Severity.NONE,
                Zone.SITE,
                "https://example.org/docs/x",
                "missing-file, in the baseline",
                null,
                0,
                List.of(),
                1,
                new Once(Results.link("a.html", 1, 1, "x")));
        Finding warning =
                Results.outside(Rule.MOVED, "http://m/", "moved", 200, Results.link("a.html", 2, 1, "http://m/"));

        Document xml = parse(write(new Results().with(known).with(warning), PASSED));

        assertThat(attributes(xml, "testsuite", "skipped")).containsExactly("0", "1");
        assertThat(attributes(xml, "testcase", "name")).containsExactly("x");
        assertThat(attributes(xml, "skipped", "message")).containsExactly("known: missing-file, in the baseline");
    }

    @Test
    void aRunWithoutBrokenLinksHasOneCaseThatPasses() throws Exception {
        Document xml = parse(write(new Results(), PASSED));

        assertThat(attributes(xml, "testcase", "name")).containsExactly("no broken links");
        assertThat(xml.getElementsByTagName("failure").getLength()).isZero();
        assertThat(xml.getElementsByTagName("error").getLength()).isZero();
    }

    @Test
    void anObjectionWithoutBrokenLinksIsAnError() throws Exception {
        Document xml = parse(write(new Results(), new GateResult(List.of("0 pages, at least 1 expected"), true)));

        assertThat(attributes(xml, "error", "message")).containsExactly("0 pages, at least 1 expected");
        assertThat(xml.getDocumentElement().getAttribute("errors")).isEqualTo("1");
    }

    @Test
    void equalTextsOnAPageAreNumbered() throws Exception {
        Results results = new Results()
                .with(Results.broken(
                        Rule.MISSING_FILE,
                        "x",
                        "none",
                        null,
                        Results.link("a.html", 3, 1, "x"),
                        Results.link("a.html", 9, 1, "x")));

        assertThat(attributes(parse(write(results, FAILED)), "testcase", "name"))
                .containsExactly("x", "x (2)");
    }

    @Test
    void atMostAThousandFindingsWithTwentyLinksAreListedAndTheRestIsCounted() throws Exception {
        Results results = new Results();
        for (int i = 0; i < 1005; i++) {
            int line = i + 1;
            Link[] links = IntStream.range(0, i == 0 ? 25 : 1)
                    .mapToObj(p -> Results.link("p" + p + ".html", line, 1, "x" + line))
                    .toArray(Link[]::new);
            results.with(Results.broken(Rule.MISSING_FILE, "x" + i, "none", null, links));
        }
        String text = write(results, FAILED);

        assertThat(parse(text).getElementsByTagName("testcase").getLength()).isEqualTo(1019);
        assertThat(text)
                .contains("and 5 more links to it, not listed here")
                .contains("<system-out>5 more broken targets not listed here; see report.json</system-out>");
    }

    @Test
    void whatXmlForbidsIsLeftOut() throws Exception {
        Link link = new Link(
                "a\u0001<b>.html", new Reference("https://h/\u0000\uFFFF]]>\n", "a", "href", new Position(1, 1)));
        Finding finding = new Finding(
                Rule.MALFORMED_URL,
                Severity.ERROR,
                Zone.EXTERNAL,
                "https://h/\u0000",
                "bad \uD83D & \u001b[0m",
                "]]>",
                0,
                List.of(),
                0,
                new Once(link));
        String text = write(new Results().with(finding), FAILED);

        assertThat(attributes(parse(text), "testcase", "name")).containsExactly("https://h/]]> ");
    }

    private static String write(Results results, GateResult gate) throws IOException {
        StringWriter out = new StringWriter();
        Format.JUNIT.report().write(results.build(), gate, out);
        return out.toString();
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }

    private static List<String> attributes(Document xml, String element, String attribute) {
        NodeList nodes = xml.getElementsByTagName(element);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            values.add(((Element) nodes.item(i)).getAttribute(attribute));
        }
        return values;
    }
}
