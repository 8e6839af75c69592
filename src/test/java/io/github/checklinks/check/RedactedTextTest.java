// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.CheckedLink;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Hop;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Position;
import io.github.checklinks.model.Reference;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Sources;
import io.github.checklinks.model.StaleEntry;
import io.github.checklinks.model.Summary;
import io.github.checklinks.model.Verdict;
import io.github.checklinks.model.Zone;
import io.github.checklinks.report.Format;
import io.github.checklinks.report.GitHubActions;
import io.github.checklinks.report.console.ConsoleReport;
import io.github.checklinks.report.console.ConsoleStyle;
import io.github.checklinks.text.ControlCharacters;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What leaves the check, in all texts of which a page, a server or a user may have put secrets and control characters. */
class RedactedTextTest {

    /** Clears the screen, turns the direction of writing, ends the line, and ends the report. */
    private static final String EVIL = "\u001b[2J\u202e\u2066\r\n\u009b\u0007\u2028\u0000\u007f\uFEFF";

    private static final String URL = "https://me:secret@host.example/" + EVIL;

    /** A malformed URL, which prose would end at the space. */
    private static final String MALFORMED = "https://me secret:secret@host name/" + EVIL;

    private static final String SENTENCE =
            "it is " + URL + " that moved to http://you:secret@other.example/ and //u:secret@h";

    private static final GateResult GATE = new GateResult(List.of("the site is broken: " + EVIL), true, Severity.ERROR);

    @TempDir
    Path temporary;

    private static Link link(String page, String text) {
        return new Link(page, new Reference(text, "a" + EVIL, "href" + EVIL, new Position(1, 1)));
    }

    private static Finding finding(Rule rule, Severity severity, String target) {
        String sentence = "\"" + target + "\" is wrong; " + SENTENCE;
        return new Finding(
                rule,
                severity,
                Zone.EXTERNAL,
                target,
                sentence,
                sentence,
                404,
                List.of(new Hop(URL, 301), new Hop("http://you:secret@other.example/", 0)),
                1,
                List.of(link("page" + EVIL + ".html", target), link(URL, target), link("other.html", URL)));
    }

    private static CheckResult exact(Sources sources) {
        List<Finding> findings = new ArrayList<>();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
            findings.add(finding(Rule.NOT_FOUND, severity, URL));
            findings.add(finding(Rule.MALFORMED_URL, severity, MALFORMED));
            for (int i = 0; i < 5; i++) {
                findings.add(finding(Rule.UNREACHABLE, severity, "https://me:secret@host.example/" + i + EVIL));
            }
        }
        findings.add(finding(Rule.KNOWN, Severity.NONE, URL));
        return new CheckResult(
                URL,
                Instant.EPOCH,
                Duration.ZERO,
                false,
                SENTENCE,
                new Summary(1, 2, 3, 0, 0, 0, 1, 1, 1),
                Map.of(),
                findings,
                List.of(new StaleEntry(SENTENCE, "a reason" + EVIL, "pom" + EVIL + ".xml", 7, SENTENCE)),
                List.of(SENTENCE, URL),
                sources,
                listener -> listener.accept(new CheckedLink(
                        link(URL, MALFORMED),
                        MALFORMED,
                        new Verdict(Rule.MOVED, SENTENCE),
                        Severity.ERROR,
                        false,
                        List.of(new Hop(URL, 301), new Hop(MALFORMED, 0)))));
    }

    private static CheckResult redacted() {
        return RedactedText.of(exact(link -> new Sources.Source("source" + EVIL + ".md", 3, true)));
    }

    private static void assertSafe(String text) {
        assertThat(text).isNotEmpty().doesNotContain("secret");
        assertThat(text.replaceAll("\r?\n", "").chars().filter(c -> ControlCharacters.is((char) c)))
                .as("control characters in %s", text)
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void noFormatShowsASecretOrAControlCharacter(Format format) throws IOException {
        StringWriter out = new StringWriter();
        format.report().write(redacted(), GATE, out);

        assertSafe(out.toString());
        assertThat(out.toString()).contains("***").doesNotContain("\n[2J", "\r[2J");
    }

    @Test
    void neitherDoesTheConsole() {
        List<String> lines = new ArrayList<>();
        new ConsoleReport(ConsoleStyle.PLAIN, (level, line) -> lines.add(line))
                .print(redacted(), GATE, List.of(Path.of("report.json")));

        assertThat(lines).hasSizeGreaterThan(20).noneMatch(line -> line.contains("\n") || line.contains("\r"));
        assertSafe(String.join("", lines));
    }

    @Test
    void neitherDoGitHubsAnnotationsAndSummary() throws IOException {
        Path summary = temporary.resolve("summary.md");
        GitHubActions service = GitHubActions.of(
                        Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString()), temporary)
                .orElseThrow();
        List<String> lines = new ArrayList<>();
        service.annotate(redacted(), GATE, lines::add);
        service.summarize(redacted(), GATE);

        assertThat(lines).hasSizeGreaterThan(5).allMatch(line -> line.startsWith("::") && !line.contains("\n"));
        assertSafe(String.join("", lines));
        assertSafe(Files.readString(summary));
    }

    @Test
    void programsGetTheExactTextApartFromSecrets() {
        CheckResult redacted = redacted();

        Finding malformed = redacted.findings().get(1);
        assertThat(malformed.target()).isEqualTo("https://***@host name/" + EVIL);
        assertThat(malformed.message()).startsWith("\"https://***@host name/" + EVIL + "\" is wrong; ");
        assertThat(malformed.links().get(0).reference().text()).isEqualTo(malformed.target());
        assertThat(malformed.links().get(0).page()).isEqualTo("page" + EVIL + ".html");
    }

    @Test
    void aSourceIsLookedUpWithTheLinkAsWritten() {
        List<Link> asked = new ArrayList<>();
        CheckResult exact = exact(link -> {
            asked.add(link);
            return null;
        });
        CheckResult redacted = RedactedText.of(exact);
        redacted.sources().of(redacted.findings().get(0).links().get(0));

        assertThat(asked).containsExactly(exact.findings().get(0).links().get(0));
    }

    @Test
    void aUserinfoWithoutSlashesIsMaskedInAllTextsOfAFinding() throws Exception {
        Finding finding = new Trial(temporary)
                .page("index.html", "<a href='https:me:secret@gone.html'>x</a>")
                .run()
                .finding();

        assertThat(List.of(finding.target(), finding.message()))
                .allSatisfy(text -> assertThat(text).contains("***@gone.html").doesNotContain("secret"));
        assertThat(finding.links().get(0).reference().text()).isEqualTo("https:***@gone.html");
    }

    @Test
    void aCheckWritesNoSecretIntoAnyReport() throws Exception {
        Path reports = temporary.resolve("reports");
        List<String> console = new ArrayList<>();
        new Trial(temporary.resolve("site"))
                .page("index.html", """
                        <a href="http://me:secret@[bad/&#27;[2J">x</a> <a href="https://me se:secret@bad host/">x</a>
                        <a href="//me:secret@[x]/">x</a> <a href="http://me:secret@localhost/&#x202e;a.html">x</a>
                        <a href="gone.html?u=http://me:secret@host/">x</a> <a href="#&#x85;&#x202e;">x</a>
                        """)
                .report(reports, (level, line) -> console.add(line));

        assertSafe(String.join("", console));
        for (Format format : Format.values()) {
            assertSafe(Files.readString(reports.resolve(format.fileName())));
        }
    }
}
