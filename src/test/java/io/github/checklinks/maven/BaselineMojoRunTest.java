// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
class BaselineMojoRunTest {

    private static final String KNOWN = """
            [
              {"page": "index.html", "text": "gone.html", "rule": "missing-file"}
            ]
            """;

    @TempDir
    Path directory;

    @BeforeEach
    void aSite() throws IOException {
        Files.createDirectories(directory.resolve("target/site"));
        Files.writeString(
                directory.resolve("target/site/index.html"),
                "<!DOCTYPE html><title>Home</title><a href='gone.html'>gone</a> <a href='#top'>up</a>");
    }

    private Path file() {
        return directory.resolve("check-links-baseline.json");
    }

    @Test
    @InjectMojo(goal = "baseline")
    void whatIsBrokenIsWrittenWithoutAReport(BaselineMojo mojo) throws Exception {
        in(directory, mojo);

        mojo.execute();

        assertThat(file()).hasContent(KNOWN);
        assertThat(directory.resolve("target/check-links")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "baseline")
    void anotherFileIsWrittenWhenItIsNamed(BaselineMojo mojo) throws Exception {
        in(directory, mojo);
        mojo.baseline = "known/links.json";

        mojo.execute();

        assertThat(directory.resolve("known/links.json")).hasContent(KNOWN);
        assertThat(file()).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "baseline")
    void aCheckThatLookedAtTheWrongThingLeavesTheFileAsItIs(BaselineMojo mojo) throws IOException {
        in(directory, mojo);
        mojo.minPages = "2";
        Files.writeString(file(), "[]");

        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(mojo::execute)
                .withMessage("The baseline was not written: 1 page read, at least 2 expected (minPages)");
        assertThat(file()).hasContent("[]");
    }

    @Test
    @InjectMojo(goal = "baseline")
    void anIncompleteCheckLeavesTheFileAsItIs(BaselineMojo mojo) throws IOException {
        in(directory, mojo);
        for (int i = 0; i < 200; i++) {
            Files.writeString(directory.resolve("target/site/p" + i + ".html"), "<a href='gone.html'>x</a>");
        }
        mojo.maxDuration = "1ms";

        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(mojo::execute)
                .withMessageStartingWith("The baseline was not written: the check is incomplete");
        assertThat(file()).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "baseline")
    void aFileThatIsNoBaselineIsNotOverwritten(BaselineMojo mojo) throws IOException {
        in(directory, mojo);
        Files.writeString(file(), "not json");

        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(mojo::execute)
                .withMessageContaining("is not a valid baseline");
        assertThat(file()).hasContent("not json");
    }

    @Test
    @InjectMojo(goal = "baseline")
    void skipWritesNothing(BaselineMojo mojo) {
        in(directory, mojo);
        mojo.skip = "true";

        assertThatCode(mojo::execute).doesNotThrowAnyException();
        assertThat(file()).doesNotExist();
    }

    /** Injects a session in a directory, as Maven does. */
    private static void in(Path directory, BaselineMojo mojo) {
        mojo.project = BuildFixture.project(directory, "app");
        mojo.session = BuildFixture.session(directory, mojo.project);
    }
}
