// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SyntaxTest {

    @Test
    void markdownHasInlineLinksImagesAndDefinitions() {
        assertThat(targets(Syntax.MARKDOWN, """
                        See [the guide](guide.md#setup "Title") and ![logo](<img/my logo.png>).
                        A [reference][ref], a [bracket](a_(b).html).

                        [ref]: https://example.org/x?a=1&amp;b=2
                        """))
                .containsExactly("guide.md#setup", "img/my logo.png", "a_(b).html", "https://example.org/x?a=1&b=2");
    }

    @Test
    void markdownHasAutolinksBareAddressesAndRawHtml() {
        assertThat(targets(Syntax.MARKDOWN, """
                        <https://a.example/> and https://b.example/x, then
                        <a href="c.html">https</a> <img src='d.png'>
                        [https://e.example/](https://e.example/)
                        """))
                .containsExactly("https://a.example/", "https://b.example/x", "c.html", "d.png", "https://e.example/");
    }

    @Test
    void codeAndCommentsInMarkdownAreSkipped() {
        assertThat(targets(Syntax.MARKDOWN, """
                        `[a](a.html)` <!-- [b](b.html) -->

                        ```html
                        [c](c.html)
                        ```

                        [d](d.html)
                        """)).containsExactly("d.html");
    }

    @Test
    void aptHasLinksWithAndWithoutTextAndFigures() {
        assertThat(targets(Syntax.APT, """
                        See {{{./guide.html#Set up}the guide}} and {{https://example.org/}}
                        ~~ {{{comment.html}no}}
                        and {{{Some Anchor}here}} {{{https://example.org/a\\_b}escaped}}.

                        +---+
                        {{{code.html}no}}
                        +---+

                        [images/logo.png] A logo
                        """))
                .containsExactly(
                        "./guide.html#Set up",
                        "https://example.org/",
                        "#Some Anchor",
                        "https://example.org/a_b",
                        "images/logo.png");
    }

    @Test
    void asciidocHasMacrosCrossReferencesAndAddresses() {
        assertThat(targets(Syntax.ASCIIDOC, """
                        See link:guide.html[the guide], xref:setup.adoc#first[setup], <<anchor,words>> and <<other#top>>.
                        image::logo.png[Logo] https://example.org/x[words], https://example.org/y.
                        // link:comment.html[no]
                        ----
                        link:code.html[no]
                        ----
                        ++++
                        <a href="raw.html">raw</a>
                        ++++
                        """))
                .containsExactly(
                        "guide.html",
                        "setup.adoc#first",
                        "#anchor",
                        "other.html#top",
                        "logo.png",
                        "https://example.org/x",
                        "https://example.org/y",
                        "raw.html");
    }

    @Test
    void xdocHasAttributesWithEntitiesExceptInCommentsAndCdata() {
        assertThat(targets(Syntax.MARKUP, """
                        <document><!-- <a href="no.html"/> -->
                        <a href="x?a=1&amp;b=2">x</a><source><![CDATA[<a href="no.html">]]></source>
                        <img srcset="one.png 1x, two.png 2x" src='three.png'/>
                        """)).containsExactly("x?a=1&b=2", "one.png", "two.png", "three.png");
    }

    @Test
    void markupKeepsTheTagsThatHtmlWouldMoveOrDrop() {
        assertThat(targets(Syntax.MARKUP, """
                        #if ($x < 3)<table><a href="table.html">x</a><tr background="row.png">#end
                        <form action="one"><form action="two"><select><a href="select.html"><br><p/></form>
                        <script>document.write('<a href="no.html">')</script><script src="a.js"/><A HREF=last.html>
                        """))
                .containsExactly("table.html", "row.png", "one", "two", "select.html", "a.js", "last.html");
    }

    @Test
    void aCharacterReferenceInMarkdownNeedsASemicolon() {
        assertThat(targets(Syntax.MARKDOWN, "[x](a.html?b&copy) [x](c.html?&copy;&#x20AC;&unknown;)"))
                .containsExactly("a.html?b&copy", "c.html?\u00a9\u20ac&unknown;");
    }

    @Test
    void javaHasReferencesInDocumentationCommentsOnly() {
        assertThat(targets(Syntax.JAVA, """
                        /**
                         * <a href="https://example.org/">x</a> {@link java.util.List#add(Object) add} {@code <a href="no">}
                         * @see #run()
                         */
                        String no = "<a href='no.html'>"; // {@link No}
                        """)).containsExactly("https://example.org/", "java List#add", "java #run");
    }

    @Test
    void anUnsupportedFormatHasNoReferences() {
        assertThat(targets(Syntax.OTHER, "`x <x.html>`_")).isEmpty();
    }

    @Test
    void longTextsNeedNoDeepStack() {
        String data = "data:image/png;base64," + "A".repeat(200_000);
        assertThat(targets(Syntax.MARKDOWN, "![x](" + data + ")\n[y](y.html)")).contains("y.html");
        assertThat(targets(Syntax.APT, "{{{" + data + "}x}} {{{./y.html}y}}")).contains("./y.html");
        assertThat(targets(Syntax.ASCIIDOC, "image::" + data + "[x]\nlink:y.html[y]"))
                .contains("y.html");
    }

    private static List<String> targets(Syntax syntax, String text) {
        return syntax.references(text).stream().map(SourceReference::target).toList();
    }
}
