// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.check.Trial;
import io.github.checklinks.check.TrialResult;
import io.github.checklinks.model.Finding;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A hint about a file names only existing files, as the author would write them: following it gives a working link. */
class HintsTest {

    @TempDir
    Path temporary;

    private Trial trial = new Trial(Path.of("."));

    @BeforeEach
    void writeSite() throws Exception {
        trial = new Trial(temporary)
                .page("guide/setup.html", "<h2 id=Install>I</h2><h2 id=configuration>C</h2>")
                .page("guide/usage.html", "")
                .page("guide/deep/index.html", "")
                .page("api/Main.html", "")
                .page("R&D.html", "")
                .page("a/same.html", "")
                .page("b/same.html", "")
                .page("a/parts/list.html", "")
                .page("b/bits/list.html", "")
                .page("mod_http2.html", "")
                .page("manual.htm", "")
                .page("grün.html", "")
                .page("one two.html", "")
                .page("big picture.html", "")
                .file("images/logo.png", "")
                .file("images/other.png.gz", "")
                .page("java/package-summary.html", "")
                .page("java/Thing.html", "");
    }

    private @Nullable String hint(String page, String reference) throws Exception {
        return trial.page(page, "<a href=\"" + reference.replace("&", "&amp;") + "\">x</a>")
                .run()
                .finding()
                .hint();
    }

    private @Nullable String hint(String reference) throws Exception {
        return hint("x.html", reference);
    }

    @ParameterizedTest
    @CsvSource({
        "Guide/Setup.html, the letter case differs: guide/setup.html",
        "api/main.html, the letter case differs: api/Main.html",
        "guide/setup.html/, remove the trailing slash: it is a file",
        "guide/setup, did you mean guide/setup.html?",
        "guide/setup/, did you mean guide/setup.html?",
        "guide/setup/index.html, did you mean guide/setup.html?",
        "guide/deep.html, did you mean guide/deep/index.html?",
        "manual.html, did you mean manual.htm?",
        "images/logo.svg, did you mean images/logo.png?",
        "images/, the directory has no index file",
        "images, the directory has no index file",
        "java/, 'the directory has no index file, did you mean java/package-summary.html?'",
        "api/, 'the directory has no index file, did you mean api/Main.html?'",
        "setup.html, did you mean guide/setup.html?",
        "wrong/deep/usage.html, did you mean guide/usage.html?",
        "old/parts/list.html, did you mean a/parts/list.html?",
        "guide/stup.html, did you mean guide/setup.html?",
        "guied/stup.html, did you mean guide/setup.html?",
        "guide/stup.html?a=1, did you mean guide/setup.html?",
        "guide/stup.html#Install, did you mean guide/setup.html?",
        "guide/stup.html#x, did you mean guide/setup.html (which has no #x)?",
        "/guide/stup.html, did you mean /guide/setup.html?",
        "grun.html, did you mean grün.html?",
        "big%20pictrue.html, did you mean big%20picture.html?"
    })
    void aMissingFileHasAHintThatWorks(String reference, String hint) throws Exception {
        assertThat(hint(reference)).isEqualTo(hint);
    }

    @ParameterizedTest
    @CsvSource({
        "R&amp;D.html, '\"&amp;\" is escaped twice: R&D.html'",
        "guide/%20setup.html, there is stray white space: guide/setup.html",
        "guide/setup.html%20, there is stray white space: guide/setup.html",
        "guide/setup.html\u00a0, there is stray white space: guide/setup.html",
        "guide/setup.html#Install%C2%A0, there is stray white space: guide/setup.html#Install",
        "'“guide/setup.html”', there are stray quotes: guide/setup.html",
        "'guide/setup.html).', 'there is a stray \").\" at the end: guide/setup.html'",
        "guide/setup.html%23Install, the # is escaped: guide/setup.html#Install",
        "guide/setup.html%3Fa=1, the ? is escaped: guide/setup.html?a=1",
        "one%2520two.html, it is percent-encoded twice: one%20two.html"
    })
    void aDamagedTextIsReportedWithItsCause(String reference, String hint) throws Exception {
        assertThat(hint(reference)).isEqualTo(hint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nowhere.html",
                "same.html",
                "list.html",
                "guide/completely-else.html",
                "nothing.html?a=1&amp;b=2",
                "X&amp;Y.html",
                "nothing/",
                "nothing/index.html",
                "mod_http.html",
                "mod_http3.html",
                "images/other.png",
                "guide/setup.html%23gone/x",
                "nothing.html%20"
            })
    void thereIsNoHintWithoutACertainMatch(String reference) throws Exception {
        assertThat(trial.publishedAt("https://docs.acme.org/")
                        .page("x.html", "<a href=\"" + reference + "\">x</a>")
                        .run()
                        .findings())
                .allSatisfy(finding -> assertThat(finding.hint()).isNull());
    }

    @Test
    void theLinkingPageItselfIsNotSuggested() throws Exception {
        assertThat(hint("de/setting-up.html", "../en/setting-up.html")).isNull();
    }

    @Test
    void twoFilesThatDifferOnlyInLetterCaseGiveNoHint() throws Exception {
        trial.page("twins/Page.html", "").page("twins/pagE.html", "");

        assertThat(hint("twins/PAGE.html")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "a/b/c.html, ../../guide/stup.html, ../../guide/setup.html",
        "guide/x.html, stup.html, setup.html",
        "guide/x.html, ../usage.html, usage.html",
        "guide/x.html, usagee.html, usage.html"
    })
    void theHintForARelativeReferenceIsRelativeToItsPage(String page, String reference, String right) throws Exception {
        assertThat(hint(page, reference)).isEqualTo("did you mean " + right + "?");
    }

    @Test
    void theHintForLinksInSeveralDirectoriesIsAPathOfTheSite() throws Exception {
        Finding finding = trial.page("m.html", "<a href=guide/stup.html>1</a>")
                .page("n/n.html", "<a href=../guide/stup.html>2</a>")
                .run()
                .finding();

        assertThat(finding.hint()).isEqualTo("did you mean the site's guide/setup.html?");
    }

    @Test
    void theHintForAPageWithABaseElementIsAPathOfTheSite() throws Exception {
        assertThat(trial.page("x.html", "<base href=guide/><a href=stup.html>x</a>")
                        .run()
                        .finding()
                        .hint())
                .isEqualTo("did you mean the site's guide/setup.html?");
    }

    @Test
    void theHintForAnAbsoluteUrlIsAbsolute() throws Exception {
        trial.publishedAt("https://docs.acme.org/v1/");

        assertThat(hint("https://docs.acme.org/v1/guide/stup.html"))
                .isEqualTo("did you mean https://docs.acme.org/v1/guide/setup.html?");
        assertThat(hint("/v1/guide/stup.html")).isEqualTo("did you mean /v1/guide/setup.html?");
    }

    @Test
    void aHintForAMappingStaysBelowIt() throws Exception {
        trial.publishedAt("https://docs.acme.org/").mapping("https://lib.acme.org/", temporary.resolve("site/guide"));

        assertThat(hint("https://lib.acme.org/Setup.html"))
                .isEqualTo("the letter case differs: https://lib.acme.org/setup.html");
        assertThat(hint("https://lib.acme.org/Main.html")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "https//other.org/x, the colon is missing: https://other.org/x",
        "http:/docs.acme.org/guide/setup.html, ",
        "www.other.org/x, the scheme is missing: https://www.other.org/x",
        "htp://other.org/x, the scheme is mistyped: http://other.org/x",
        "htps://other.org/, the scheme is mistyped: https://other.org/",
        "htp://docs.acme.org/guide/setup.html, the scheme is mistyped: http://docs.acme.org/guide/setup.html",
        "htp://docs.acme.org/gone.html, ",
        "https:/other.org/x, two slashes belong after the colon: https://other.org/x",
        "files//other.org/x, "
    })
    void aMalformedUrlIsRepaired(String reference, @Nullable String hint) throws Exception {
        TrialResult result = trial.publishedAt("https://docs.acme.org/")
                .page("x.html", "<a href=\"" + reference + "\">x</a>")
                .run();

        assertThat(result.findings())
                .allSatisfy(finding -> assertThat(finding.hint()).isEqualTo(hint));
        assertThat(result.findings().size()).isEqualTo(reference.startsWith("http:") ? 0 : 1);
    }
}
