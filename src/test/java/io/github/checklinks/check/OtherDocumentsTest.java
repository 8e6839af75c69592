// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.check.policy.CheckedFragments;
import io.github.checklinks.model.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links with fragments to documents that are not pages: the media type defines what a fragment means there. */
class OtherDocumentsTest extends LoopbackTrial {

    private static final String CSS = "p { color: red }";

    private Trial served() {
        return trial.servedFrom(server.url("/docs/"));
    }

    private LoopbackServer typed(String path, String type, String text) {
        return server.on(path, exchange -> LoopbackServer.send(exchange, 200, type, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.css",
                "data.xml",
                "feed.rss",
                "feed.atom",
                "sitemap.xml",
                "app.webmanifest",
                "manifest.json",
                "data.json",
                "robots.txt",
                "manual.pdf",
                "a.js",
                "LICENSE"
            })
    void aFragmentOfAFileThatIsNoPageIsNotJudged(String file) throws Exception {
        TrialResult result = trial.file(file, file.equals("sitemap.xml") ? "<urlset></urlset>" : "{}")
                .page("index.html", "<a href=" + file + ">1</a> <a href=" + file + "#v2>2</a>")
                .run();

        assertThat(result.findings()).isEmpty();
        assertThat(result.summary().ok()).isEqualTo(1);
    }

    @Test
    void aFragmentOfAPageOrAPictureIsJudged() throws Exception {
        TrialResult result = trial.file("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><g id='i'/></svg>")
                .file("a.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml'><p id='i'/></html>")
                .page(
                        "index.html",
                        "<a href=a.svg#i>1</a> <a href=a.svg#j>2</a> <a href=a.xhtml#i>3</a> <a href=a.xhtml#j>4</a>")
                .run();

        assertThat(result.facts())
                .extracting(fact -> fact.substring(0, fact.indexOf(" [")))
                .containsExactly(
                        "missing-fragment ERROR https://site.invalid/a.svg#j",
                        "missing-fragment ERROR https://site.invalid/a.xhtml#j");
    }

    @Test
    void aFragmentOfAMappedFileThatIsNoPageIsNotJudged() throws Exception {
        Path files = Files.createDirectories(temporary.resolve("mapped"));
        Files.writeString(files.resolve("a.css"), CSS);
        Files.writeString(files.resolve("data.json"), "{}");

        TrialResult result = trial.mapping("https://api.acme.org/", files)
                .page(
                        "index.html",
                        "<a href=https://api.acme.org/a.css#x>1</a> <a href=https://api.acme.org/data.json#x>2</a>")
                .run();

        assertThat(result.findings()).isEmpty();
        assertThat(result.summary().ok()).isEqualTo(2);
    }

    @Test
    void aFragmentBehindARefreshToNoPageIsNotJudged() throws Exception {
        TrialResult result = trial.file("a.css", CSS)
                .file("data.json", "{}")
                .page("old.html", "<meta http-equiv=refresh content='0; url=a.css'>")
                .page("older.html", "<meta http-equiv=refresh content='0; url=data.json'>")
                .page("index.html", "<a href=old.html#x>1</a> <a href=older.html#x>2</a>")
                .run();

        assertThat(result.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/docs/a.css, text/css",
        "/docs/x, text/css; charset=utf-8",
        "/docs/data.xml, application/xml",
        "/docs/feed, application/rss+xml",
        "/docs/feed, application/atom+xml",
        "/docs/sitemap.xml, text/xml",
        "/docs/app, application/manifest+json",
        "/docs/manifest.json, application/json",
        "/docs/data.json, application/json",
        "/docs/page.html, text/plain",
        "/docs/manual.pdf, application/pdf"
    })
    void aFragmentOfAnAnswerThatIsNoPageIsNotJudged(String path, String type) throws Exception {
        typed(path, type, type.contains("xml") ? "<urlset></urlset>" : "{}");
        server.redirect("/docs/old.html", 302, path)
                .page("/docs/", "<a href=" + path + "#x>1</a> <a href=old.html#x>2</a>");

        TrialResult result = served().run();

        assertThat(result.findings()).isEmpty();
        assertThat(result.summary().ok() + result.summary().redirected()).isEqualTo(2);
    }

    @Test
    void aFragmentBehindARefreshOfAServedPageToNoPageIsNotJudged() throws Exception {
        typed("/docs/a.css", "text/css", CSS);
        server.page("/docs/old.html", "<meta http-equiv=refresh content='0; url=a.css'>")
                .page("/docs/", "<a href=old.html#x>1</a>");

        assertThat(served().run().findings()).isEmpty();
    }

    @Test
    void aFragmentOfAServedPageIsJudgedWhateverItsAddressLooksLike() throws Exception {
        typed("/docs/a.css", "text/html", "<p id=x>");
        typed("/docs/b.css", "application/xhtml+xml", "<html xmlns='http://www.w3.org/1999/xhtml'><p id='x'/></html>");
        server.page(
                "/docs/", "<a href=a.css#x>1</a> <a href=a.css#y>2</a> <a href=b.css#x>3</a> <a href=b.css#y>4</a>");

        assertThat(served().run().findings())
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.rule()).isEqualTo(Rule.MISSING_FRAGMENT));
    }

    @Test
    void aFragmentOfAnExternalAnswerThatIsNoPageIsNotJudged() throws Exception {
        typed("/a.css", "text/css", CSS);
        typed("/data.json", "application/json", "{}");
        server.page("/page.html", "<p id=x>").redirect("/old", 302, "/a.css");
        String[] links = {"/a.css#x", "/data.json#x", "/old#x", "/page.html#x"};

        TrialResult result = trial.askingOutside()
                .fragments(CheckedFragments.ALL)
                .page("index.html", "<a href=" + String.join(">1</a> <a href=", urls(links)) + ">1</a>")
                .run();

        assertThat(result.findings()).isEmpty();
        assertThat(result.ledger())
                .allSatisfy(link -> assertThat(link.verdict().detail()).isNotEqualTo("fragment-unverifiable"));
    }

    @Test
    void aRedirectIntoAMappingReadsNoFileThatHasNoAnchors() throws Exception {
        Path files = Files.createDirectories(temporary.resolve("mapped"));
        Files.writeString(files.resolve("data.json"), "{}");
        Files.writeString(files.resolve("a.html"), "<p id=x>");
        server.redirect("/docs/d", 302, "https://api.acme.org/data.json")
                .redirect("/docs/a", 302, "https://api.acme.org/a.html")
                .page("/docs/", "<a href=d#x>1</a> <a href=a#x>2</a> <a href=a#y>3</a>");

        TrialResult result = served().mapping("https://api.acme.org/", files).run();

        assertThat(result.finding().target()).isEqualTo(server.url("/docs/a#y"));
    }

    private String[] urls(String... paths) {
        String[] urls = paths.clone();
        for (int i = 0; i < urls.length; i++) {
            urls[i] = server.url(paths[i]);
        }
        return urls;
    }
}
