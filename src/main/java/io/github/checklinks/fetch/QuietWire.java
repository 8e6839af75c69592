// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

/**
 * Keeps HttpClient's log of headers and bodies, with the credentials in it, out of {@code mvn -X}.
 *
 * <p>Maven's loggers read the property once, when they are made, so it must be set before the first HttpClient class is
 * touched; this class therefore knows none of them. A level the user chose is left as it is.
 */
final class QuietWire {

    /** The level of HttpClient's loggers in Maven's own logging. */
    static final String PROPERTY = "org.slf4j.simpleLogger.log.org.apache.hc";

    private QuietWire() {}

    static void hush() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, "warn");
        }
    }
}
