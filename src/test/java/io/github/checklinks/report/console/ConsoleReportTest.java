// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.console;

import static io.github.checklinks.report.Results.broken;
import static io.github.checklinks.report.Results.link;
import static io.github.checklinks.report.Results.outside;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Hop;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Position;
import io.github.checklinks.model.Reference;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.Zone;
import io.github.checklinks.report.Once;
import io.github.checklinks.report.Results;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {

    private static final GateResult PASSED = new GateResult(List.of(), true);
    private static final GateResult FAILED = new GateResult(List.of("3 broken links, 0 allowed"), true);
    private static final Path REPORTS = Path.of("target", "check-links");

    @Test
    void errorsComeFirstThenWarningsThenWhatItAmountsTo() {
        assertThat(print(Results.small().build(), FAILED)).isEqualTo("""
                E index.html:12:9  guide/setup.html#instal
                E   missing-fragment: no anchor "instal" on guide/setup.html
                E   did you mean #install?
                E https://example.org/docs/gone.html
                E   missing-file: there is no gone.html
                E   index.html:20:1  gone.html
                E   guide/setup.html:3:5  ../gone.html
                E   guide/setup.html:9:5  ../gone.html#x
                E guide/setup.html:4:5  https://lib.example.com/x?a=1&b=2
                E   not-found: 404 Not Found
                .
                W index.html:14:3  http://old.example.com/
                W   moved: moved to https://new.example.com/
                W   301 → 302 → 200
                W   link to https://new.example.com/
                W guide/use.html:7:2  https://slow.example.com/
                W   timed-out: no answer within 20 s
                .
                . Checked https://example.org/docs/ in 1.2 s
                .   120 pages, 4,321 links to 985 targets: 970 ok
                .   10 skipped: 7 scheme, 3 excluded
                .   2 warnings: 1 moved, 1 timed-out
                .   3 broken: 1 missing-file, 1 missing-fragment, 1 not-found
                . Reports in target/check-links: report.json, ledger.jsonl
                E 3 broken links, 0 allowed
                """);
    }

    @Test
    void theStatusesOfALoopAreShownAndThoseOfOtherRulesAreNot() {
        List<Hop> hops = List.of(new Hop("https://a/x", 302), new Hop("https://a/y", 307), new Hop("https://a/x", 0));
        Results results = new Results();
        for (Rule rule : List.of(Rule.REDIRECT_LOOP, Rule.NOT_FOUND)) {
            results.with(new Finding(
                    rule,
                    Severity.ERROR,
                    Zone.EXTERNAL,
                    "https://a/x",
                    "the reason",
                    null,
                    302,
                    hops,
                    1,
                    new Once(link("index.html", 1, 1, "https://a/x"))));
        }

        assertThat(print(results.build(), FAILED)).startsWith("""
                E index.html:1:1  https://a/x
                E   redirect-loop: the reason
                E   302 → 307
                E index.html:1:1  https://a/x
                E   not-found: the reason
                .
                """);
    }

    @Test
    void aRunWithoutFindingsIsShort() {
        assertThat(print(new Results().build(), PASSED)).isEqualTo("""
                . Checked https://example.org/docs/ in 1.2 s
                .   120 pages, 4,321 links to 970 targets: 970 ok
                . Reports in target/check-links: report.json, ledger.jsonl
                . No broken links
                """);
    }

    @Test
    void knownBrokenLinksAreCountedInTheVerdict() {
        Finding known = new Finding(
                Rule.KNOWN,
                Severity.NONE,
                Zone.SITE,
                "https://example.org/docs/x.html",
                "missing-file, in the baseline",
                null,
                0,
                List.of(),
                1,
                new Once(link("index.html", 1, 1, "x.html")));

        assertThat(print(new Results().with(known).build(), PASSED)).endsWith(". No new broken links, 1 known\n");
    }

    @Test
    void aTargetIsReportedOnceWithItsFirstPlaces() {
        Link[] links = IntStream.range(0, 26)
                .mapToObj(i -> link("p" + i / 2 + ".html", i, 1, "gone.html"))
                .toArray(Link[]::new);

        assertThat(print(
                        new Results()
                                .with(broken(Rule.MISSING_FILE, "gone.html", "there is none", "fix it", links))
                                .build(),
                        FAILED))
                .startsWith("""
                        E https://example.org/docs/gone.html
                        E   missing-file: there is none
                        E   fix it
                        E   p0.html  gone.html
                        E   p0.html:1:1  gone.html
                        E   p1.html:2:1  gone.html
                        E   p1.html:3:1  gone.html
                        E   p2.html:4:1  gone.html
                        E   and 21 more on 11 pages
                        .
                        """);
    }

    @Test
    void aSiteWithoutAddressIsNotNamed() {
        Finding finding = new Finding(
                Rule.MISSING_FILE,
                Severity.ERROR,
                Zone.SITE,
                "https://site.invalid/a/b.html",
                "there is none",
                null,
                0,
                List.of(),
                1,
                new Once(link("a.html", 1, 1, "a/b.html"), link("b.html", 1, 1, "a/b.html")));

        assertThat(print(
                        new Results()
                                .site("https://site.invalid/")
                                .with(finding)
                                .build(),
                        FAILED))
                .startsWith("E /a/b.html\n");
    }

    @Test
    void linksThatClimbAboveTheRootAreOneMessage() {
        Results results = new Results();
        for (int i = 0; i < 1357; i++) {
            results.with(new Finding(
                    Rule.OUTSIDE_SITE,
                    Severity.WARNING,
                    Zone.SITE,
                    "https://site.invalid/x" + i,
                    "climbs " + i + " above the root",
                    "set siteUrl",
                    0,
                    List.of(),
                    0,
                    new Once(link("p" + i % 120 + ".html", i + 1, 1, "../x" + i))));
        }

        assertThat(print(results.build(), PASSED)).startsWith("""
                W outside-site: 1,357 targets, 1,357 links on 120 pages
                W   points above the site's root
                W   set siteUrl
                W   p0.html:1:1  ../x0
                W   p1.html:2:1  ../x1
                W   p2.html:3:1  ../x2
                W   and 1,354 more targets
                .
                """);
    }

    @Test
    void whatIsWrittenTheSameEverywhereIsOneMessage() {
        Results results = new Results();
        for (int i = 0; i < 300; i++) {
            String page = "d" + i + "/p.html";
            results.with(
                    broken(Rule.MISSING_FRAGMENT, page + "#nav", "no nav on " + page, null, link(page, 3, 1, "#nav")));
        }

        assertThat(print(results.build(), FAILED)).startsWith("""
                E missing-fragment: 300 targets linked as #nav, 300 links on 300 pages
                E   the page has no such anchor
                E   d0/p.html:3:1  #nav
                E   d1/p.html:3:1  #nav
                E   d2/p.html:3:1  #nav
                E   and 297 more targets
                .
                """);
    }

    @Test
    void anEmptyAddressIsNamedAsSuch() {
        Finding empty = outside(
                Rule.MALFORMED_URL,
                "",
                "an empty src loads nothing",
                0,
                link("a.html", 1, 1, ""),
                link("b.html", 1, 1, ""));

        assertThat(print(new Results().with(empty).build(), FAILED)).startsWith("E (empty)\n");
    }

    @Test
    void aHostThatIsDownIsOneMessage() {
        Results results = new Results();
        for (int i = 0; i < 5; i++) {
            String target = "https://down.example.com:8443/" + i;
            results.with(outside(Rule.UNKNOWN_HOST, target, "no such host", 0, link("a.html", i + 1, 1, target)));
        }
        results.with(outside(Rule.UNKNOWN_HOST, "https://b/", "none", 0, link("b.html", 1, 1, "https://b/")));

        assertThat(print(results.build(), FAILED)).startsWith("""
                E unknown-host: 5 targets on down.example.com:8443, 5 links on 1 page
                E   no such host
                E   a.html:1:1  https://down.example.com:8443/0
                E   a.html:2:1  https://down.example.com:8443/1
                E   a.html:3:1  https://down.example.com:8443/2
                E   and 2 more targets
                E b.html:1:1  https://b/
                E   unknown-host: none
                .
                """);
    }

    @Test
    void aFewMissingFilesOfOneDirectoryAreReportedOneByOneButManyAreNot() {
        assertThat(print(missingFiles(20, 1).build(), FAILED)).contains("E p.html:20:1  d0/f19.html\n");
        assertThat(print(missingFiles(21, 1).build(), FAILED)).startsWith("""
                E missing-file: 21 targets in https://example.org/docs/d0/, 21 links on 1 page
                E   there is none
                """);
    }

    @Test
    void aTreeThatIsMissingAsAWholeIsReportedAsOneAndTheSiteItselfIsNoTree() {
        Results tree = new Results();
        Results scattered = new Results();
        for (int i = 0; i < 21; i++) {
            String path = "d" + i / 3 + "/f" + i + ".html";
            scattered.with(broken(Rule.MISSING_FILE, path, "there is none", null, link("p.html", i + 1, 1, path)));
            String below = "api/" + path;
            tree.with(broken(Rule.MISSING_FILE, below, "there is none", null, link("p.html", i + 1, 1, below)));
        }

        assertThat(print(tree.build(), FAILED))
                .startsWith(
                        "E missing-file: 21 targets below https://example.org/docs/api/, 21 links on 1 page\nE   there is none\n");
        assertThat(print(scattered.build(), FAILED)).contains("E p.html:21:1  d6/f20.html\n");
    }

    @Test
    void atMostAThousandFindingsAreShownAndTheRestIsCounted() {
        Results results = missingFiles(1200, 20);
        results.with(outside(Rule.BLOCKED, "https://b/", "403", 403, link("z.html", 1, 1, "https://b/")));

        List<String> lines = print(results.build(), FAILED).lines().toList();

        assertThat(lines.stream().filter(line -> line.startsWith("E p.html:"))).hasSize(1000);
        assertThat(lines).contains("E and 200 more errors and 1 more warning, see " + REPORTS.resolve("report.json"));
    }

    @Test
    void theLastTenLinesTellTheStoryOfTenThousandFindings() {
        CheckResult result = missingFiles(10_000, 20)
                .skipped(SkipReason.SCHEME, 3)
                .note("the address of the site is that of the pom")
                .build();

        List<String> lines = print(result, FAILED).lines().toList();

        assertThat(lines).hasSizeLessThan(2100);
        assertThat(String.join("\n", lines.subList(lines.size() - 9, lines.size())))
                .startsWith("E and 9,000 more errors, see ")
                .contains("10,000 broken: 10,000 missing-file")
                .endsWith("E 3 broken links, 0 allowed");
    }

    @Test
    void findingsBeyondThoseThatAreLookedAtAreCountedAllTheSame() {
        Results results = missingFiles(10_700, 20);
        results.with(outside(Rule.BLOCKED, "https://b/", "403", 403, link("z.html", 1, 1, "https://b/")));

        assertThat(print(results.build(), FAILED)).contains("E and 9,700 more errors and 1 more warning, see ");
    }

    @Test
    void staleEntriesNotesAndWhatWasNotCheckedAreReported() {
        Results results = new Results()
                .note("the address of the site is that of the pom")
                .note("it was redirected")
                .stopReason("maxPages 5 was reached");
        IntStream.range(0, 12).forEach(i -> results.stale("entry " + i + " is no longer needed"));

        assertThat(print(results.build(), new GateResult(List.of(), false)))
                .contains("W entry 9 is no longer needed\nW and 2 more of these\nW the address of")
                .contains("W Not everything was checked: maxPages 5 was reached\n");
        assertThat(print(
                        results.build(),
                        new GateResult(List.of("not everything was checked: maxPages 5 was reached"), false)))
                .containsOnlyOnce("maxPages 5 was reached");
    }

    @Test
    void brokenLinksThatThePermitAllowsPass() {
        assertThat(print(Results.small().build(), PASSED)).endsWith(". Passed: 3 broken links allowed\n");
    }

    @Test
    void aSingleReportIsNamedWithItsPath() {
        Path file = REPORTS.resolve("report.json");
        List<String> lines = new ArrayList<>();
        new ConsoleReport(ConsoleStyle.PLAIN, (level, text) -> lines.add(text))
                .print(new Results().build(), PASSED, List.of(file));

        assertThat(lines).contains("Report: " + file);
    }

    @Test
    void nothingFromOutsideActsOnTheTerminal() {
        Link evil =
                new Link("a\u001b[2J.html", new Reference("https://h/\u202e\n\u009b", "a", "href", new Position(1, 1)));
        Finding finding = new Finding(
                Rule.BAD_STATUS,
                Severity.ERROR,
                Zone.EXTERNAL,
                "https://h/",
                "418 \u001b]0;gotcha\u0007",
                "hint\r\n[ERROR] forged",
                418,
                List.of(),
                1,
                new Once(evil));

        assertThat(print(
                        new Results().with(finding).build(),
                        new GateResult(List.of("https://h/ is \u001b[31mbroken"), true)))
                .doesNotContainPattern("[\\p{Cntrl}&&[^\n]]")
                .startsWith("""
                        E a[2J.html:1:1  https://h/\s
                        E   bad-status: 418 ]0;gotcha
                        E   hint  [ERROR] forged
                        .
                        """);
    }

    @Test
    void coloursMarkWhatIsSaidOfIt() {
        ConsoleStyle marks = new ConsoleStyle() {
            @Override
            public String strong(String text) {
                return "*" + text + "*";
            }

            @Override
            public String error(String text) {
                return "!" + text + "!";
            }

            @Override
            public String warning(String text) {
                return "?" + text + "?";
            }
        };
        List<String> lines = new ArrayList<>();
        new ConsoleReport(marks, (level, text) -> lines.add(text))
                .print(Results.small().build(), FAILED, List.of());

        assertThat(lines)
                .contains(
                        "*index.html:12:9*  guide/setup.html#instal",
                        "  !missing-fragment!: no anchor \"instal\" on guide/setup.html",
                        "  ?moved?: moved to https://new.example.com/",
                        "  !3 broken:! 1 missing-file, 1 missing-fragment, 1 not-found",
                        "!3 broken links, 0 allowed!");
    }

    private static Results missingFiles(int count, int ofADirectory) {
        Results results = new Results();
        int each = ofADirectory == 1 ? count : ofADirectory;
        for (int i = 0; i < count; i++) {
            String path = "d" + i / each + "/f" + i % each + ".html";
            results.with(broken(Rule.MISSING_FILE, path, "there is none", null, link("p.html", i + 1, 1, path)));
        }
        return results;
    }

    private static String print(CheckResult result, GateResult gate) {
        StringBuilder lines = new StringBuilder();
        new ConsoleReport(ConsoleStyle.PLAIN, (level, text) -> {
                    String mark = switch (level) {
                        case ERROR -> "E";
                        case WARNING -> "W";
                        case NONE -> ".";
                    };
                    lines.append(mark)
                            .append(text.isEmpty() ? "" : " ")
                            .append(text)
                            .append('\n');
                })
                .print(result, gate, List.of(REPORTS.resolve("report.json"), REPORTS.resolve("ledger.jsonl")));
        return lines.toString();
    }
}
