// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports that cannot be written: the findings are printed nevertheless. */
@MojoTest
class UnwrittenReportsTest {

    @TempDir
    Path directory;

    private Path inTheWay;

    @BeforeEach
    void aSiteAndSomethingInTheWayOfItsReport() throws IOException {
        Files.createDirectories(directory.resolve("target/site"));
        Files.writeString(
                directory.resolve("target/site/index.html"), "<title>Home</title><a href='gone.html'>gone</a>");
        inTheWay = directory.resolve("target/check-links/report.html");
        Files.createDirectories(inTheWay.resolve("not empty"));
    }

    private void in(CheckParameters mojo) {
        mojo.project = BuildFixture.project(directory, "app");
        mojo.session = BuildFixture.session(directory, mojo.project);
    }

    /** Records logged errors, and whether the first report existed by then. */
    private final class Errors extends SystemStreamLog {

        private final List<String> lines = new ArrayList<>();
        private boolean writtenBefore;

        @Override
        public void error(CharSequence text) {
            lines.add(text.toString());
            writtenBefore |= Files.exists(directory.resolve("target/check-links/report.json"));
        }
    }

    @Test
    @InjectMojo(goal = "check-links")
    void oneThatCannotBeWrittenFailsAfterTheFindingsWerePrintedAndTheOthersWritten(CheckLinksMojo mojo)
            throws IOException {
        in(mojo);
        Errors errors = new Errors();
        mojo.setLog(errors);

        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(mojo::execute)
                .withMessageStartingWith("1 broken link, 0 allowed")
                .withMessageContaining("a report could not be written:\n  " + inTheWay + ": ")
                .withMessageContaining("-Dcheck-links.reportDirectory=");
        assertThat(errors.lines).anyMatch(line -> line.contains("gone.html"));
        assertThat(errors.writtenBefore).isFalse();
        try (Stream<Path> files = Files.list(inTheWay.getParent())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("junit.xml", "report.html", "report.json");
        }
    }

    @Test
    @InjectMojo(goal = "check-links")
    void itFailsAlsoWhenTheGateHasNoObjection(CheckLinksMojo mojo) {
        in(mojo);
        mojo.maxBroken = "-1";

        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(mojo::execute)
                .withMessageStartingWith("a report could not be written");
    }

    @Test
    void oneThatNeedsTooMuchMemorySaysHowToGetMore() {
        Path report = directory.resolve("report.html");

        assertThat(new UnwrittenReports(Map.of(report, new OutOfMemoryError("Java heap space"))).text())
                .contains(report + ": Java ran out of memory")
                .contains("while writing report.html")
                .contains("MAVEN_OPTS=-Xmx");
    }

    @Test
    @InjectMojo(goal = "check-links")
    void aCheckWithoutMemorySaysHowToGetMore(CheckLinksMojo mojo) {
        in(mojo);

        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> Execution.of(mojo, request -> null, Goal.CHECK_LINKS, plan -> {
                    throw new OutOfMemoryError("Java heap space");
                }))
                .withMessageStartingWith("Java ran out of memory")
                .withMessageContaining("MAVEN_OPTS=-Xmx");
    }

    @Test
    @InjectMojo(goal = "check-links")
    void anInternalErrorIsReportedAsSuchWithThePage(CheckLinksMojo mojo) {
        in(mojo);
        StackOverflowError deep = new StackOverflowError();

        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> Execution.of(mojo, request -> null, Goal.CHECK_LINKS, plan -> {
                    throw new IOException("cannot read deep.html: " + deep, deep);
                }))
                .withMessage(
                        "the check failed because of an internal error: cannot read deep.html: java.lang.StackOverflowError");
    }

    @Test
    @InjectMojo(goal = "baseline")
    void aBaselineThatCannotBeWrittenIsNamedWithTheReason(BaselineMojo mojo) throws IOException {
        in(mojo);
        mojo.baseline = "file/baseline.json";
        Files.writeString(directory.resolve("file"), "");

        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(mojo::execute)
                .withMessageStartingWith(
                        "The baseline " + directory.resolve("file/baseline.json") + " could not be written")
                .withMessageContaining("-Dcheck-links.baseline=FILE");
    }
}
