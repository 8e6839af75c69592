package io.github.checklinks.source;

import java.util.List;
import java.util.function.Function;

/** A language that pages are written in. */
enum Syntax {
    MARKDOWN(MarkdownReferences::of),
    APT(AptReferences::of),
    ASCIIDOC(AsciidocReferences::of),
    /** XDoc, FML, XHTML, HTML. */
    MARKUP(MarkupReferences::of),
    JAVA(JavaReferences::of),
    /** A language we do not read: the file is known, the lines are not. */
    OTHER(text -> List.of());

    private final Function<String, List<Written>> references;

    Syntax(Function<String, List<Written>> references) {
        this.references = references;
    }

    /** The references of a file, in the order they stand there. */
    List<Written> references(String text) {
        return references.apply(text);
    }
}
