// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.toolchain;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The toolchains whose layouts are known. */
public enum Kind {
    MKDOCS(
            "mkdocs",
            "md markdown",
            "article.md-content__inner, [itemprop=articleBody], div[role=main]",
            ".footnote",
            ".headerlink, .md-content__button"),
    SPHINX(
            "sphinx",
            "rst md txt",
            "div.body[role=main], [itemprop=articleBody], article[role=main]",
            "",
            ".headerlink"),
    ASCIIDOCTOR(
            "asciidoctor",
            "adoc asciidoc asc ad",
            "body > #content, body > #footnotes, body > #header > .details, #preamble",
            "#footnotes",
            ".anchor, .link, #toc a"),
    VITEPRESS("vitepress", "md", ".vp-doc", ".footnotes", ".header-anchor"),
    DOCUSAURUS("docusaurus", "md mdx", ".theme-doc-markdown", ".footnotes", ".hash-link"),
    ANTORA("antora", "adoc", "article.doc", ".footnotes, #footnotes", ".anchor, .pagination a"),
    JBAKE("jbake", "md adoc asciidoc ad html", "", "#footnotes, .footnotes", ""),
    HUGO("hugo", "md markdown adoc html", "", ".footnotes", ""),
    JEKYLL("jekyll", "md markdown html", "", ".footnotes", ""),
    /** A folder of documents that are laid out as their pages are. */
    FOLDER(null, "md markdown mdx rst adoc asciidoc html", "", "#footnotes, .footnotes", "");

    private static final String ANY_CONTENT = "main article, article, [role=main], main, #content";

    private final @Nullable String generator;
    private final String extensions;
    private final String content;
    private final String footnotes;
    private final String added;

    Kind(@Nullable String generator, String extensions, String content, String footnotes, String added) {
        this.generator = generator;
        this.extensions = extensions;
        this.content = content;
        this.footnotes = footnotes;
        this.added = added;
    }

    /** Returns the file extensions of the documents. */
    List<String> extensions() {
        return List.of(extensions.split(" "));
    }

    /** Returns CSS selectors of the elements with the text of the document, the most specific first. */
    public List<String> content() {
        return content.isEmpty()
                ? List.of(ANY_CONTENT.split(", "))
                : List.of(content, "article", "[role=main]", "main");
    }

    /** Returns whether the first of these selectors is that of the text, and nothing else, in pages of this toolchain. */
    public boolean hasKnownContent() {
        return !content.isEmpty();
    }

    /** Returns the CSS selector of what is moved to the end of the page; empty if nothing is. */
    public String footnotes() {
        return footnotes;
    }

    /** Returns the CSS selector of links in the text that the toolchain adds; empty if it adds none. */
    public String added() {
        return added;
    }

    /** Returns the word that pages built by this toolchain contain; null if there is none. */
    public @Nullable String generator() {
        return generator;
    }

    /** Returns whether a page that declares a generator may have been built by this toolchain. */
    public boolean builds(String declared) {
        return declared.isEmpty()
                || generator == null
                || declared.toLowerCase(Locale.ROOT).contains(generator);
    }
}
