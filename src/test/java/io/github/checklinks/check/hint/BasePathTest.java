// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.check.Trial;
import io.github.checklinks.check.TrialResult;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site that is built for a base path which is not configured has a single problem, not one per link. */
class BasePathTest {

    @TempDir
    Path temporary;

    private static String links(String base) {
        return "<link rel=stylesheet href='" + base + "assets/main.css'><a href='" + base
                + "sub/page.html'>x</a><a href='" + base + "other.html'>x</a><a href='" + base + "sub/gone.html'>x</a>";
    }

    private Trial site(String base, String head) throws IOException {
        return new Trial(temporary)
                .page("index.html", head + links(base))
                .page("sub/page.html", links(base))
                .page("other.html", links(base))
                .file("assets/main.css", "");
    }

    private static List<String> hints(TrialResult result) {
        return result.findings().stream().map(Finding::hint).distinct().toList();
    }

    @Test
    void linksBelowAnUnconfiguredBasePathNameTheSetting() throws IOException, InterruptedException {
        TrialResult result = site("/x/", "").run();

        assertThat(result.findings())
                .hasSize(4)
                .allSatisfy(each -> assertThat(each.rule()).isEqualTo(Rule.MISSING_FILE));
        assertThat(hints(result)).containsExactly("the site seems to live below /x/: set siteUrl to https://HOST/x/");
    }

    @Test
    void aDeeperBaseIsFoundToo() throws IOException, InterruptedException {
        assertThat(hints(site("/a/b/", "").run()))
                .containsExactly("the site seems to live below /a/b/: set siteUrl to https://HOST/a/b/");
    }

    @Test
    void theSiteItselfMayDeclareItsUrl() throws IOException, InterruptedException {
        String wanted = "the site seems to live below /x/: set siteUrl to https://docs.acme.test/x/";

        assertThat(hints(site("/x/", "<link rel=canonical href='https://docs.acme.test/x/'>")
                        .run()))
                .containsExactly(wanted);
        assertThat(hints(site("/x/", "<meta property='og:url' content='https://docs.acme.test/x/'>")
                        .run()))
                .containsExactly(wanted);
        assertThat(hints(site("/x/", "")
                        .file("sitemap.xml", "<urlset><url><loc>https://docs.acme.test/x/a</loc></url></urlset>")
                        .run()))
                .contains(wanted);
        assertThat(hints(site("/x/", "")
                        .file("sitemap.xml", "")
                        .file("CNAME", "docs.acme.test\n")
                        .run()))
                .contains(wanted);
    }

    @Test
    void aBasePathOtherThanTheConfiguredOneIsFoundOnTheSameHost() throws IOException, InterruptedException {
        TrialResult result =
                site("/x/", "").publishedAt("https://docs.acme.test/").run();

        assertThat(hints(result))
                .containsExactly("the site seems to live below /x/: set siteUrl to https://docs.acme.test/x/");
    }

    @Test
    void aFewSuchLinksAreTreatedAsMistakes() throws IOException, InterruptedException {
        Trial trial = new Trial(temporary)
                .page("index.html", links("/x/"))
                .page("sub/page.html", "")
                .page("other.html", "");
        for (int i = 0; i < 5; i++) {
            trial.page("page" + i + ".html", "<a href='/sub/page.html'>x</a>");
        }

        assertThat(hints(trial.file("assets/main.css", "").run()))
                .noneMatch(hint -> hint != null && hint.contains("siteUrl"));
    }

    @Test
    void targetsThatAreMissingWithAndWithoutTheBasePathDoNotCount() throws IOException, InterruptedException {
        TrialResult result = new Trial(temporary)
                .page("index.html", "<a href='/x/a.html'>x</a><a href='/x/b.html'>x</a><a href='/x/c.html'>x</a>")
                .run();

        assertThat(hints(result)).noneMatch(hint -> hint != null && hint.contains("siteUrl"));
    }

    @Test
    void urlsThatLackOnlyTheirExtensionNameTheSetting() throws IOException, InterruptedException {
        Trial trial = new Trial(temporary)
                .page("guide/setup.html", "")
                .page("guide/use.html", "")
                .page("api.html", "");
        trial.page("index.html", "<a href='guide/setup'>x</a><a href='guide/use?q#top'>x</a><a href='/api'>x</a>");

        assertThat(hints(trial.run()))
                .containsExactly(
                        "guide/setup.html exists: set cleanUrls to true if the server adds .html",
                        "guide/use.html exists: set cleanUrls to true if the server adds .html",
                        "api.html exists: set cleanUrls to true if the server adds .html");
    }

    @Test
    void reportsPutASharedSettingFirst() throws IOException, InterruptedException {
        List<String> console = new ArrayList<>();
        site("/x/", "<a href='gone-for-good.html'>x</a>")
                .report(temporary.resolve("reports"), (level, line) -> console.add(line));

        assertThat(console.get(0)).contains("4 targets below /x/, where the site seems to live");
        assertThat(console).contains("  the site seems to live below /x/: set siteUrl to https://HOST/x/");
        assertThat(temporary.resolve("reports/report.html"))
                .content()
                .contains("below /x/, where the site seems to live");
    }
}
