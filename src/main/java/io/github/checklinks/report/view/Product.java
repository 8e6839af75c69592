// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.view;

import io.github.checklinks.model.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Who made a report, and where its words are explained. */
public final class Product {

    /** The name in reports. */
    public static final String NAME = "check-links";

    /** Where the documentation is published, with a final slash; the same as the {@code url} of the pom. */
    public static final String DOCUMENTATION = "https://check-links.github.io/check-links-maven-plugin/";

    /** The report for programs, which is complete. */
    public static final String JSON_FILE = "report.json";

    /** The report for spreadsheets, which is complete. */
    public static final String CSV_FILE = "report.csv";

    private Product() {}

    /** The heading of a rule in the documentation. */
    public static String page(Rule rule) {
        return DOCUMENTATION + "rules.html#" + rule.id();
    }

    /** Our version as Maven wrote it into the jar; null when we do not run from one. */
    public static @Nullable String version() throws IOException {
        try (InputStream in = Product.class.getResourceAsStream(
                "/META-INF/maven/io.github.checklinks/check-links-maven-plugin/pom.properties")) {
            if (in == null) {
                return null;
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        }
    }
}
