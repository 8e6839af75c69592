// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Reference;
import io.github.checklinks.model.Sources.Source;
import io.github.checklinks.report.view.FindingTexts;
import io.github.checklinks.report.view.FindingView;
import io.github.checklinks.report.view.Report;
import io.github.checklinks.report.view.TextFormat;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** {@code report.csv}: one row per link of each finding (RFC 4180), for spreadsheets. Complete and streamed. */
final class CsvReport implements Report {

    private static final String END = "\r\n";

    @Override
    public void write(CheckResult result, GateResult gate, Writer out) throws IOException {
        out.write(
                "rule,severity,zone,page,line,column,element,attribute,text,target,status,message,hint,source,oneOfSeveral,statuses"
                        + END);
        for (Finding finding : result.findings()) {
            String before = finding.rule().id() + "," + finding.severity().id() + ","
                    + finding.zone().id();
            FindingTexts texts = FindingTexts.of(finding);
            String after = "," + cell(texts.target()) + "," + number(finding.status()) + "," + cell(texts.message())
                    + "," + cell(texts.hint());
            String statuses = "," + TextFormat.statuses(texts.hops());
            for (Link link : finding.links()) {
                Reference reference = link.reference();
                out.append(before)
                        .append(',')
                        .append(cell(FindingView.page(link)))
                        .append(',')
                        .append(number(reference.position().line()))
                        .append(',')
                        .append(number(reference.position().column()))
                        .append(',')
                        .append(cell(reference.element()))
                        .append(',')
                        .append(cell(reference.attribute()))
                        .append(',')
                        .append(cell(FindingView.text(link)))
                        .append(after)
                        .append(source(result.sources().of(link)))
                        .append(statuses)
                        .append(END);
            }
        }
    }

    private static String source(@Nullable Source source) {
        return source == null ? ",," : "," + cell(source.toString()) + (source.oneOfSeveral() ? ",true" : ",");
    }

    private static String number(int number) {
        return number == 0 ? "" : Integer.toString(number);
    }

    private static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String safe = startsFormula(text) ? "'" + text : text;
        return needsQuotes(safe) ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    /** Returns whether a spreadsheet would evaluate the text; some skip leading spaces, some accept the full-width signs too. */
    private static boolean startsFormula(String text) {
        String first = text.stripLeading();
        return !first.isEmpty() && "=+-@\uFF1D\uFF0B\uFF0D\uFF20".indexOf(first.charAt(0)) >= 0;
    }

    private static boolean needsQuotes(String text) {
        return text.indexOf(',') >= 0
                || text.indexOf('"') >= 0
                || text.indexOf(';') >= 0
                || text.startsWith(" ")
                || text.endsWith(" ");
    }
}
