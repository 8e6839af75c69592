// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import java.util.List;

/** What in a document takes in text of other files, so that a link which the document does not show may stand in one of those. */
final class IncludeDirectives {

    /** AsciiDoc and reStructuredText, Velocity, macros of Doxia in APT, Markdown and XDoc, XML, Confluence and TWiki. */
    private static final List<String> SIGNS = List.of(
            "include::",
            "#include(",
            "#parse(",
            "#evaluate(",
            "%{",
            "MACRO{",
            "<macro",
            "<!ENTITY",
            "xi:include",
            "{include",
            "{excerpt",
            "%INCLUDE{");

    private IncludeDirectives() {}

    /** Whether a document takes in anything. */
    static boolean isIn(String text) {
        return SIGNS.stream().anyMatch(text::contains);
    }
}
