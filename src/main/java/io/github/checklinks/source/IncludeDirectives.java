// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import java.util.List;

/** Detects directives that include other files in a document, so that a link missing in the document may be in one of those. */
final class IncludeDirectives {

    /** Directives of AsciiDoc and reStructuredText, Velocity, macros of Doxia in APT, Markdown and XDoc, XML, Confluence and TWiki. */
    private static final List<String> DIRECTIVES = List.of(
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

    /** Returns whether a document includes other files. */
    static boolean isIn(String text) {
        return DIRECTIVES.stream().anyMatch(text::contains);
    }
}
