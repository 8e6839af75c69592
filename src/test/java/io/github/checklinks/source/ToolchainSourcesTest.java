// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.Link;
import io.github.checklinks.model.Position;
import io.github.checklinks.model.Reference;
import io.github.checklinks.model.Sources;
import io.github.checklinks.model.Sources.Source;
import io.github.checklinks.source.toolchain.Toolchain;
import io.github.checklinks.source.toolchain.Toolchains;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolchainSourcesTest {

    private static final String X = "https://x.example.org/";

    @TempDir
    Path temporary;

    private Path base;
    private Function<Toolchains, List<Toolchain>> search;

    @BeforeEach
    void begin() throws IOException {
        base = temporary.toRealPath();
        search = toolchains -> toolchains.above(base);
    }

    private ToolchainSourcesTest file(String name, String text) throws IOException {
        Path file = base.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    private static String page(String generator, String content) {
        return "<html><head><meta name=generator content='" + generator + "'></head><body>\n<nav><a href=\"" + X
                + "\">x</a></nav>\n" + content + "\n</body></html>\n";
    }

    /** Returns where all links of a page with a target are, or {@code none}. */
    private List<String> sources(String site, String page, String target) throws IOException {
        Sources sources = new ToolchainSources(
                base, base.resolve(site), "https://site.invalid/", search, link -> new Source("others", 0, false));
        String html = Files.readString(base.resolve(site).resolve(page));
        List<String> found = new ArrayList<>();
        for (int i = html.indexOf("\"" + target + "\""); i >= 0; i = html.indexOf("\"" + target + "\"", i + 1)) {
            int tag = html.lastIndexOf('<', i);
            Position position =
                    new Position(html.substring(0, tag).split("\n", -1).length, tag - html.lastIndexOf('\n', tag));
            Source source = sources.of(new Link(page, new Reference(target, "a", "href", position)));
            found.add(source == null ? "none" : source.toString());
        }
        return found;
    }

    private static String article(String target) {
        return "<main><article><a href=\"" + target + "\">x</a></article></main>";
    }

    @Test
    void docusaurusHasDocumentsBelowDocs() throws IOException {
        String content =
                "<main><article><div class=\"theme-doc-markdown\"><a href=\"/lib/docs/b\">b</a></div></article></main>";
        file("website/docusaurus.config.js", "module.exports = {\n  url: '" + X + "',\n  baseUrl: '/lib/'};");
        file("website/docs/a.md", "---\ntitle: A\n---\n\n[b](./b.md)\n").file("website/docs/b.md", "# B\n");
        file("website/build/docs/a/index.html", page("Docusaurus v3.9.2", content));

        assertThat(sources("website/build", "docs/a/index.html", "/lib/docs/b")).containsExactly("website/docs/a.md:5");
    }

    @Test
    void withVersionsDocusaurusHasCopiesOfItsDocuments() throws IOException {
        file("docusaurus.config.js", "").file("versions.json", "[\"1.0\"]").file("docs/a.md", "[x](" + X + "a)\n");
        file("build/docs/a/index.html", page("Docusaurus v3.9.2", article(X + "a")));

        assertThat(sources("build", "docs/a/index.html", X + "a")).containsExactly("others");
    }

    @Test
    void jbakeHugoAndJekyllAreKnownByTheirLayout() throws IOException {
        file("src/jbake/jbake.properties", "").file("src/jbake/content/a.adoc", "= A\n\n" + X + "a[x]\n");
        file("target/a.html", page("JBake 2.7.0", article(X + "a")));
        file("hugo/hugo.toml", "").file("hugo/content/b/_index.md", "+++\nx = 1\n+++\n[x](" + X + "b)\n");
        file("hugo/public/b/index.html", page("Hugo 0.150.0", article(X + "b")));
        file("jekyll/_config.yml", "").file("jekyll/_posts/2025-01-31-c-d.md", "---\n---\n[x](" + X + "c)\n");
        file("jekyll/_site/2025/01/31/c-d.html", page("Jekyll v4.4.1", article(X + "c")));

        assertThat(sources("target", "a.html", X + "a")).containsExactly("src/jbake/content/a.adoc:3");
        assertThat(sources("hugo/public", "b/index.html", X + "b")).containsExactly("hugo/content/b/_index.md:4");
        assertThat(sources("jekyll/_site", "2025/01/31/c-d.html", X + "c"))
                .containsExactly("jekyll/_posts/2025-01-31-c-d.md:3");
    }

    @Test
    void aLinkOfAnUnknownLayoutLeadsToNoDocument() throws IOException {
        file("_config.yml", "").file("a.md", "[x](" + X + "once)\n");
        file("_site/a.html", page("Jekyll v4.4.1", article(X + "layout") + article(X + "once") + article(X + "once")));

        assertThat(sources("_site", "a.html", X + "layout")).containsExactly("none");
        assertThat(sources("_site", "a.html", X + "once")).containsExactly("none", "none");
    }

    @Test
    void aDocumentThatChoosesItsAddressIsNotSearchedFor() throws IOException {
        file("_config.yml", "").file("a.md", "---\npermalink: /b.html\n---\n[x](" + X + "a)\n");
        file("_site/a.html", page("", article(X + "a")));

        assertThat(sources("_site", "a.html", X + "a")).containsExactly("others");
    }

    @Test
    void aPageOfAnotherGeneratorIsNotThatOfADocument() throws IOException {
        file("mkdocs.yml", "site_name: x\n").file("docs/a.md", "[x](" + X + "a)\n");
        file("site/a/index.html", page("Apache Maven Doxia Site Renderer", article(X + "a")));
        file("elsewhere/a/index.html", page("", article(X + "a")));
        file("elsewhere2/a/index.html", page("mkdocs-1.6.1", article(X + "a")));

        assertThat(sources("site", "a/index.html", X + "a")).containsExactly("others");
        assertThat(sources("elsewhere", "a/index.html", X + "a")).containsExactly("others");
        assertThat(sources("elsewhere2", "a/index.html", X + "a")).containsExactly("docs/a.md:1");
    }

    @Test
    void aPageOfTwoPossibleDocumentsIsThatOfNone() throws IOException {
        file("mkdocs.yml", "site_name: x\n").file("docs/a.md", "[x](" + X + "a)\n");
        file("docs/a/index.md", "[x](" + X + "a)\n");
        file("site/a/index.html", page("mkdocs-1.6.1", article(X + "a")));

        assertThat(sources("site", "a/index.html", X + "a")).containsExactly("others");
    }

    @Test
    void aLinkAroundTheTextIsSoughtInTheConfiguration() throws IOException {
        file("mkdocs.yml", "site_name: x\n# " + X + "\nrepo_url: " + X + "\n").file("docs/a.md", "[x](" + X + ")\n");
        file("site/a/index.html", page("mkdocs-1.6.1", article(X + "a")));

        assertThat(sources("site", "a/index.html", X)).containsExactly("mkdocs.yml:3");

        file("mkdocs.yml", "site_name: x\nsite_url: " + X + "lib/\n");

        assertThat(sources("site", "a/index.html", X)).containsExactly("none");
    }

    @Test
    void aFolderIsReadAsItsPagesAreLaidOut() throws IOException {
        search = toolchains -> toolchains.named(List.of(base.resolve("text")));
        file("text/d/a.md", "x\n[x](../b.md#y)\n").file("text/b.md", "");
        file("out/d/a.html", page("Anything 1.0", article("../b.html#y")));

        assertThat(sources("out", "d/a.html", "../b.html#y")).containsExactly("text/d/a.md:2");
    }

    @Test
    void aFolderOfAKnownToolchainIsReadByItsRules() throws IOException {
        search = toolchains -> toolchains.named(List.of(base.resolve("docs")));
        file("mkdocs.yml", "site_name: x\n").file("docs/d/a.md", "x\n--8<-- \"part.md\"\n");
        file("docs/part.md", "\n[x](" + X + "part)\n");
        file("elsewhere/d/a/index.html", page("", article(X + "part")));

        assertThat(sources("elsewhere", "d/a/index.html", X + "part")).containsExactly("docs/part.md:2");
    }

    @Test
    void asciidoctorMayPutAllPagesIntoOneDirectory() throws IOException {
        search = toolchains -> List.of(Toolchain.asciidoctor(base.resolve("src"), "guide/", true, Map.of()));
        file("src/d/a.adoc", "\n" + X + "a[x]\n").file("src/_d/a.adoc", "\n").file("src/c/b.adoc", X + "b[x]\n");
        file("src/d/b.adoc", "\n");
        String content = "<div id=\"content\"><a href=\"";
        file("out/guide/a.html", page("Asciidoctor 2.0.23", content + X + "a\">x</a></div>"));
        file("out/guide/b.html", page("Asciidoctor 2.0.23", content + X + "b\">x</a></div>"));

        assertThat(sources("out", "guide/a.html", X + "a")).containsExactly("src/d/a.adoc:2");
        assertThat(sources("out", "guide/b.html", X + "b")).containsExactly("others");
    }

    @Test
    void aDocumentOutsideOfTheBuildIsNotNamed() throws IOException {
        file("mkdocs.yml", "site_name: x\n").file("docs/a.md", "[x](" + X + "a)\n");
        file("build/site/a/index.html", page("mkdocs-1.6.1", article(X + "a")));
        Path project = base.resolve("build");
        Sources sources = new ToolchainSources(
                project,
                project.resolve("site"),
                "https://site.invalid/",
                toolchains -> toolchains.above(project),
                Sources.NONE);

        Reference reference = new Reference(X + "a", "a", "href", new Position(3, 16));
        assertThat(sources.of(new Link("a/index.html", reference))).isNull();
    }

    @Test
    void nothingIsSearchedForBeforeTheFirstFinding() {
        List<String> searches = new ArrayList<>();
        Sources sources = new ToolchainSources(
                base,
                base.resolve("site"),
                "https://site.invalid/",
                toolchains -> {
                    searches.add("search");
                    return List.of();
                },
                Sources.NONE);

        assertThat(sources.inRepository("a")).isEqualTo("a");
        assertThat(searches).isEmpty();
    }
}
