// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.http;

import java.util.List;

/**
 * Keeps HttpClient's log of headers and bodies, with the credentials in it, out of {@code mvn -X}.
 *
 * <p>Maven's loggers read the property once, when they are made, so it must be set before the first HttpClient class is
 * touched; this class therefore knows none of them. A level the user chose is left as it is.
 */
final class WireLogSilencer {

    /** The level of HttpClient's loggers in the logging of Maven 3, and of Maven 4, which warns of the other name when this one is not set. */
    static final List<String> PROPERTIES =
            List.of("maven.logger.log.org.apache.hc", "org.slf4j.simpleLogger.log.org.apache.hc");

    private WireLogSilencer() {}

    static void silence() {
        boolean chosen = PROPERTIES.stream().anyMatch(name -> System.getProperty(name) != null);
        if (!chosen) {
            PROPERTIES.forEach(name -> System.setProperty(name, "warn"));
        }
    }
}
