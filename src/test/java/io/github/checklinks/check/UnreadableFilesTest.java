// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.checklinks.model.Finding;
import io.github.checklinks.model.LinkOrigin;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Zone;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and directories of a site that cannot be read: each is a finding, and everything else is checked. */
@Timeout(60)
class UnreadableFilesTest {

    @TempDir
    Path temporary;

    private Path site;
    private Trial trial;

    @BeforeEach
    void begin() throws IOException {
        site = Files.createDirectory(temporary.resolve("site"));
        trial = new Trial(temporary);
    }

    private void circle(String path) throws IOException {
        Path link = site.resolve(path);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, link.getFileName());
    }

    private void huge(String path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(site.resolve(path).toFile(), "rw")) {
            file.setLength(3L << 30);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPageThatIsTooLargeIsAFindingAndEverythingElseIsChecked(boolean ledger) throws Exception {
        if (!ledger) {
            trial.withoutLedger();
        }
        trial.page(
                        "index.html",
                        "<a href=big.html>a</a> <a href=big.html#x>b</a> <a href=gone.html>c</a> <a href=a.html#y>d</a>")
                .page("a.html", "<a href=big.html>a</a>");
        huge("big.html");

        TrialResult result = trial.run();

        Finding big = result.finding(Rule.UNREADABLE);
        assertThat(big.severity()).isEqualTo(Severity.ERROR);
        assertThat(big.zone()).isEqualTo(Zone.SITE);
        assertThat(big.target()).isEqualTo("https://site.invalid/big.html");
        assertThat(big.message()).isEqualTo("big.html cannot be read: a file of 2 GiB or more is too large to be read");
        assertThat(big.links().stream().map(TrialResult::place))
                .containsExactly(
                        "a.html:3:1 a@href big.html",
                        "big.html:0:0 file@null big.html",
                        "index.html:3:1 a@href big.html",
                        "index.html:3:24 a@href big.html#x");
        assertThat(result.finding(Rule.MISSING_FILE).target()).isEqualTo("https://site.invalid/gone.html");
        assertThat(result.finding(Rule.MISSING_FRAGMENT).target()).isEqualTo("https://site.invalid/a.html#y");
        assertThat(result.result().complete()).isTrue();
        assertThat(result.summary().pages()).isEqualTo(2);
        assertThat(result.summary().links()).isEqualTo(6);
        assertThat(result.summary().broken()).isEqualTo(3);
    }

    @Test
    void aPageInALinkThatLeadsInACircleIsUnreadableAndReportedWithoutAnyLinkToIt() throws Exception {
        trial.page("index.html", "");
        circle("circle.html");

        Finding finding = trial.run().finding();

        assertThat(finding.rule()).isEqualTo(Rule.UNREADABLE);
        assertThat(finding.message()).isEqualTo("circle.html cannot be read: its symbolic links lead in a circle");
        assertThat(finding.hint()).isEqualTo("replace the symbolic link with its target");
        assertThat(finding.links().stream().map(TrialResult::place))
                .containsExactly("circle.html:0:0 file@null circle.html");
        assertThat(finding.links().get(0).origin()).isEqualTo(new LinkOrigin.UnreadFile("circle.html"));
    }

    @Test
    void whatLiesBelowACircleIsUnreadableAndAPictureInOneOnlyWhenItIsLinked() throws Exception {
        trial.page("index.html", "<a href=circle/x.html>x</a> <img src=a.png> <a href=sub/>y</a>");
        circle("circle");
        circle("a.png");
        circle("b.png");
        circle("sub/index.html");

        TrialResult result = trial.run();

        assertThat(result.facts())
                .containsExactly(
                        "unreadable ERROR https://site.invalid/circle/x.html [index.html:3:1 a@href circle/x.html]",
                        "unreadable ERROR https://site.invalid/a.png [index.html:3:29 img@src a.png]",
                        "unreadable ERROR https://site.invalid/sub/ [index.html:3:45 a@href sub/]",
                        "unreadable ERROR https://site.invalid/sub/index.html [sub/index.html:0:0 file@null sub/index.html]");
    }

    @Test
    void aStyleSheetThatCannotBeReadIsAFinding() throws Exception {
        trial.page("index.html", "<link rel=stylesheet href=big.css>").file("b.css", "a { background: url(no.png) }");
        huge("big.css");

        assertThat(trial.run().facts())
                .containsExactly(
                        "missing-file ERROR https://site.invalid/no.png [b.css:1:17 css@null no.png]",
                        "unreadable ERROR https://site.invalid/big.css [big.css:0:0 file@null big.css, index.html:3:1 link@href big.css]");
    }

    @Test
    void aPageThatIsLeftOutIsReportedOnlyWhenALinkNamesAnAnchorOfIt() throws Exception {
        huge("big.html");
        trial.excludePages("big.html").page("index.html", "<a href=big.html>x</a>");

        assertThat(trial.run().findings()).isEmpty();

        trial.page("index.html", "<a href=big.html>x</a> <a href=big.html#a>x</a>")
                .withoutLedger();
        assertThat(trial.run().facts())
                .containsExactly("unreadable ERROR https://site.invalid/big.html"
                        + " [index.html:3:1 a@href big.html, index.html:3:24 a@href big.html#a]");
    }

    @Test
    void aPageOfAMappingThatCannotBeReadIsAFindingOfTheLinksToIt() throws Exception {
        Path api = Files.createDirectory(temporary.resolve("api"));
        Files.createSymbolicLink(api.resolve("circle.html"), Path.of("circle.html"));
        trial.publishedAt("https://docs.org/g/")
                .mapping("https://docs.org/api/", api)
                .page("index.html", "<a href=/api/circle.html>x</a> <a href=/api/circle.html#y>x</a>");

        assertThat(trial.run().facts())
                .containsExactly("unreadable ERROR https://docs.org/api/circle.html"
                        + " [index.html:3:1 a@href /api/circle.html, index.html:3:32 a@href /api/circle.html#y]");
    }

    @Test
    void aMappingThatVanishedIsUnreadable() throws Exception {
        trial.publishedAt("https://docs.org/g/")
                .mapping("https://docs.org/api/", temporary.resolve("vanished"))
                .page("index.html", "<a href=/api/a.html>x</a>");

        assertThat(trial.run().finding().message())
                .isEqualTo("https://docs.org/api/a.html cannot be read: it is no longer there");
    }

    @Test
    void aDirectoryNamedLikeAPageIsADirectory() throws Exception {
        trial.page("index.html", "<a href=x.html>x</a> <a href=y.html>y</a>").page("y.html/index.html", "");
        Files.createDirectory(site.resolve("x.html"));

        Finding finding = trial.run().finding();

        assertThat(finding.rule()).isEqualTo(Rule.MISSING_FILE);
        assertThat(finding.hint()).isEqualTo("the directory has no index file");
    }

    @Test
    void aPipeIsNoFileAndDoesNotBlockTheCheck() throws Exception {
        trial.page("index.html", "<a href=pipe.html>x</a> <a href=link.html#x>x</a>");
        Process made = new ProcessBuilder("mkfifo", site.resolve("pipe.html").toString()).start();
        assumeThat(made.waitFor(10, TimeUnit.SECONDS) && made.exitValue() == 0).isTrue();
        Files.createSymbolicLink(site.resolve("link.html"), Path.of("pipe.html"));

        assertThat(trial.run().findings()).extracting(Finding::rule).containsOnly(Rule.MISSING_FILE);
    }

    @Test
    void aLinkToNothingIsMissingAndTheHintSaysSo() throws Exception {
        trial.page("index.html", "<a href=dangling.html>x</a>");
        Files.createSymbolicLink(site.resolve("dangling.html"), Path.of("absent.html"));

        Finding finding = trial.run().finding();

        assertThat(finding.rule()).isEqualTo(Rule.MISSING_FILE);
        assertThat(finding.hint())
                .isEqualTo(
                        "it is a symbolic link to absent.html, which is not there:" + " copy its target into the site");
    }

    @Test
    void aLinkOutOfTheSiteIsMissingAndTheHintSaysSo() throws Exception {
        Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(temporary.resolve("outside/a.html"), "");
        trial.page("index.html", "<a href=out/a.html>x</a> <a href=out/>x</a> <img src=/out//b.png>");
        Files.createSymbolicLink(site.resolve("out"), Path.of("../outside"));

        List<Finding> findings = trial.run().findings();

        assertThat(findings).hasSize(3).allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.MISSING_FILE);
            assertThat(finding.hint())
                    .isEqualTo("it is a symbolic link that leads out of the site, to ../outside:"
                            + " copy its target into the site");
        });
    }

    @Test
    void aPathThatIsLongerThanTheSystemAllowsIsUnreadableAndALinkToOneIsMissing() throws Exception {
        String deep = ("d".repeat(200) + "/").repeat(12);
        String name = "n".repeat(300) + ".html";
        Path upper = Files.createDirectories(site.resolve(deep));
        Path lower = Files.createDirectories(temporary.resolve("lower/" + deep)).getParent();
        Files.createDirectories(lower);
        Path moved = upper.resolve("lower");
        trial.page(
                "index.html",
                "<a href=" + name + ">x</a> <a href=" + "p/".repeat(3000) + "x.html>y</a> <a href='%00.html'>z</a>");
        Files.move(temporary.resolve("lower"), moved);
        try {
            TrialResult result = trial.run();

            assertThat(result.findings())
                    .filteredOn(finding -> finding.rule() == Rule.MISSING_FILE)
                    .hasSize(3);
            assertThat(result.findings())
                    .filteredOn(finding -> finding.rule() == Rule.UNREADABLE)
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.message()).endsWith("cannot be read: file name too long"));
        } finally {
            Files.move(moved, temporary.resolve("lower"));
        }
    }

    @Test
    void aBaselineKnowsAnUnreadablePageAndAnIgnoreMutesOne() throws Exception {
        trial.page("index.html", "");
        circle("circle.html");
        trial.baseline("[{\"page\":\"circle.html\",\"text\":\"circle.html\",\"rule\":\"unreadable\"}]");

        TrialResult result = trial.run();

        assertThat(result.summary().known()).isEqualTo(1);
        assertThat(result.summary().broken()).isZero();
        assertThat(result.result().stale()).isEmpty();
    }

    @Test
    void aPageAndADirectoryWithoutRightsAreFindings() throws Exception {
        trial.page("index.html", "<a href=a.html>x</a> <a href=secret/x.html#y>x</a> <a href=secret>x</a>")
                .page("a.html", "")
                .page("secret/x.html", "");
        Files.setPosixFilePermissions(site.resolve("a.html"), PosixFilePermissions.fromString("-w-------"));
        Files.setPosixFilePermissions(site.resolve("secret"), PosixFilePermissions.fromString("-w-------"));
        try {
            assumeThat(Files.isReadable(site.resolve("a.html")))
                    .as("rights bind this user")
                    .isFalse();

            TrialResult result = trial.run();

            assertThat(result.findings()).allSatisfy(finding -> {
                assertThat(finding.rule()).isEqualTo(Rule.UNREADABLE);
                assertThat(finding.message()).endsWith("cannot be read: permission denied");
            });
            assertThat(result.findings())
                    .extracting(Finding::target)
                    .containsExactly(
                            "https://site.invalid/a.html",
                            "https://site.invalid/secret/x.html",
                            "https://site.invalid/secret",
                            "https://site.invalid/secret/");
        } finally {
            Files.setPosixFilePermissions(site.resolve("secret"), PosixFilePermissions.fromString("rwx------"));
        }
    }
}
