// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.Link;
import io.github.checklinks.model.Position;
import io.github.checklinks.model.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectSourcesTest {

    @TempDir
    Path directory;

    private BuiltProject project;

    @BeforeEach
    void begin() throws IOException {
        project = new BuiltProject(directory.toRealPath());
    }

    private static String a(String href) {
        return "<a href=\"" + href + "\">x</a>\n";
    }

    @Test
    void aPageLeadsToItsDocumentInWhateverLanguage() throws IOException {
        project.file("src/site/markdown/a.md", "# A\n\n[x](gone.md)\n").page("a.html", "", a("gone.html"));
        project.file("src/site/markdown/b.md.vm", "[x](gone.html)\n").page("b.html", "", a("gone.html"));
        project.file("src/site/apt/d/c.apt", "\n{{{./gone.html}x}}\n").page("d/c.html", "", a("./gone.html"));
        project.file("src/site/asciidoc/e.adoc", "= E\n\nxref:gone.adoc[x]\n").page("e.html", "", a("gone.html"));
        project.file("src/site/xdoc/f.xml", "<document>\n" + a("gone.html") + "</document>")
                .page("f.html", "", a("gone.html"));
        project.file("src/site/fml/g.fml", "<faqs>\n\n" + a("gone.html")).page("g.html", "", a("gone.html"));

        assertThat(project.sources("a.html", "gone.html")).containsExactly("src/site/markdown/a.md:3");
        assertThat(project.sources("b.html", "gone.html")).containsExactly("src/site/markdown/b.md.vm:1");
        assertThat(project.sources("d/c.html", "./gone.html")).containsExactly("src/site/apt/d/c.apt:2");
        assertThat(project.sources("e.html", "gone.html")).containsExactly("src/site/asciidoc/e.adoc:3");
        assertThat(project.sources("f.html", "gone.html")).containsExactly("src/site/xdoc/f.xml:2");
        assertThat(project.sources("g.html", "gone.html")).containsExactly("src/site/fml/g.fml:3");
    }

    @Test
    void aPageInAnotherLanguageLeadsToTheDirectoryOfThatLanguage() throws IOException {
        project.file("src/site/fr/markdown/a.md", "\n[x](gone.html)\n").page("fr/a.html", "", a("gone.html"));

        assertThat(project.sources("fr/a.html", "gone.html")).containsExactly("src/site/fr/markdown/a.md:2");
    }

    @Test
    void equalLinksAreMatchedByTheirOrderIfTheirCountsAgree() throws IOException {
        project.file("src/site/markdown/a.md", "[x](gone.html)\n\n[y](gone.html)\n\n`[z](gone.html)`\n")
                .page("a.html", "", a("gone.html") + a("gone.html"));

        assertThat(project.sources("a.html", "gone.html"))
                .containsExactly("src/site/markdown/a.md:1", "src/site/markdown/a.md:3");
    }

    @Test
    void anInexactMatchIsMarkedAsOneOfSeveral() throws IOException {
        project.file("src/site/markdown/a.md", "[x](gone.html)\n\n[y](gone.html)\n\n[z](gone.html)\n")
                .page("a.html", "", a("gone.html") + a("gone.html"));

        assertThat(project.sources("a.html", "gone.html"))
                .containsExactly("src/site/markdown/a.md:1?", "src/site/markdown/a.md:3?");
    }

    @Test
    void forALinkThatItsDocumentLacksOnlyTheFileIsNamed() throws IOException {
        project.file("src/site/apt/a.apt.vm", "{{{${address}}x}}\n").page("a.html", "", a("gone.html"));

        assertThat(project.sources("a.html", "gone.html")).containsExactly("src/site/apt/a.apt.vm");
    }

    @Test
    void withMoreLinksThanReferencesTheLineIsUnknown() throws IOException {
        project.file("src/site/xdoc/a.xml", a("gone.html")).page("a.html", "", a("gone.html") + a("gone.html"));

        assertThat(project.sources("a.html", "gone.html"))
                .containsExactly("src/site/xdoc/a.xml", "src/site/xdoc/a.xml");
    }

    @Test
    void aReferenceIsOnTheLineOfItsAttribute() throws IOException {
        project.file(
                        "src/site/xdoc/a.xml",
                        "<d>\r\n<img\r\n  src='one.png'\r\n  longdesc='one.html?a&amp;b'/>\r\n<a\nhref='gone.html'></d>")
                .page(
                        "a.html",
                        "",
                        "<img src=\"one.png\" longdesc=\"one.html?a&b\"/><a title=\"x\"\r\n href=\"gone.html\">x</a>");

        assertThat(project.sources("a.html", "one.png")).containsExactly("src/site/xdoc/a.xml:3");
        assertThat(project.sources("a.html", "one.html?a&b")).containsExactly("src/site/xdoc/a.xml:4");
        assertThat(project.sources("a.html", "gone.html")).containsExactly("src/site/xdoc/a.xml:6");
    }

    @Test
    void aLinkThatIsNotClosedCountsOnceAsDoItsCopiesInTheTree() throws IOException {
        project.file("src/site/xdoc/a.xml", "<d><p>" + a("gone.html") + "</p>\n<p>" + a("gone.html"))
                .page("a.html", "", "<p><a href=\"gone.html\"><b>x</p><p>y</p><div><a href=\"gone.html\">x</a></div>");

        assertThat(project.sources("a.html", "gone.html"))
                .containsExactly("src/site/xdoc/a.xml:1", "src/site/xdoc/a.xml:3");
    }

    @Test
    void aLinkForBrowsersWithoutFramesIsText() throws IOException {
        project.file("src/site/xdoc/a.xml", "<a href='gone.html'/>")
                .file(
                        "target/site/a.html",
                        "<frameset><frame src=\"gone.html\"><noframes>" + a("gone.html") + "</noframes></frameset>");

        assertThat(project.sources("a.html", "gone.html")).startsWith("src/site/xdoc/a.xml:1");
    }

    @Test
    void theTextOfAnElementInASiteDescriptorIsALink() throws IOException {
        project.file(
                        "src/site/site.xml",
                        "<project><bannerLeft>\n<src>logo.png</src>\n<href>https://gone.example/?a&amp;b</href></bannerLeft></project>")
                .file("src/site/markdown/a.md", "x")
                .file("target/site/a.html", a("https://gone.example/?a&b") + "<img src=\"logo.png\"><main><p>x</main>");

        assertThat(project.sources("a.html", "https://gone.example/?a&b")).containsExactly("src/site/site.xml:3");
        assertThat(project.sources("a.html", "logo.png")).containsExactly("src/site/site.xml:2");
    }

    @Test
    void allLinksOfOneMarkdownDefinitionLeadToIt() throws IOException {
        project.file("src/site/markdown/a.md", "[x][r] [y][r]\n\n[r]: gone.html\n")
                .page("a.html", "", a("gone.html") + a("gone.html"));

        assertThat(project.sources("a.html", "gone.html"))
                .containsExactly("src/site/markdown/a.md:3", "src/site/markdown/a.md:3");
    }

    @Test
    void aLinkOfTheMenuLeadsToTheSiteDescriptorAndOneOfTheContentToTheDocument() throws IOException {
        project.file("src/site/site.xml", "<project><body>\n<item name=\"G\" href=\"d/gone.html\"/>\n</body></project>")
                .file("src/site/markdown/d/a.md", "[x](gone.html)")
                .file(
                        "target/site/d/a.html",
                        "<div id=\"leftColumn\">" + a("gone.html") + "</div><main id=\"bodyColumn\">" + a("gone.html")
                                + "</main>");

        assertThat(project.sources("d/a.html", "gone.html"))
                .containsExactly("src/site/site.xml:2", "src/site/markdown/d/a.md:1");
    }

    @Test
    void aLinkOfTheSkinHasNoSource() throws IOException {
        project.file("src/site/site.xml", "<project/>")
                .file("src/site/markdown/a.md", "[x](gone.html)")
                .page("a.html", a("gone.html"), "");

        assertThat(project.sources("a.html", "gone.html")).containsExactly("none", "none");
    }

    @Test
    void withoutAContentElementALinkOfMenuAndDocumentHasNoSource() throws IOException {
        project.file("src/site/site.xml", "<project>\n<item href=\"gone.html\"/></project>")
                .file("src/site/markdown/a.md", "[x](gone.html)")
                .file("target/site/a.html", "<body>" + a("gone.html") + a("gone.html"));
        project.file("src/site/markdown/b.md", "[x](b-gone.html)")
                .file("target/site/b.html", "<body>" + a("b-gone.html"));

        assertThat(project.sources("a.html", "gone.html")).containsExactly("none", "none");
        assertThat(project.sources("b.html", "b-gone.html")).containsExactly("src/site/markdown/b.md:1");
    }

    @Test
    void aCopiedFileIsItsOwnSource() throws IOException {
        String html = "<html>\n<body>\n" + a("gone.html") + a("gone.html");
        project.file("src/site/resources/d/a.html", html).file("target/site/d/a.html", html);

        assertThat(project.sources("d/a.html", "gone.html"))
                .containsExactly("src/site/resources/d/a.html:3", "src/site/resources/d/a.html:4");
    }

    @Test
    void aPageThatTwoFilesCouldHaveMadeHasNoSource() throws IOException {
        project.file("src/site/markdown/a.md", "[x](gone.html)")
                .file("src/site/apt/a.apt", "{{{gone.html}x}}")
                .page("a.html", "", a("gone.html"));

        assertThat(project.sources("a.html", "gone.html")).containsExactly("none");
    }

    @Test
    void aReportOfThePomLeadsToThePom() throws IOException {
        project.file("pom.xml", "<project/>")
                .pom("https://gone.example/scm", PomUrl.Kind.SCM, "pom.xml", 12)
                .pom("https://gone.example/me", PomUrl.Kind.PERSON, "pom.xml", 20)
                .pom("https://gone.example/me", PomUrl.Kind.PERSON, "pom.xml", 25)
                .pom("https://gone.example/parent", PomUrl.Kind.SCM, "../parent/pom.xml", 25)
                .page("scm.html", "", a("https://gone.example/scm") + a("https://gone.example/parent"))
                .page("team.html", "", a("https://gone.example/me"))
                .page("dependencies.html", "", a("https://gone.example/scm"));

        assertThat(project.sources("scm.html", "https://gone.example/scm")).containsExactly("pom.xml:12");
        assertThat(project.sources("scm.html", "https://gone.example/parent")).containsExactly("none");
        assertThat(project.sources("team.html", "https://gone.example/me")).containsExactly("pom.xml:20?");
        assertThat(project.sources("dependencies.html", "https://gone.example/scm"))
                .containsExactly("none");
    }

    @Test
    void aCrossReferencedPageHasSourcesOnlyForLinksInItsJavaFile() throws IOException {
        project.file(
                        "src/test/java/org/acme/ATest.java",
                        "package org.acme;\n\n// https://gone.example/\nclass ATest {}")
                .file(
                        "target/site/xref-test/org/acme/ATest.html",
                        "<pre>" + a("../gone.html") + a("https://gone.example/"));

        assertThat(project.sources("xref-test/org/acme/ATest.html", "../gone.html"))
                .containsExactly("none");
        assertThat(project.sources("xref-test/org/acme/ATest.html", "https://gone.example/"))
                .containsExactly("src/test/java/org/acme/ATest.java:3");
    }

    @Test
    void aStagedPageLeadsToItsModule() throws IOException {
        project.module("core", "core/")
                .file("core/src/site/markdown/a.md", "[x](gone.html)")
                .file("src/site/markdown/a.md", "\n[x](gone.html)")
                .page("a.html", "", a("gone.html"))
                .page("core/a.html", "", a("gone.html"));

        assertThat(project.sources("core/a.html", "gone.html")).containsExactly("core/src/site/markdown/a.md:1");
        assertThat(project.sources("a.html", "gone.html")).containsExactly("src/site/markdown/a.md:2");
    }

    @Test
    void nothingOutsideTheBuildIsNamedNotEvenThroughASymbolicLink() throws IOException {
        Path outside = Files.createDirectories(directory.resolve("outside"));
        Files.writeString(outside.resolve("a.md"), "[x](gone.html)");
        BuiltProject inner = new BuiltProject(Files.createDirectories(project.base.resolve("inner")));
        inner.page("a.html", "", a("gone.html")).page("b.html", "", a("gone.html"));
        Files.createDirectories(inner.base.resolve("src/site"));
        Files.createSymbolicLink(inner.base.resolve("src/site/markdown"), outside);

        assertThat(inner.sources("a.html", "gone.html")).containsExactly("none");
        assertThat(inner.sources("b.html", "gone.html")).containsExactly("none");
    }

    @Test
    void aDocumentThatIsNotUtf8IsStillRead() throws IOException {
        project.page("a.html", "", a("gone.html"));
        Path file =
                Files.createDirectories(project.base.resolve("src/site/apt")).resolve("a.apt");
        Files.write(file, new byte[] {
            (byte) 0xE9, '\n', '{', '{', '{', 'g', 'o', 'n', 'e', '.', 'h', 't', 'm', 'l', '}', 'x', '}', '}'
        });

        assertThat(project.sources("a.html", "gone.html")).containsExactly("src/site/apt/a.apt:2");
    }

    @Test
    void aPageThatIsNoFileHasNoSource() {
        ProjectSources sources = new ProjectSources(project.base, project.base.resolve("target/site"), List.of());
        Reference reference = new Reference("x", "a", "href", new Position(1, 1));

        assertThat(sources.of(new Link("https://example.org/?q", reference))).isNull();
        assertThat(sources.of(new Link("../../pom.xml", reference))).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "asciidoc/a.adoc | include::chapters/_first.adoc[]",
                "markdown/a.md.vm | #include(\"first.txt\")",
                "markdown/a.md.vm | #parse(\"first.vm\")",
                "markdown/a.md | <!-- MACRO{snippet|id=x|file=first.txt} -->",
                "apt/a.apt | %{snippet|id=x|file=first.txt}",
                "xdoc/a.xml | <document><macro name='snippet'/></document>",
                "xdoc/a.xml | <!DOCTYPE d [<!ENTITY first SYSTEM 'first.xml'>]><d>&first;</d>",
                "docbook/a.xml | <book><xi:include href='first.xml'/></book>",
                "rst/a.rst | .. include:: first.txt"
            })
    void aDocumentWithIncludesIsNotNamedForALinkThatItLacks(String name, String text) throws IOException {
        project.file("src/site/" + name, text + "\n").page("a.html", "", a("gone.html"));

        assertThat(project.sources("a.html", "gone.html")).containsExactly("none");
    }

    @Test
    void aDocumentWithIncludesIsNamedForALinkThatItContains() throws IOException {
        project.file("src/site/asciidoc/a.adoc", "include::b.adoc[]\n\nlink:gone.html[x]\n")
                .page("a.html", "", a("gone.html"));

        assertThat(project.sources("a.html", "gone.html")).containsExactly("src/site/asciidoc/a.adoc:3");
    }

    @Test
    void anAnchorThatDoxiaRewroteLeadsToItsLine() throws IOException {
        project.file("src/site/markdown/a.md", "\n[x](apidocs/G.html#greet(java.lang.String))\n")
                .page("a.html", "", a("apidocs/G.html#greet.28java.lang.String.29"));

        assertThat(project.sources("a.html", "apidocs/G.html#greet.28java.lang.String.29"))
                .containsExactly("src/site/markdown/a.md:2");
    }
}
