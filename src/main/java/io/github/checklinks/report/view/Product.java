// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.view;

import io.github.checklinks.model.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The name, version and documentation of this plugin as shown in reports. */
public final class Product {

    /** The name in reports. */
    public static final String NAME = "check-links";

    /** The URL of the documentation, with a trailing slash; the same as the {@code url} of the POM. */
    public static final String DOCUMENTATION = "https://check-links.github.io/check-links-maven-plugin/";

    /** The file name of the JSON report, which is complete. */
    public static final String JSON_FILE = "report.json";

    /** The file name of the CSV report, which is complete. */
    public static final String CSV_FILE = "report.csv";

    private Product() {}

    /** Returns the URL of a rule's section in the documentation. */
    public static String page(Rule rule) {
        return DOCUMENTATION + "rules.html#" + rule.id();
    }

    /** Returns the version from the JAR's Maven metadata; null when not running from a JAR. */
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
