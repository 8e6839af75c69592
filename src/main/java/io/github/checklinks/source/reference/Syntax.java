// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.reference;

import java.util.List;

/** A source format of pages. */
public enum Syntax {
    MARKDOWN,
    APT,
    ASCIIDOC,
    /** XDoc, FML, XHTML, HTML. */
    MARKUP,
    /** reStructuredText, with the roles of Sphinx. */
    RST,
    JAVA,
    /** A format that is not parsed: the file is known, the lines are not. */
    OTHER;

    /** Returns the references of a text, in the order of their offsets. */
    public List<SourceReference> references(String text) {
        return switch (this) {
            case MARKDOWN -> MarkdownReferences.of(text);
            case APT -> AptReferences.of(text);
            case ASCIIDOC -> AsciidocReferences.of(text);
            case MARKUP -> MarkupReferences.of(text);
            case RST -> RstReferences.of(text);
            case JAVA -> JavaReferences.of(text);
            case OTHER -> List.of();
        };
    }
}
