// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import io.github.checklinks.report.html.HtmlReport;
import io.github.checklinks.report.view.Product;
import io.github.checklinks.report.view.Report;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of report files. */
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

    /** The name users write, such as {@code json}. */
    public String id() {
        return id;
    }

    /** The name of its file in the report directory. */
    public String fileName() {
        return fileName;
    }

    /** What writes it. */
    public Report report() {
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
     * The format of this id; letter case and spaces around it do not matter.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Format of(String id) {
        String wanted = id.strip().toLowerCase(Locale.ROOT);
        for (Format format : values()) {
            if (format.id.equals(wanted)) {
                return format;
            }
        }
        throw new IllegalArgumentException("formats: there is no format \"" + id + "\"; allowed are " + allowed()
                + ", for example <formats>json,html,junit</formats>");
    }

    private static String allowed() {
        return Arrays.stream(values()).map(Format::id).collect(Collectors.joining(", "));
    }
}
