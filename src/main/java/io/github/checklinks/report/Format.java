// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import io.github.checklinks.report.html.HtmlReport;
import io.github.checklinks.report.view.PrintableText;
import io.github.checklinks.report.view.Product;
import io.github.checklinks.report.view.Report;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The formats of report files. */
public enum Format {
    JSON(Product.JSON_FILE),
    HTML("report.html"),
    JUNIT("junit.xml"),
    SARIF("report.sarif"),
    YAML("report.yaml"),
    CSV(Product.CSV_FILE),
    MARKDOWN("report.md"),
    LEDGER("ledger.jsonl");

    private final String id = name().toLowerCase(Locale.ROOT);
    private final String fileName;

    Format(String fileName) {
        this.fileName = fileName;
    }

    /** Returns the name used in the configuration, such as {@code json}. */
    public String id() {
        return id;
    }

    /** Returns the name of the file in the report directory. */
    public String fileName() {
        return fileName;
    }

    /** Returns whether a report lists every link of the run, so that links without a finding must be kept, too. */
    public boolean needsEveryLink() {
        return this == LEDGER;
    }

    /** Returns whether the format escapes control characters and so keeps the exact texts, for programs. */
    private boolean isExact() {
        return this == JSON || this == YAML || this == LEDGER;
    }

    /** Returns a writer of this format. */
    public Report report() {
        Report writer = writer();
        return isExact()
                ? writer
                : (result, gate, out) -> writer.write(PrintableText.of(result), PrintableText.of(gate), out);
    }

    private Report writer() {
        return switch (this) {
            case JSON -> new JsonReport();
            case HTML -> new HtmlReport();
            case JUNIT -> new JUnitReport();
            case SARIF -> new SarifReport();
            case YAML -> new YamlReport();
            case CSV -> new CsvReport();
            case MARKDOWN -> new MarkdownReport();
            case LEDGER -> new LedgerReport();
        };
    }

    /**
     * Returns the format of an id, ignoring letter case and surrounding spaces.
     *
     * @throws IllegalArgumentException if there is no such format
     */
    public static Format of(String id) {
        String wanted = id.strip().toLowerCase(Locale.ROOT);
        for (Format format : values()) {
            if (format.id.equals(wanted)) {
                return format;
            }
        }
        throw new IllegalArgumentException("unknown format \"" + id + "\"; supported formats: " + supported()
                + ". Example: <formats>json,html,junit</formats>");
    }

    private static String supported() {
        return Arrays.stream(values()).map(Format::id).collect(Collectors.joining(", "));
    }
}
