// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.check.policy.Baseline;
import io.github.checklinks.check.policy.Ignore;
import io.github.checklinks.check.policy.Severities;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.HandMadeFacts;
import io.github.checklinks.facts.StoredLink;
import io.github.checklinks.facts.TargetKind;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.Verdict;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.Patterns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What severities, ignores and the baseline make of a verdict, for each origin of a link. */
class LinkAssessorTest {

    private static final LocalDate TODAY = LocalDate.of(2030, 6, 15);

    /** The page of every link, and the text of every link: both are in the baseline. */
    private static final String NAME = "x.html";

    @TempDir
    private static Path temporary;

    private static Baseline baseline = Baseline.EMPTY;

    enum Origin {
        PAGE,
        START,
        SEED,
        ORPHAN,
        UNREAD_FILE
    }

    enum Suppression {
        NONE,
        IGNORE,
        EXPIRED_IGNORE,
        IGNORE_OF_ANOTHER_PAGE,
        IGNORE_OF_ANOTHER_RULE,
        BASELINE,
        IGNORE_AND_BASELINE
    }

    @BeforeAll
    static void writeTheBaseline() throws IOException {
        Path file = temporary.resolve("baseline.json");
        Files.writeString(file, "[{\"page\": \"x.html\", \"text\": \"x.html\", \"rule\": \"not-found\"}]");
        baseline = Baseline.read(file);
    }

    /** A status is that of the target; {@code away} a redirect to another site. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PAGE  | 200      |                  | BASELINE               | ok                  | NONE    | SITE",
                "PAGE  | 404      |                  | NONE                   | not-found: 404      | ERROR   | SITE",
                "PAGE  | 404      |                  | IGNORE                 | skipped: ignored    | NONE    | SITE",
                "PAGE  | 404      |                  | EXPIRED_IGNORE         | not-found: 404      | ERROR   | SITE",
                "PAGE  | 404      |                  | IGNORE_OF_ANOTHER_PAGE | not-found: 404      | ERROR   | SITE",
                "PAGE  | 404      |                  | IGNORE_OF_ANOTHER_RULE | not-found: 404      | ERROR   | SITE",
                "PAGE  | 404      |                  | BASELINE               | known: not-found    | NONE    | SITE",
                "PAGE  | 404      |                  | IGNORE_AND_BASELINE    | skipped: ignored    | NONE    | SITE",
                "PAGE  | 404      | allow not-found  | IGNORE                 | not-found: 404      | NONE    | SITE",
                "PAGE  | 404      | warn not-found   | BASELINE               | not-found: 404      | WARNING | SITE",
                "PAGE  | excluded |                  | IGNORE                 | skipped: excluded   | NONE    | SITE",
                "PAGE  | excluded |                  | BASELINE               | skipped: excluded   | NONE    | SITE",
                "PAGE  | away     |                  | NONE                   | redirected: https://other.org/ | NONE | SITE",
                "START | 200      |                  | BASELINE               | ok                  | NONE    | SITE",
                "START | 404      |                  | NONE                   | not-found: 404      | ERROR   | SITE",
                "START | 404      |                  | IGNORE                 | skipped: ignored    | NONE    | SITE",
                "START | 404      |                  | BASELINE               | known: not-found    | NONE    | SITE",
                "START | 403      |                  | NONE                   | blocked: 403        | ERROR   | SITE",
                "START | 403      | warn blocked     | BASELINE               | blocked: 403        | WARNING | SITE",
                "START | excluded |                  | NONE                   | skipped: excluded   | ERROR   | SITE",
                "START | excluded |                  | IGNORE                 | skipped: ignored    | NONE    | SITE",
                "START | excluded |                  | BASELINE               | known: skipped      | NONE    | SITE",
                "START | away     |                  | NONE                   | start-redirected    | ERROR   | SITE",
                "START | away     |                  | BASELINE               | start-redirected    | ERROR   | SITE",
                "START | away     |                  | IGNORE                 | skipped: ignored    | NONE    | SITE",
                "START | away     | warn start-redirected  | NONE             | start-redirected    | WARNING | SITE",
                "START | away     | allow start-redirected | BASELINE         | start-redirected    | NONE    | SITE",
                "SEED  | 404      |                  | NONE                   | not-found: 404      | ERROR   | SITE",
                "SEED  | 404      |                  | IGNORE                 | skipped: ignored    | NONE    | SITE",
                "SEED  | 404      |                  | BASELINE               | known: not-found    | NONE    | SITE",
                "SEED  | excluded |                  | NONE                   | skipped: excluded   | ERROR   | SITE",
                "SEED  | away     |                  | NONE                   | start-redirected    | ERROR   | SITE",
                "SEED  | away     |                  | BASELINE               | start-redirected    | ERROR   | SITE",
                "ORPHAN | 200     |                  | NONE                   | orphan              | NONE    | SITE",
                "ORPHAN | 200     |                  | IGNORE                 | orphan              | NONE    | SITE",
                "ORPHAN | 200     | warn orphan      | NONE                   | orphan              | WARNING | SITE",
                "ORPHAN | 200     | warn orphan      | IGNORE                 | skipped: ignored    | NONE    | SITE",
                "ORPHAN | 200     | warn orphan      | BASELINE               | orphan              | WARNING | SITE",
                "ORPHAN | 200     | fail orphan      | BASELINE               | known: orphan       | NONE    | SITE",
                "UNREAD_FILE | 200 |                 | NONE                   | unreadable: why     | ERROR   | SITE",
                "UNREAD_FILE | 200 |                 | IGNORE                 | skipped: ignored    | NONE    | SITE",
                "UNREAD_FILE | 200 |                 | BASELINE               | known: unreadable   | NONE    | SITE",
                "UNREAD_FILE | 200 | warn unreadable | NONE                   | unreadable: why     | WARNING | SITE",
            })
    void eachOriginOnTheSite(
            Origin origin,
            String target,
            @Nullable String weight,
            Suppression suppression,
            String verdict,
            Severity severity,
            Zone zone) {
        assess(Zone.SITE, origin, target, weight, suppression, verdict, severity, zone);
    }

    /** The zone of a link follows from its target, but where a crawl starts is part of the site. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PAGE  | 403      |                        | NONE     | blocked: 403      | WARNING | EXTERNAL",
                "PAGE  | 403      |                        | IGNORE   | skipped: ignored  | NONE    | EXTERNAL",
                "PAGE  | 403      |                        | BASELINE | blocked: 403      | WARNING | EXTERNAL",
                "PAGE  | 403      | fail external:blocked  | BASELINE | known: blocked    | NONE    | EXTERNAL",
                "PAGE  | 403      | allow external:blocked | NONE     | blocked: 403      | NONE    | EXTERNAL",
                "PAGE  | 403      | allow site:blocked     | NONE     | blocked: 403      | WARNING | EXTERNAL",
                "PAGE  | 404      | warn site:not-found    | NONE     | not-found: 404    | ERROR   | EXTERNAL",
                "START | 403      |                        | NONE     | blocked: 403      | ERROR   | SITE",
                "START | 403      | allow external:blocked | NONE     | blocked: 403      | ERROR   | SITE",
                "START | excluded |                        | NONE     | skipped: excluded | ERROR   | SITE",
                "SEED  | 403      |                        | NONE     | blocked: 403      | ERROR   | SITE",
                "SEED  | 403      | warn site:blocked      | NONE     | blocked: 403      | WARNING | SITE"
            })
    void eachOriginElsewhere(
            Origin origin,
            String target,
            @Nullable String weight,
            Suppression suppression,
            String verdict,
            Severity severity,
            Zone zone) {
        assess(Zone.EXTERNAL, origin, target, weight, suppression, verdict, severity, zone);
    }

    private static void assess(
            Zone zoneOfTarget,
            Origin origin,
            String kindOfTarget,
            @Nullable String weight,
            Suppression suppression,
            String verdict,
            Severity severity,
            Zone zone) {
        JudgeScene scene = new JudgeScene(zoneOfTarget);
        int target = origin == Origin.UNREAD_FILE ? unreadable(scene) : target(scene, kindOfTarget);
        if (origin == Origin.START) {
            scene.builder().starts().setPage(target);
        }
        Facts facts = scene.made().facts();
        LinkAssessor assessor = new LinkAssessor(
                scene.judge(facts), severities(weight), suppressions(suppression), facts, new StartRedirects(facts));
        StoredLink link = HandMadeFacts.link(NAME, target);

        Assessment assessment = switch (origin) {
            case PAGE -> assessor.assess(0, NAME, link);
            case START -> assessor.assess(StandIn.start(target, NAME));
            case SEED -> assessor.assess(StandIn.seed(target, NAME));
            case ORPHAN -> assessor.assess(StandIn.orphan(target, NAME));
            case UNREAD_FILE -> assessor.assess(StandIn.unreadFile(target, NAME, NAME));
        };

        assertThat(text(assessment.verdict())).isEqualTo(verdict);
        assertThat(assessment.severity()).isEqualTo(severity);
        assertThat(assessment.zone()).isEqualTo(zone);
    }

    private static int target(JudgeScene scene, String kind) {
        return switch (kind) {
            case "excluded" -> scene.skipped(scene.url(NAME), SkipReason.EXCLUDED);
            case "away" ->
                scene.redirect(NAME, 302, scene.made().external("https://other.org/", new Outcome.Answered(200, 1)));
            default -> scene.answered(NAME, Integer.parseInt(kind));
        };
    }

    private static int unreadable(JudgeScene scene) {
        int target = scene.target(NAME, TargetKind.FILE);
        scene.builder().unreadable().addFile(scene.made().facts().targets().file(target), JudgeScene.WHY);
        return target;
    }

    private static Severities severities(@Nullable String weight) {
        List<List<String>> lists = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        if (weight != null) {
            String[] words = weight.split(" ", -1);
            lists.get(List.of("fail", "warn", "allow").indexOf(words[0])).add(words[1]);
        }
        return Severities.of(lists.get(0), lists.get(1), lists.get(2));
    }

    private static Suppressions suppressions(Suppression suppression) {
        Ignore ignore = ignore("x*", Set.of(), null);
        List<Ignore> ignores = switch (suppression) {
            case NONE, BASELINE -> List.of();
            case IGNORE, IGNORE_AND_BASELINE -> List.of(ignore);
            case EXPIRED_IGNORE -> List.of(ignore("x*", Set.of(), TODAY.minusDays(1)));
            case IGNORE_OF_ANOTHER_PAGE -> List.of(ignore("y*", Set.of(), null));
            case IGNORE_OF_ANOTHER_RULE -> List.of(ignore("x*", Set.of(Rule.MOVED), null));
        };
        boolean known = suppression == Suppression.BASELINE || suppression == Suppression.IGNORE_AND_BASELINE;
        return new Suppressions(ignores, known ? baseline : Baseline.EMPTY, TODAY);
    }

    private static Ignore ignore(String page, Set<Rule> rules, @Nullable LocalDate until) {
        return new Ignore(Patterns.NONE, Patterns.of("page", List.of(page)), rules, "test", until);
    }

    /** Returns the verdict as text; without the detail of start-redirected, which is the subject of another test. */
    private static String text(Verdict verdict) {
        boolean plain = verdict.detail() == null || verdict.rule() == Rule.START_REDIRECTED;
        return verdict.rule().id() + (plain ? "" : ": " + verdict.detail());
    }
}
