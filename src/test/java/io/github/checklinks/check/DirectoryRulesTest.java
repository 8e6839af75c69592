// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Summary;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.Redaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that apply to a built site. */
class DirectoryRulesTest extends DirectoryTrial {

    @Test
    void whatIsThereIsOk() throws Exception {
        trial.page("guide/index.html", "<p id=x>").file("img/a.png", "PNG").file("b c.txt", "");

        TrialResult result = check("""
                <a href=guide/>1</a> <a href="guide/index.html#x">2</a> <img src=/img/a.png> <a href="b%20c.txt">3</a>
                <a href="b c.txt?v=1">4</a> <a href="">5</a> <a href="#">6</a> <a href="#top">7</a> <a href="guide">8</a>
                """);

        assertNothingFound(result);
        assertThat(result.summary()).isEqualTo(new Summary(2, 9, 7, 7, 0, 0, 0, 0, 0));
    }

    @Test
    void aSrcsetOfCommasIsReportedAsItIsWritten() throws Exception {
        TrialResult result = check("<img alt=x srcset=','><source srcset=' , '>");

        assertThat(result.findings()).extracting(Finding::rule).containsOnly(Rule.MALFORMED_URL);
        assertThat(result.findings()).extracting(Finding::message).containsOnly("an empty srcset offers no image");
        assertThat(result.ledger().get(0).link().reference().text()).isEqualTo(",");
    }

    @Test
    void aLinkToNothingIsAMissingFile() throws Exception {
        TrialResult result = check("<p>\n  <a href=\"gone.html?x#y\">gone</a>");

        Finding finding = result.finding();
        assertThat(finding.rule()).isEqualTo(Rule.MISSING_FILE);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.zone()).isEqualTo(Zone.SITE);
        assertThat(finding.target()).isEqualTo("https://site.invalid/gone.html?x");
        assertThat(finding.status()).isZero();
        assertThat(finding.attempts()).isEqualTo(1);
        assertThat(finding.redirects()).isEmpty();
        assertThat(finding.links())
                .extracting(TrialResult::place)
                .containsExactly("index.html:4:3 a@href gone.html?x#y");
        assertThat(result.ledger().get(0).target()).isEqualTo("https://site.invalid/gone.html?x#y");
        assertThat(result.summary()).isEqualTo(new Summary(1, 1, 1, 0, 0, 0, 0, 0, 1));
    }

    @Test
    void aPasswordThatABrowserTakesForAPathIsNotShown() throws Exception {
        TrialResult result = check("<a href=\"https:user:s3cret@host/x\">1</a>");

        Finding finding = result.finding();
        assertThat(finding.target()).isEqualTo("https://site.invalid/***@host/x");
        assertThat(finding.message()).isEqualTo("nothing at ***@host/x");
        assertThat(result.ledger().get(0).target()).isEqualTo("https://site.invalid/***@host/x");
    }

    @Test
    void aFileIsMissingOnceHoweverManyLinksLeadThere() throws Exception {
        trial.page("a.html", "<a href=gone.html#x>1</a>").page("b/c.html", "<a href=../gone.html>2</a>");

        TrialResult result = check("<a href=gone.html>3</a><a href=./gone.html>4</a>");

        assertThat(result.finding().links())
                .extracting(TrialResult::place)
                .containsExactly(
                        "a.html:3:1 a@href gone.html#x",
                        "b/c.html:3:1 a@href ../gone.html",
                        "index.html:3:1 a@href gone.html",
                        "index.html:3:24 a@href ./gone.html");
        assertThat(result.summary()).isEqualTo(new Summary(3, 4, 1, 0, 0, 0, 0, 0, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pictures/", "pictures", "Other.html", "other.html/", "other"})
    void aDirectoryWithoutIndexWrongLettersAndASlashAfterAFileAreMissing(String reference) throws Exception {
        trial.file("pictures/a.png", "").page("other.html", "");

        assertThat(check("<a href=\"" + reference + "\">x</a>").finding().rule())
                .isEqualTo(Rule.MISSING_FILE);
    }

    @Test
    void cleanUrlsServeAPageWithoutItsEnding() throws Exception {
        trial.page("other.html", "<p id=x>").cleanUrls();

        assertNothingFound(check("<a href=other>1</a> <a href=/other#x>2</a>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://[x/", "https://a b.org/", "http://", "https://exa%mple.org/", "//:80/"})
    void whatNoBrowserResolvesIsMalformed(String reference) throws Exception {
        TrialResult result = check("<a href=\"" + reference + "\">x</a>");

        Finding finding = result.finding();
        assertThat(finding.rule()).isEqualTo(Rule.MALFORMED_URL);
        assertThat(finding.target()).isEqualTo(reference);
        assertThat(finding.zone()).isEqualTo(Zone.EXTERNAL);
        assertThat(finding.message()).isNotBlank();
        assertThat(result.ledger().get(0).target()).isNull();
        assertThat(result.summary()).isEqualTo(new Summary(1, 1, 1, 0, 0, 0, 0, 0, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=\"\">",
                "<script src=\"  \"></script>",
                "<object data=\"\"></object>",
                "<video poster=\"\"></video>",
                "<iframe src></iframe>"
            })
    void anEmptyAttributeThatLoadsNothingIsMalformed(String markup) throws Exception {
        TrialResult result = check(markup);

        Finding finding = result.finding();
        assertThat(finding.rule()).isEqualTo(Rule.MALFORMED_URL);
        assertThat(finding.message()).contains("an empty ").contains(" loads nothing");
        assertThat(finding.hint()).isEqualTo("give it an address, or remove the attribute");
    }

    @Test
    void anEmptySrcAndAnEmptySrcsetAreDistinguished() throws Exception {
        TrialResult result = check("<img src='' alt=x><img srcset='' src=index.html alt=x><iframe src=''></iframe>");

        assertThat(result.findings())
                .extracting(Finding::message)
                .containsExactly("an empty src loads nothing", "an empty srcset offers no image");
        assertThat(result.findings().get(0).links()).hasSize(2);
        assertThat(result.findings().get(1).links()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"htp://acme.org/x", "HTPS://acme.org/x", "httpss://acme.org/x", "htttp://acme.org/"})
    void aMistypedSchemeIsMalformed(String reference) throws Exception {
        TrialResult result = check("<a href=\"" + reference + "\">x</a>");

        Finding finding = result.finding();
        assertThat(finding.rule()).isEqualTo(Rule.MALFORMED_URL);
        assertThat(finding.target()).isEqualTo(reference);
        assertThat(finding.message()).startsWith("browsers do not know the scheme h");
        assertThat(result.summary()).isEqualTo(new Summary(1, 1, 1, 0, 0, 0, 0, 0, 1));
    }

    @Test
    void aMistypedSchemeMayBeExcludedOrMuted() throws Exception {
        trial.excludes("htp:*");

        assertNothingBroken(check("<a href=htp://acme.org/>1</a><a data-check-links=ignore href=htps://x.org/>2</a>"));
    }

    private static void assertNothingBroken(TrialResult result) {
        assertThat(result.findings()).isEmpty();
        assertThat(result.summary().skipped()).isEqualTo(2);
    }

    @Test
    void anEmptyHrefOrActionIsThePageItself() throws Exception {
        assertNothingFound(check("<a href=\"\">x</a> <form action=\"\"></form> <a href>y</a>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${project.url}/x.html",
                "guide/{{ version }}.html",
                "@version@/index.html",
                "https://@host@/x",
                "guide.html#${name}",
                "#${name}",
                "?v={{v}}"
            })
    void anUnresolvedPlaceholderIsAnError(String reference) throws Exception {
        trial.page("guide.html", "");

        TrialResult result = check("<a href=\"" + reference + "\">x</a>");

        Finding finding = result.finding();
        assertThat(finding.rule()).isEqualTo(Rule.PLACEHOLDER);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.target()).isEqualTo(Redaction.url(reference));
        assertThat(result.summary()).isEqualTo(new Summary(2, 1, 1, 0, 0, 0, 0, 0, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:x('${y}')", "mailto:@name@"})
    void aPlaceholderInAnotherSchemeIsSkipped(String reference) throws Exception {
        assertThat(check("<a href=\"" + reference + "\">x</a>").verdict(reference))
                .isEqualTo("skipped: scheme");
    }

    @Test
    void aScopedPackageIsNoPlaceholder() throws Exception {
        trial.page("@scope/package/index.html", "");

        assertNothingFound(check("<a href=\"@scope/package/\">x</a>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///home/me/x.html",
                "C:\\docs\\x.html",
                "c:/x.html",
                "http://localhost:8080/x",
                "http://127.0.0.1/",
                "//192.168.0.7/x",
                "https://[::1]/"
            })
    void aLocalAddressIsAWarningAndNeverRequested(String reference) throws Exception {
        TrialResult result = trial.publishedAt("https://docs.acme.org/")
                .page("index.html", "<a href=\"" + reference + "\">x</a>")
                .run();

        Finding finding = result.finding();
        assertThat(finding.rule()).isEqualTo(Rule.LOCAL_ADDRESS);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.attempts()).isZero();
        assertThat(result.summary()).isEqualTo(new Summary(1, 1, 1, 0, 0, 0, 0, 1, 0));
    }

    @Test
    void aLinkAboveTheRootOfASiteWithoutAddressIsOutside() throws Exception {
        trial.page("guide/a.html", "<a href=../../other/x.html>1</a> <a href=../index.html>2</a>");

        TrialResult result = check("<a href=../other/x.html>3</a>");

        Finding finding = result.finding();
        assertThat(finding.rule()).isEqualTo(Rule.OUTSIDE_SITE);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.hint()).contains("siteUrl");
        assertThat(finding.links()).extracting(link -> link.page()).containsExactly("guide/a.html", "index.html");
    }

    @Test
    void aLinkAboveTheRootOfAPublishedSiteGoesWhereABrowserGoes() throws Exception {
        trial.publishedAt("https://docs.acme.org/v1/");

        TrialResult result = check("<a href=../x.html>1</a> <a href=../../../v1/index.html>2</a> <a href=/v1/>3</a>");

        assertThat(result.findings()).isEmpty();
        assertThat(result.verdict("../x.html")).isEqualTo("skipped: external");
        assertThat(result.verdict("../../../v1/index.html")).isEqualTo("ok");
        assertThat(result.verdict("/v1/")).isEqualTo("ok");
    }

    @ParameterizedTest
    @CsvSource({
        "https://docs.acme.org/v1/other.html, ok",
        "http://docs.acme.org/v1/other.html, ok",
        "https://docs.acme.org:443/v1/other.html, ok",
        "//docs.acme.org/v1/other.html#x, ok",
        "https://DOCS.acme.org/v1, ok",
        "https://docs.acme.org/v1/gone.html, missing-file",
        "https://docs.acme.org/v1/other.html#gone, missing-fragment",
        "https://docs.acme.org/v10/other.html, skipped: external",
        "https://docs.acme.org:8443/v1/other.html, skipped: external",
        "/other.html, skipped: external"
    })
    void whatLiesBelowThePublishedAddressIsAnsweredFromTheDirectory(String reference, String verdict) throws Exception {
        trial.publishedAt("https://docs.acme.org/v1/").page("other.html", "<p id=x>");

        assertThat(check("<a href=\"" + reference + "\">x</a>").verdict(reference))
                .isEqualTo(verdict);
    }

    @Test
    void withoutPublishedAddressASlashMeansTheDirectoryItself() throws Exception {
        trial.page("guide/a.html", "<a href=/index.html>1</a> <a href=/guide/a.html>2</a>");

        assertNothingFound(check("x"));
    }

    @Test
    void aBaseElementGovernsWhatComesBeforeIt() throws Exception {
        trial.page("guide/a.html", "<a href=b.html>1</a><base href=../other/>").page("other/b.html", "");

        assertNothingFound(check("x"));
    }

    @Test
    void aStyleSheetIsReadForLinksButIsNoPage() throws Exception {
        TrialResult result = trial.file("css/a.css", "@import 'b.css';\nbody { background: url(../gone.png) }")
                .page("index.html", "<link rel=stylesheet href=css/a.css>")
                .run();

        assertThat(result.facts())
                .containsExactly(
                        "missing-file ERROR https://site.invalid/css/b.css [css/a.css:1:1 css@null b.css]",
                        "missing-file ERROR https://site.invalid/gone.png [css/a.css:2:20 css@null ../gone.png]");
        assertThat(result.summary()).isEqualTo(new Summary(1, 3, 3, 1, 0, 0, 0, 0, 2));
    }

    @Test
    void anExcludedStyleSheetIsATargetOnly() throws Exception {
        assertNothingFound(trial.excludePages("*.css")
                .file("css/a.css", "a { background: url(gone.png) }")
                .page("index.html", "<link rel=stylesheet href=css/a.css>")
                .run());
    }

    @Test
    void aPackedSitemapIsAFileLikeAnyOther() throws Exception {
        trial.file("sitemap.xml.gz", "packed")
                .file("sitemap.xml", "<urlset><url><loc>https://docs.test/gone.html</loc></url></urlset>");

        TrialResult result = trial.publishedAt("https://docs.test/")
                .page("index.html", "<link rel=sitemap href=sitemap.xml.gz>")
                .run();

        assertThat(result.verdict("sitemap.xml.gz")).isEqualTo("ok");
        assertThat(result.finding().target()).isEqualTo("https://docs.test/gone.html");
        assertThat(result.finding().links()).extracting(link -> link.page()).containsExactly("sitemap.xml");
    }

    @Test
    void aBaseOnTheAuthorsMachineMakesItsLinksLocal() throws Exception {
        trial.page("b.html", "");

        TrialResult result = check("<base href='file:///home/me/site/'><a href=b.html>1</a><a href=#x>2</a>");

        assertThat(result.findings()).extracting(Finding::rule).containsOnly(Rule.LOCAL_ADDRESS);
        assertThat(result.findings()).hasSize(2);
    }
}
