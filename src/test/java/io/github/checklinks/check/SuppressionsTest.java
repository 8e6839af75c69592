// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.checklinks.check.policy.Baseline;
import io.github.checklinks.check.policy.Ignore;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.StaleEntry;
import io.github.checklinks.model.Verdict;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.Patterns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionsTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 1, 31);
    private static final String URL = "https://lib.example.org/gone";
    private static final Assessment NOT_FOUND = opinion(Rule.NOT_FOUND, Severity.ERROR);
    private static final Assessment TIMED_OUT = opinion(Rule.TIMED_OUT, Severity.WARNING);
    private static final Assessment OK = opinion(Rule.OK, Severity.NONE);
    private static final Assessment OFFLINE = new Assessment(
            Verdict.skipped(SkipReason.OFFLINE), Verdict.skipped(SkipReason.OFFLINE), Severity.NONE, Zone.EXTERNAL);

    @TempDir
    Path temporary;

    private static Assessment opinion(Rule rule, Severity severity) {
        Verdict verdict = new Verdict(rule, null);
        return new Assessment(verdict, verdict, severity, Zone.EXTERNAL);
    }

    private static Patterns patterns(String text) {
        return text.isEmpty() ? Patterns.NONE : Patterns.of("ignores", List.of(text));
    }

    private static Ignore ignore(String url, String page, Set<Rule> rules, @Nullable LocalDate until) {
        return new Ignore(patterns(url), patterns(page), rules, "known trouble", until);
    }

    private static Ignore ofUrl(String url) {
        return ignore(url, "", Set.of(), null);
    }

    private static Suppressions with(Ignore... ignores) {
        return new Suppressions(List.of(ignores), Baseline.EMPTY, TODAY);
    }

    private Suppressions known(String more) throws IOException {
        String json = "[{\"page\": \"a.html\", \"text\": \"" + URL + "\", \"rule\": \"not-found\"" + more + "}]";
        Path file = Files.writeString(temporary.resolve("known.json"), json);
        return new Suppressions(List.of(), Baseline.read(file), TODAY);
    }

    private static Assessment mute(Suppressions suppressions, Assessment assessment) {
        suppressions.read("a.html");
        return suppressions.apply("a.html", URL, URL, assessment);
    }

    private static boolean isMuted(Suppressions suppressions, Assessment assessment) {
        Assessment muted = mute(suppressions, assessment);
        return muted.verdict().equals(Verdict.skipped(SkipReason.IGNORED)) && muted.severity() == Severity.NONE;
    }

    @Test
    void aStaleEntryNamesItsLineAndWhatToDo() throws Exception {
        Path file = Files.writeString(temporary.resolve("known.json"), """
                [
                  {"page": "a.html", "text": "x", "rule": "not-found"},
                  {"page": "a.html", "text": "y", "rule": "not-found", "until": "2027-01-30"}
                ]
                """);
        Suppressions suppressions = new Suppressions(List.of(ofUrl("nothing")), Baseline.read(file), TODAY);
        suppressions.read("a.html");
        suppressions.apply("a.html", "y", null, NOT_FOUND);

        assertThat(suppressions.stale())
                .extracting(StaleEntry::ignore, StaleEntry::line, StaleEntry::fix)
                .containsExactly(
                        tuple("known trouble", 0, "remove it from <ignores>"),
                        tuple(null, 2, ""),
                        tuple(null, 3, "fix the link, or change its \"until\""));
    }

    @Test
    void noneOfThemMuteNothing() {
        assertThat(with().isEmpty()).isTrue();
        assertThat(mute(with(), NOT_FOUND)).isSameAs(NOT_FOUND);
    }

    @Test
    void anIgnoreMutesErrorsAndWarningsThatItMatches() {
        assertThat(isMuted(with(ofUrl("https://lib.*")), NOT_FOUND)).isTrue();
        assertThat(isMuted(with(ofUrl("https://lib.*")), TIMED_OUT)).isTrue();
        assertThat(isMuted(with(ofUrl("https://other.*")), NOT_FOUND)).isFalse();
    }

    @Test
    void whatIsMutedKeepsItsVerdictInMind() {
        assertThat(mute(with(ofUrl(URL)), NOT_FOUND).original()).isEqualTo(NOT_FOUND.verdict());
    }

    @Test
    void aGoodLinkIsLeftAsItIs() {
        assertThat(mute(with(ofUrl(URL)), OK)).isSameAs(OK);
        assertThat(mute(with(ofUrl(URL)), OFFLINE)).isSameAs(OFFLINE);
    }

    @ParameterizedTest
    @CsvSource({
        "*, '', true",
        "https://lib.example.org/gone, a.html, true",
        "https://lib.example.org/gone, b.html, false",
        "'', a.*, true",
        "'', guide/*, false",
        "https://lib.example.org, '', false"
    })
    void allThatAnIgnoreSaysMustMatch(String url, String page, boolean mutes) {
        assertThat(isMuted(with(ignore(url, page, Set.of(), null)), NOT_FOUND)).isEqualTo(mutes);
    }

    @Test
    void aUrlMatchesTheTextOrTheTargetWithAndWithoutItsFragment() {
        for (String pattern : List.of("../x.html#y", "https://h.test/x.html#y", "https://h.test/x.html")) {
            Assessment muted =
                    with(ofUrl(pattern)).apply("a.html", "../x.html#y", "https://h.test/x.html#y", NOT_FOUND);

            assertThat(muted.verdict()).as(pattern).isEqualTo(Verdict.skipped(SkipReason.IGNORED));
        }
    }

    @Test
    void aLinkWithoutTargetIsMatchedByItsText() {
        Assessment malformed = opinion(Rule.MALFORMED_URL, Severity.ERROR);

        assertThat(with(ofUrl("http://[x"))
                        .apply("a.html", "http://[x", null, malformed)
                        .severity())
                .isEqualTo(Severity.NONE);
    }

    @Test
    void withRulesOnlyTheseAreMuted() {
        assertThat(isMuted(with(ignore("*", "", Set.of(Rule.NOT_FOUND), null)), NOT_FOUND))
                .isTrue();
        assertThat(isMuted(with(ignore("*", "", Set.of(Rule.NOT_FOUND), null)), TIMED_OUT))
                .isFalse();
    }

    @Test
    void theLastDayOfAnIgnoreStillCounts() {
        assertThat(isMuted(with(ignore("*", "", Set.of(), TODAY)), NOT_FOUND)).isTrue();
        assertThat(isMuted(with(ignore("*", "", Set.of(), TODAY.minusDays(1))), NOT_FOUND))
                .isFalse();
    }

    @Test
    void aKnownErrorIsReportedWithItsReason() throws IOException {
        Assessment plain = mute(known(""), NOT_FOUND);
        Assessment explained = mute(known(", \"reason\": \"see #7\""), NOT_FOUND);

        assertThat(plain.verdict().rule()).isEqualTo(Rule.KNOWN);
        assertThat(plain.severity()).isEqualTo(Severity.NONE);
        assertThat(explained.verdict().detail()).isEqualTo("not-found: see #7");
    }

    @Test
    void theLastDayOfAKnownErrorStillCounts() throws IOException {
        assertThat(mute(known(", \"until\": \"2027-01-31\""), NOT_FOUND)
                        .verdict()
                        .rule())
                .isEqualTo(Rule.KNOWN);
        assertThat(mute(known(", \"until\": \"2027-01-30\""), NOT_FOUND)).isSameAs(NOT_FOUND);
    }

    @Test
    void aWarningIsNotKnownButReportedAsItIs() throws IOException {
        assertThat(mute(known(""), TIMED_OUT)).isSameAs(TIMED_OUT);
    }

    @Test
    void anotherRuleAtTheSamePlaceIsKnownAsWell() throws IOException {
        Assessment gone = opinion(Rule.UNKNOWN_HOST, Severity.ERROR);

        assertThat(mute(known(""), gone).verdict().rule()).isEqualTo(Rule.KNOWN);
    }

    @Test
    void anIgnoreComesBeforeTheBaseline() throws IOException {
        Path file = Files.writeString(
                temporary.resolve("both.json"),
                "[{\"page\": \"a.html\", \"text\": \"" + URL + "\", \"rule\": \"not-found\"}]");
        Suppressions both = new Suppressions(List.of(ofUrl("*")), Baseline.read(file), TODAY);

        assertThat(isMuted(both, NOT_FOUND)).isTrue();
        assertThat(both.stale()).isEmpty();
    }

    @Test
    void whatMutedSomethingIsNotStale() throws IOException {
        Suppressions ignores = with(ofUrl("*"));
        Suppressions baseline = known("");
        mute(ignores, NOT_FOUND);
        mute(baseline, NOT_FOUND);

        assertThat(ignores.stale()).isEmpty();
        assertThat(baseline.stale()).isEmpty();
    }

    @Test
    void whatMatchedOnlyGoodLinksIsStale() throws IOException {
        Suppressions ignores = with(ofUrl("*"));
        Suppressions baseline = known("");
        mute(ignores, OK);
        mute(baseline, OK);

        assertThat(ignores.stale())
                .extracting(StaleEntry::message)
                .containsExactly("the ignore \"known trouble\" matches nothing that is broken");
        assertThat(baseline.stale())
                .extracting(StaleEntry::message)
                .containsExactly("the baseline's entry for a.html: " + URL + " is no longer broken");
    }

    @Test
    void whatMatchedASkippedLinkIsNotStaleSinceThatIsUnknown() throws IOException {
        Suppressions ignores = with(ignore("*", "", Set.of(Rule.NOT_FOUND), null));
        Suppressions baseline = known("");
        mute(ignores, OFFLINE);
        mute(baseline, OFFLINE);

        assertThat(ignores.stale()).isEmpty();
        assertThat(baseline.stale()).isEmpty();
    }

    @Test
    void anEntryIsStaleOnlyWhenItsPageWasRead() throws IOException {
        Suppressions baseline = known("");
        baseline.read("b.html");

        assertThat(baseline.stale()).isEmpty();
    }

    @Test
    void anIgnoreForAPageIsStaleOnlyWhenSuchAPageWasRead() {
        Suppressions ignores = with(ignore("", "guide/*", Set.of(), null));
        ignores.read("a.html");
        assertThat(ignores.stale()).isEmpty();

        ignores.read("guide/b.html");
        assertThat(ignores.stale()).hasSize(1);
    }

    @Test
    void aKnownErrorThatNowHasMovedIsFixed() throws IOException {
        Suppressions baseline = known("");
        mute(baseline, opinion(Rule.MOVED, Severity.WARNING));

        assertThat(baseline.stale()).hasSize(1);
    }

    @Test
    void anExpiredIgnoreIsReportedEvenWhenItWouldMatch() {
        Suppressions ignores = with(ignore("*", "", Set.of(), LocalDate.of(2027, 1, 30)));
        mute(ignores, NOT_FOUND);

        assertThat(ignores.stale())
                .extracting(StaleEntry::message)
                .containsExactly("the ignore \"known trouble\" expired on 2027-01-30");
    }

    @Test
    void anExpiredKnownLinkIsReportedAsExpired() throws IOException {
        Suppressions suppressions = known(", \"until\": \"2027-01-30\"");

        assertThat(mute(suppressions, NOT_FOUND)).isEqualTo(NOT_FOUND);
        assertThat(suppressions.stale())
                .extracting(StaleEntry::message)
                .containsExactly("the baseline's entry for a.html: " + URL + " expired on 2027-01-30");
    }

    @Test
    void aReminderMutesNothingButKnowsWhatIsNeeded() throws IOException {
        Path file = Files.writeString(
                temporary.resolve("r.json"),
                "[{\"page\": \"a.html\", \"text\": \"" + URL + "\", \"rule\": \"not-found\"},"
                        + "{\"page\": \"a.html\", \"text\": \"x\", \"rule\": \"not-found\"}]");
        Suppressions suppressions =
                new Suppressions(List.of(), Baseline.read(file).withoutSuppression(), TODAY);

        assertThat(mute(suppressions, NOT_FOUND)).isEqualTo(NOT_FOUND);
        assertThat(suppressions.isNeeded(Baseline.key("a.html", URL))).isTrue();
        assertThat(suppressions.isUnneeded(Baseline.key("a.html", "x"))).isTrue();
    }
}
