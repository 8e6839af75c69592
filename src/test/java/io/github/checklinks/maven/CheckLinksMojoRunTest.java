// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MojoTest
class CheckLinksMojoRunTest {

    @TempDir
    Path directory;

    @BeforeEach
    void aSite() throws IOException {
        Files.createDirectories(directory.resolve("target/site"));
        Files.writeString(
                directory.resolve("target/site/index.html"),
                "<!DOCTYPE html><title>Home</title><a href='gone.html'>gone</a> <a href='#top'>up</a>");
    }

    @Test
    @InjectMojo(goal = "check-links")
    void aBrokenLinkFailsTheBuildAfterTheReportsAreWritten(CheckLinksMojo mojo) {
        in(directory, mojo);

        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(mojo::execute)
                .withMessageContaining("1 broken link, 0 allowed")
                .withMessageContaining("-Dcheck-links.maxBroken=1");
        assertThat(directory.resolve("target/check-links"))
                .isDirectoryContaining("glob:**/report.json")
                .isDirectoryContaining("glob:**/report.html")
                .isDirectoryContaining("glob:**/junit.xml")
                .isDirectoryNotContaining("glob:**/ledger.jsonl");
    }

    @Test
    @InjectMojo(goal = "check-links")
    void aToleratedBrokenLinkPasses(CheckLinksMojo mojo) {
        in(directory, mojo);
        mojo.maxBroken = "1";

        assertThatCode(mojo::execute).doesNotThrowAnyException();
    }

    @Test
    @InjectMojo(goal = "check-links")
    void aPercentageAloneLiftsTheLimitOnTheCount(CheckLinksMojo mojo) {
        in(directory, mojo);
        mojo.maxBrokenPercent = "50";

        assertThatCode(mojo::execute).doesNotThrowAnyException();
    }

    @Test
    @InjectMojo(goal = "check-links")
    void theLedgerIsWrittenWhenAsked(CheckLinksMojo mojo) throws Exception {
        in(directory, mojo);
        mojo.maxBroken = "-1";
        mojo.formats = List.of("ledger");
        mojo.reportDirectory = "out";

        mojo.execute();

        assertThat(Files.readAllLines(directory.resolve("out/ledger.jsonl"))).hasSize(2);
        assertThat(directory.resolve("out")).isDirectoryNotContaining("glob:**/*.json");
    }

    @Test
    @InjectMojo(goal = "check-links")
    void theReportOfAnEarlierRunIsNoPageOfTheSite(CheckLinksMojo mojo) throws Exception {
        in(directory, mojo);
        mojo.site = "target";
        mojo.maxBroken = "-1";
        mojo.formats = List.of("json", "html");

        mojo.execute();
        String first = Files.readString(directory.resolve("target/check-links/report.json"));
        mojo.execute();
        String second = Files.readString(directory.resolve("target/check-links/report.json"));

        assertThat(first).contains("\"pages\": 1,");
        assertThat(second).contains("\"pages\": 1,");
    }

    @Test
    @InjectMojo(goal = "check-links")
    void aMissingSiteIsExplained(CheckLinksMojo mojo) {
        in(directory.resolve("elsewhere"), mojo);

        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(mojo::execute)
                .withMessageContaining("there is no site at " + directory.resolve("elsewhere/target/site"));
    }

    @Test
    @InjectMojo(goal = "check-links")
    void aMissingSiteMayBeSkipped(CheckLinksMojo mojo) {
        in(directory.resolve("elsewhere"), mojo);
        mojo.ifMissing = "skip";

        assertThatCode(mojo::execute).doesNotThrowAnyException();
    }

    @Test
    @InjectMojo(goal = "check-links")
    void skipLooksAtNothing(CheckLinksMojo mojo) {
        in(directory, mojo);
        mojo.skip = "true";
        mojo.maxBroken = "not even at this";

        assertThatCode(mojo::execute).doesNotThrowAnyException();
        assertThat(directory.resolve("target/check-links")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "check-links")
    void withoutAPomASiteIsNeeded(CheckLinksMojo mojo) {
        in(directory, mojo);
        mojo.project = BuildFixture.noProject();

        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(mojo::execute)
                .withMessageContaining("site is not set")
                .withMessageContaining("-Dcheck-links.site=target/site");
    }

    @ParameterizedTest
    @CsvSource({
        "ifMissing, fial, 'one of fail, skip'",
        "siteUrl, docs.acme.org, an absolute http or https URL",
        "cleanUrls, yes, 'one of true, false'",
        "respectRobots, maybe, 'one of true, false'",
        "checkExternal, no, 'one of true, new, recorded, false'",
        "checkFragments, page, 'one of none, site, all'",
        "maxDepth, deep, -1 for no limit",
        "maxPages, all, -1 for no limit",
        "maxDuration, 0, a duration longer than zero",
        "maxBroken, many, -1 for no limit",
        "maxBrokenPercent, 200, a number from 0 to 100",
        "maxWarnings, few, -1 for no limit",
        "minPages, -1, a whole number of at least 0",
        "minLinks, some, a whole number of at least 0",
        "failOnStale, 1, 'one of true, false'",
        "skip, ja, 'one of true, false'",
        "concurrency, 0, a whole number of at least 1",
        "siteConcurrency, 0, a whole number of at least 1",
        "hostConcurrency, 0, a whole number of at least 1",
        "requestInterval, often, a duration such as",
        "connectTimeout, 0s, a duration longer than zero",
        "responseTimeout, soon, a duration such as",
        "linkTimeout, late, a duration such as",
        "retries, -1, a whole number of at least 0",
        "maxRetryAfter, 1 week, a duration such as",
        "maxRedirects, ten, a whole number of at least 0",
        "maxBodySize, huge, a size such as",
        "http2, maybe, 'one of true, false'"
    })
    @InjectMojo(goal = "check-links")
    void aWrongValueIsReportedWithItsElementAndWhatIsAllowed(
            String element, String value, String allowed, CheckLinksMojo mojo) throws ReflectiveOperationException {
        in(directory, mojo);
        CheckParameters.class.getDeclaredField(element).set(mojo, value);

        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(mojo::execute)
                .withMessageStartingWith(element + " is \"" + value + "\" but must be ")
                .withMessageContaining(allowed)
                .withMessageContaining("Example: <" + element + ">");
    }

    @ParameterizedTest
    @CsvSource({
        "failOn, bloked",
        "warnOn, everything",
        "allow, inside:moved",
        "acceptStatuses, forbidden",
        "attributes, data-src",
        "excludes, %regex[(]",
        "formats, pdf",
        "seeds, https://[x/",
        "seeds, mailto:me@acme.org",
        "sources, no/such/directory"
    })
    @InjectMojo(goal = "check-links")
    void aWrongItemIsReportedWithItsElement(String element, String item, CheckLinksMojo mojo)
            throws ReflectiveOperationException {
        in(directory, mojo);
        CheckParameters.class.getDeclaredField(element).set(mojo, List.of(item));

        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(mojo::execute)
                .withMessageContaining(element)
                .withMessageContaining(item);
    }

    /** Injects a session in a directory, as Maven does. */
    private static void in(Path directory, CheckLinksMojo mojo) {
        mojo.project = BuildFixture.project(directory, "app");
        mojo.session = BuildFixture.session(directory, mojo.project);
    }
}
