// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.reference;

import java.util.List;

/** A language that pages are written in. */
public enum Syntax {
    MARKDOWN,
    APT,
    ASCIIDOC,
    /** XDoc, FML, XHTML, HTML. */
    MARKUP,
    JAVA,
    /** A language we do not read: the file is known, the lines are not. */
    OTHER;

    /** The references of a file, in the order they stand there. */
    public List<SourceReference> references(String text) {
        return switch (this) {
            case MARKDOWN -> MarkdownReferences.of(text);
            case APT -> AptReferences.of(text);
            case ASCIIDOC -> AsciidocReferences.of(text);
            case MARKUP -> MarkupReferences.of(text);
            case JAVA -> JavaReferences.of(text);
            case OTHER -> List.of();
        };
    }
}
