// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.check.policy.Ignore;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.StaleEntry;
import io.github.checklinks.model.Summary;
import io.github.checklinks.url.Patterns;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links that are skipped, each with its reason, and verdicts that are suppressed. */
class SkippedLinksTest extends DirectoryTrial {

    private static final String KNOWN_GONE =
            "[{\"page\":\"index.html\",\"text\":\"gone.html\",\"rule\":\"missing-file\"}]";

    private static Ignore ignore(String url, String page, Rule... rules) {
        Patterns pages = page.isEmpty() ? Patterns.NONE : Patterns.of("ignores", List.of(page));
        return new Ignore(Patterns.of("ignores", List.of(url)), pages, Set.of(rules), "not ours", null);
    }

    @ParameterizedTest
    @CsvSource({
        "mailto:me@example.org, mailto:me@example.org",
        "tel:+491234, tel:+491234",
        "javascript:void(0), javascript:void(0)",
        "'data:,x#y', 'data:,x#y'",
        "ftp://ftp.acme.org/x, ftp://ftp.acme.org/x"
    })
    void anotherSchemeIsSkipped(String reference, String target) throws Exception {
        TrialResult result = check("<a href=\"" + reference + "\">x</a>");

        assertThat(result.verdict(reference)).isEqualTo("skipped: scheme");
        assertThat(result.ledger().get(0).target()).isEqualTo(target);
        assertThat(result.skipped()).isEqualTo(Map.of(SkipReason.SCHEME, 1L));
        assertThat(result.summary()).isEqualTo(new Summary(1, 1, 1, 0, 0, 1, 0, 0, 0));
    }

    @Test
    void externalLinksAreSkippedWhenCheckExternalIsOff() throws Exception {
        TrialResult result = check("<a href=https://acme.org/x#y>x</a>");

        assertThat(result.verdict("https://acme.org/x#y")).isEqualTo("skipped: external");
        assertThat(result.skipped()).isEqualTo(Map.of(SkipReason.EXTERNAL, 1L));
    }

    @Test
    void offlineNothingIsAsked() throws Exception {
        TrialResult result = trial.askingOutside()
                .offline()
                .page("index.html", "<a href=https://acme.org/>x</a>")
                .run();

        assertThat(result.verdict("https://acme.org/")).isEqualTo("skipped: offline");
        assertThat(result.skipped()).isEqualTo(Map.of(SkipReason.OFFLINE, 1L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.com/", "http://www.example.org/x", "https://a.test/", "https://b.invalid/"})
    void aReservedNameIsSkipped(String url) throws Exception {
        TrialResult result = trial.askingOutside()
                .page("index.html", "<a href=" + url + ">x</a>")
                .run();

        assertThat(result.verdict(url)).isEqualTo("skipped: reserved-name");
        assertThat(result.skipped()).isEqualTo(Map.of(SkipReason.RESERVED_NAME, 1L));
    }

    @Test
    void aHintForTheBrowserIsSkipped() throws Exception {
        TrialResult result =
                check("<link rel=preconnect href=https://acme.org> <link rel=\"dns-prefetch\" href=//gone>");

        assertThat(result.verdict("https://acme.org")).isEqualTo("skipped: resource-hint");
        assertThat(result.verdict("//gone")).isEqualTo("skipped: resource-hint");
        assertThat(result.skipped()).isEqualTo(Map.of(SkipReason.RESOURCE_HINT, 2L));
    }

    @Test
    void aFormThatPostsIsSkipped() throws Exception {
        TrialResult result = check("""
                <form method=post action=send></form> <form action=gone></form>
                <form method=post action=""></form>
                """);

        assertThat(result.verdict("send")).isEqualTo("skipped: form");
        assertThat(result.verdict("")).isEqualTo("skipped: form");
        assertThat(result.verdict("gone")).isEqualTo("missing-file");
        assertThat(result.skipped()).isEqualTo(Map.of(SkipReason.FORM, 2L));
    }

    @Test
    void whatThePageMutesIsSkippedAndItsAnchorsStay() throws Exception {
        TrialResult result = check("""
                <div data-check-links=ignore><p id=x><a href=gone.html>1</a> <a href="#y">2</a> <img src="">
                <a href="${z}">3</a></div> <a href="#x">4</a> <a data-proofer-ignore href="http://[">5</a>
                """);

        assertThat(result.findings()).isEmpty();
        for (String text : List.of("gone.html", "#y", "", "${z}", "http://[")) {
            assertThat(result.verdict(text)).as(text).isEqualTo("skipped: ignored");
        }
        assertThat(result.verdict("#x")).isEqualTo("ok");
        assertThat(result.skipped()).containsOnlyKeys(SkipReason.IGNORED);
    }

    @ParameterizedTest
    @CsvSource({
        "https://site.invalid/gone.html, gone.html#x",
        "https://site.invalid/gone.html#x, gone.html#x",
        "gone.html#x, gone.html#x",
        "*gone*, gone.html#x",
        "%regex[.*\\.html#x], gone.html#x",
        "mailto:*, mailto:me@acme.org",
        "file:*, file:///x",
        "*[*, http://[x",
        "*{*, ${x}",
        "#*, #gone"
    })
    void anExcludedUrlIsSkippedByItsAddressOrItsText(String pattern, String reference) throws Exception {
        TrialResult result = trial.excludes(pattern)
                .page("index.html", "<a href=\"" + reference + "\">x</a>")
                .run();

        assertThat(result.verdict(reference)).isEqualTo("skipped: excluded");
        assertThat(result.skipped()).isEqualTo(Map.of(SkipReason.EXCLUDED, 1L));
        assertThat(result.findings()).isEmpty();
    }

    @Test
    void anExcludeMatchesWholeAddressesOnly() throws Exception {
        TrialResult result = trial.excludes("gone", "https://site.invalid/")
                .page("index.html", "<a href=gone.html>x</a>")
                .run();

        assertThat(result.verdict("gone.html")).isEqualTo("missing-file");
    }

    @Test
    void anExcludedHintIsExcluded() throws Exception {
        TrialResult result = trial.excludes("https://acme.org*")
                .page(
                        "index.html",
                        "<link rel=preconnect href=https://acme.org> <form method=post action=https://acme.org/x></form>")
                .run();

        assertThat(result.skipped()).isEqualTo(Map.of(SkipReason.EXCLUDED, 2L));
    }

    @Test
    void anotherModulesSiteThatIsNotBuiltYetIsSkipped() throws Exception {
        TrialResult result = trial.publishedAt("https://docs.acme.org/main/")
                .mapping("https://docs.acme.org/module/", null)
                .page("index.html", "<a href=../module/x.html#y>1</a> <a href=https://docs.acme.org/module>2</a>")
                .run();

        assertThat(result.findings()).isEmpty();
        assertThat(result.verdict("../module/x.html#y")).isEqualTo("skipped: other-module");
        assertThat(result.skipped()).isEqualTo(Map.of(SkipReason.OTHER_MODULE, 2L));
    }

    @Test
    void anIgnoreMutesWhatItMatchesAndNothingElse() throws Exception {
        TrialResult result = trial.ignore(ignore("gone*", "index.html"))
                .page("other.html", "<a href=gone.html>x</a>")
                .page("index.html", "<a href=gone.html>x</a><a href=gone2.html>x</a>")
                .run();

        Finding finding = result.finding();
        assertThat(finding.links()).extracting(link -> link.page()).containsExactly("other.html");
        assertThat(result.skipped()).isEqualTo(Map.of(SkipReason.IGNORED, 1L));
        assertThat(result.summary()).isEqualTo(new Summary(2, 3, 2, 0, 0, 1, 0, 0, 1));
        assertThat(result.result().stale()).isEmpty();
    }

    @Test
    void anIgnoreForARuleLeavesTheOthers() throws Exception {
        TrialResult result = trial.ignore(ignore("*", "", Rule.MISSING_FRAGMENT))
                .page("index.html", "<a href=#x>1</a> <a href=gone.html>2</a>")
                .run();

        assertThat(result.finding().rule()).isEqualTo(Rule.MISSING_FILE);
        assertThat(result.verdict("#x")).isEqualTo("skipped: ignored");
    }

    @Test
    void anIgnoreWithoutUseIsStaleAndOneForALinkThatWasNotRequestedIsNot() throws Exception {
        trial.ignore(ignore("fine.html", ""))
                .ignore(ignore("https://acme.org/*", ""))
                .page("fine.html", "");

        TrialResult result = check("<a href=fine.html>x</a><a href=https://acme.org/x>y</a>");

        assertThat(result.result().stale())
                .extracting(StaleEntry::message)
                .containsExactly("the ignore \"not ours\" matches nothing that is broken");
    }

    @Test
    void anIgnorePastItsLastDayMutesNothing() throws Exception {
        trial.ignore(new Ignore(
                Patterns.of("ignores", List.of("*")), Patterns.NONE, Set.of(), "old", LocalDate.of(2020, 2, 29)));

        TrialResult result = check("<a href=gone.html>x</a>");

        assertThat(result.finding().rule()).isEqualTo(Rule.MISSING_FILE);
        assertThat(result.result().stale())
                .extracting(StaleEntry::message)
                .containsExactly("the ignore \"old\" expired on 2020-02-29");
    }

    @Test
    void aBrokenLinkInTheBaselineIsKnown() throws Exception {
        trial.baseline(KNOWN_GONE);

        TrialResult result = check("<a href=gone.html>x</a>");

        Finding finding = result.finding();
        assertThat(finding.rule()).isEqualTo(Rule.KNOWN);
        assertThat(finding.message()).isEqualTo("known: nothing at gone.html");
        assertThat(result.summary()).isEqualTo(new Summary(1, 1, 1, 0, 0, 0, 1, 0, 0));
        assertThat(result.result().stale()).isEmpty();
    }

    @Test
    void aNewLinkToAKnownTargetIsBroken() throws Exception {
        trial.baseline(KNOWN_GONE).page("other.html", "<a href=gone.html>x</a>");

        TrialResult result = check("<a href=gone.html>x</a>");

        assertThat(result.findings()).extracting(Finding::rule).containsExactly(Rule.KNOWN, Rule.MISSING_FILE);
        assertThat(result.summary()).isEqualTo(new Summary(2, 2, 1, 0, 0, 0, 0, 0, 1));
    }

    @Test
    void aFixedLinkIsStaleInTheBaselineUnlessItsPageWasNotRead() throws Exception {
        trial.baseline(KNOWN_GONE).page("gone.html", "");

        assertThat(check("<a href=gone.html>x</a>").result().stale())
                .extracting(StaleEntry::message)
                .containsExactly("the baseline's entry for index.html: gone.html is no longer broken");
        assertThat(trial.excludePages("index.html").run().result().stale()).isEmpty();
    }

    @Test
    void aPageThatIsExcludedIsStillATargetWithAnchors() throws Exception {
        TrialResult result = trial.excludePages("old/*")
                .page("old/a.html", "<p id=x></p><a href=gone.html>x</a>")
                .page("index.html", "<a href=old/a.html#x>1</a><a href=old/a.html#y>2</a>")
                .run();

        assertThat(result.finding().target()).isEqualTo("https://site.invalid/old/a.html#y");
        assertThat(result.summary()).isEqualTo(new Summary(1, 2, 2, 1, 0, 0, 0, 0, 1));
    }

    @Test
    void onlyIncludedPagesAreJudged() throws Exception {
        TrialResult result = trial.includePages("guide/*")
                .page("guide/a.html", "<a href=gone.html>x</a>")
                .page("index.html", "<a href=gone.html>x</a>")
                .run();

        assertThat(result.finding().target()).isEqualTo("https://site.invalid/guide/gone.html");
        assertThat(result.summary().pages()).isEqualTo(1);
    }

    @Test
    void aRuleThatIsAllowedCountsAsFineAndIsNotReported() throws Exception {
        trial.weights(List.of(), List.of("missing-fragment"), List.of("missing-file"));

        TrialResult result = check("<a href=gone.html>1</a> <a href=#x>2</a>");

        assertThat(result.finding().rule()).isEqualTo(Rule.MISSING_FRAGMENT);
        assertThat(result.summary()).isEqualTo(new Summary(1, 2, 2, 1, 0, 0, 0, 1, 0));
    }
}
