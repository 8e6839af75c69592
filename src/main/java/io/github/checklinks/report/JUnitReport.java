// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.StaleEntry;
import io.github.checklinks.report.view.FindingKind;
import io.github.checklinks.report.view.FindingView;
import io.github.checklinks.report.view.FindingViews;
import io.github.checklinks.report.view.Report;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/** {@code junit.xml}: one test suite per page with broken links and one test case per link, for the test reports of CI servers. */
final class JUnitReport implements Report {

    private static final int MAX_FINDINGS = 1000;
    private static final int MAX_LINKS = 20;
    private static final String NAME = "check-links";

    @Override
    public void write(CheckResult result, GateResult gate, Writer out) throws IOException {
        FindingViews findingViews = new FindingViews(MAX_LINKS, result);
        FindingKind broken = FindingKind.of(Severity.ERROR);
        FindingKind known = (rule, severity) -> severity != Severity.ERROR && rule == Rule.KNOWN;
        List<FindingView> shown = new ArrayList<>(findingViews.of(result.findings(), broken, MAX_FINDINGS));
        shown.addAll(findingViews.of(result.findings(), known, MAX_FINDINGS - shown.size()));
        long more = broken.count(result.findings()) + known.count(result.findings()) - shown.size();
        Map<String, List<JUnitCase>> pages = pages(shown);
        List<StaleEntry> stale =
                result.stale().subList(0, Math.min(MAX_FINDINGS, result.stale().size()));
        boolean staleFails = gate.stale() == Severity.ERROR;
        long failures = count(pages, true) + (staleFails ? stale.size() : 0);
        boolean alone = shown.isEmpty() && stale.isEmpty() || failures == 0 && !gate.passed();
        boolean error = failures == 0 && !gate.passed();
        try {
            // Not newInstance: it would search the class path of the build for another StAX implementation.
            JUnitXml xml = new JUnitXml(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out));
            xml.begin(
                    NAME,
                    result.duration(),
                    count(pages, false) + stale.size() + (alone ? 1 : 0),
                    failures,
                    error ? 1 : 0);
            xml.overview(NAME, result, gate, alone, more);
            xml.stale(NAME, stale, staleFails);
            for (Map.Entry<String, List<JUnitCase>> page : pages.entrySet()) {
                xml.page(page.getKey(), page.getValue());
            }
            xml.end();
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Map<String, List<JUnitCase>> pages(List<FindingView> views) {
        Map<String, List<JUnitCase>> pages = new TreeMap<>();
        for (FindingView findingView : views) {
            for (Link link : findingView.first()) {
                pages.computeIfAbsent(FindingView.page(link), page -> new ArrayList<>())
                        .add(new JUnitCase(findingView, link));
            }
        }
        Comparator<JUnitCase> order = Comparator.comparingInt(
                        (JUnitCase c) -> c.link().reference().position().line())
                .thenComparingInt(c -> c.link().reference().position().column());
        pages.values().forEach(cases -> cases.sort(order));
        return pages;
    }

    private static long count(Map<String, List<JUnitCase>> pages, boolean onlyFailed) {
        return pages.values().stream()
                .flatMap(List::stream)
                .filter(c -> !onlyFailed || c.failed())
                .count();
    }
}
