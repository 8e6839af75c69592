// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.http;

import java.util.List;

/**
 * Keeps HttpClient's log of headers and bodies, which contains credentials, out of the output of {@code mvn -X}.
 *
 * <p>Maven's loggers read the property once, when they are created, so it must be set before the first HttpClient class is
 * loaded; this class therefore uses none of them. A level that the user has set is not changed.
 */
final class WireLogSilencer {

    /** The log level properties of HttpClient in Maven 4 and Maven 3. Maven 4 warns about the old name unless the new one is set too. */
    static final List<String> PROPERTIES =
            List.of("maven.logger.log.org.apache.hc", "org.slf4j.simpleLogger.log.org.apache.hc");

    private WireLogSilencer() {}

    static void silence() {
        boolean isSetByUser = PROPERTIES.stream().anyMatch(name -> System.getProperty(name) != null);
        if (!isSetByUser) {
            PROPERTIES.forEach(name -> System.setProperty(name, "warn"));
        }
    }
}
