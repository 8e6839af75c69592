// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.StaleEntry;
import io.github.checklinks.model.Summary;
import io.github.checklinks.report.view.FindingTexts;
import io.github.checklinks.report.view.FindingView;
import io.github.checklinks.report.view.Product;
import io.github.checklinks.report.view.TextFormat;
import io.github.checklinks.report.view.UnpublishedSite;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the elements of a JUnit report, following Jenkins' schema. */
final class JUnitXml {

    private final XMLStreamWriter xml;
    private int depth;
    /** True if the innermost open element has child elements so far; white space may be added only there. */
    private boolean hasElements;

    JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    void begin(String name, Duration time, long tests, long failures, long errors) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        open("testsuites");
        attribute("name", name);
        attribute("tests", tests);
        attribute("failures", failures);
        attribute("errors", errors);
        attribute("time", seconds(time));
    }

    /**
     * Writes the suite of the run as a whole with its counts. If no link is listed it has a test case of its own, because CI servers treat
     * a report without test cases as an error.
     */
    void overview(String name, CheckResult result, GateResult gate, boolean alone, long more)
            throws XMLStreamException {
        boolean error = alone && !gate.passed();
        open("testsuite");
        attribute("name", name);
        attribute("tests", alone ? 1 : 0);
        attribute("failures", 0);
        attribute("errors", error ? 1 : 0);
        attribute("skipped", 0);
        attribute("time", seconds(result.duration()));
        attribute(
                "timestamp",
                DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                        result.started().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC)));
        properties(result);
        if (alone) {
            open("testcase");
            attribute("name", "no broken links");
            attribute("classname", name);
            attribute("time", seconds(result.duration()));
            if (error) {
                open("error");
                attribute("message", String.join("; ", gate.objections()));
                attribute("type", "gate");
                close();
            }
            close();
        }
        if (more > 0) {
            open("system-out");
            xml.writeCharacters(
                    TextFormat.count(more, "more broken target") + " not listed here; see " + Product.JSON_FILE);
            close();
        }
        close();
    }

    private void properties(CheckResult result) throws XMLStreamException {
        Summary summary = result.summary();
        open("properties");
        if (!UnpublishedSite.is(result.site())) {
            property("site", result.site());
        }
        property("pages", summary.pages());
        property("links", summary.links());
        property("targets", summary.targets());
        property("ok", summary.ok());
        property("redirected", summary.redirected());
        property("skipped", summary.skipped());
        property("known", summary.known());
        property("warnings", summary.warnings());
        property("broken", summary.broken());
        close();
    }

    private void property(String name, Object value) throws XMLStreamException {
        open("property");
        attribute("name", name);
        attribute("value", value);
        close();
    }

    void page(String page, List<JUnitCase> cases) throws XMLStreamException {
        long failures = cases.stream().filter(JUnitCase::failed).count();
        open("testsuite");
        attribute("name", page.isEmpty() ? "(start)" : page);
        attribute("tests", cases.size());
        attribute("failures", failures);
        attribute("errors", 0);
        attribute("skipped", cases.size() - failures);
        attribute("time", "0");
        String file = file(cases);
        if (!file.isEmpty()) {
            attribute("file", file);
        }
        Map<String, Integer> names = new HashMap<>();
        for (JUnitCase link : cases) {
            String text = FindingView.text(link.link());
            int number = names.merge(text, 1, Integer::sum);
            link(link, className(page), (text.isEmpty() ? "(empty)" : text) + (number == 1 ? "" : " (" + number + ")"));
        }
        close();
    }

    /** Writes the suite of stale entries: each is a failure if stale entries fail the build, and skipped otherwise. */
    void stale(String name, List<StaleEntry> stale, boolean fails) throws XMLStreamException {
        if (stale.isEmpty()) {
            return;
        }
        open("testsuite");
        attribute("name", name + " stale entries");
        attribute("tests", stale.size());
        attribute("failures", fails ? stale.size() : 0);
        attribute("errors", 0);
        attribute("skipped", fails ? 0 : stale.size());
        attribute("time", "0");
        for (StaleEntry entry : stale) {
            open("testcase");
            attribute("name", entry.message());
            attribute("classname", name + ".stale");
            attribute("time", "0");
            open(fails ? "failure" : "skipped");
            String place = entry.place();
            attribute("message", "stale: " + entry.message() + (place.isEmpty() ? "" : " – " + place));
            if (fails) {
                attribute("type", "stale");
                xml.writeCharacters((place.isEmpty() ? "\n" : "\nwritten in " + place + "\n") + entry.fix() + "\n");
            }
            close();
            close();
        }
        close();
    }

    /** Returns the source file of the page if all listed links come from it, otherwise an empty string. */
    private static String file(List<JUnitCase> cases) {
        List<String> files = cases.stream()
                .map(link -> link.findingView().sources().of(link.link()))
                .map(source -> source == null ? "" : source.file())
                .distinct()
                .toList();
        return files.size() == 1 ? files.get(0) : "";
    }

    private void link(JUnitCase link, String className, String name) throws XMLStreamException {
        Finding finding = link.findingView().finding();
        open("testcase");
        attribute("name", name);
        attribute("classname", className);
        attribute("time", "0");
        open(link.failed() ? "failure" : "skipped");
        String source = link.findingView().source(link.link());
        attribute(
                "message",
                finding.rule().id() + ": " + link.findingView().texts().message()
                        + (source.isEmpty() ? "" : " – " + source));
        if (link.failed()) {
            attribute("type", finding.rule().id());
            xml.writeCharacters(details(link));
        }
        close();
        close();
    }

    private static String details(JUnitCase link) {
        FindingView findingView = link.findingView();
        FindingTexts texts = findingView.texts();
        StringBuilder out = new StringBuilder();
        out.append('\n').append(FindingView.place(link.link()));
        String source = findingView.source(link.link());
        if (!source.isEmpty()) {
            out.append("\nwritten in ").append(source);
        }
        out.append('\n').append(texts.target());
        if (texts.hint() != null) {
            out.append('\n').append(texts.hint());
        }
        String statuses = TextFormat.statuses(texts.hops());
        if (!statuses.isEmpty()) {
            out.append("\nredirects: ").append(statuses);
        }
        for (String hop : texts.redirects()) {
            out.append("\nredirected to ").append(hop);
        }
        if (findingView.more() > 0) {
            out.append("\nand ")
                    .append(TextFormat.count(findingView.more(), "more link"))
                    .append(" to it, not listed here");
        }
        return out.append('\n').toString();
    }

    /** Jenkins displays the part before the last dot as the package; this makes it the directory. */
    private static String className(String page) {
        return page.replace('.', '_').replace('/', '.');
    }

    void end() throws XMLStreamException {
        while (depth > 0) {
            close();
        }
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        xml.close();
    }

    private void open(String element) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth++));
        xml.writeStartElement(element);
        hasElements = false;
    }

    private void close() throws XMLStreamException {
        depth--;
        if (hasElements) {
            xml.writeCharacters("\n" + "  ".repeat(depth));
        }
        xml.writeEndElement();
        hasElements = true;
    }

    private void attribute(String name, Object value) throws XMLStreamException {
        xml.writeAttribute(name, value.toString());
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%d.%03d", time.toSeconds(), time.toMillisPart());
    }
}
