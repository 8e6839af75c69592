// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.checklinks.maven.BuildFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportDirectoryTest {

    @TempDir
    Path directory;

    @Test
    void theFirstExecutionHasTheDirectoryToItself() {
        MavenProject project = BuildFixture.project(directory, "app");
        BuildFixture.plugin(project, "default");

        assertThat(place(project, BuildFixture.session(directory, project), "default"))
                .isEqualTo(directory);
    }

    @Test
    void aSecondExecutionWritesBelowUnderItsId() {
        MavenProject project = BuildFixture.project(directory, "app");
        BuildFixture.plugin(project, "site", "served");

        assertThat(place(project, BuildFixture.session(directory, project), "served"))
                .isEqualTo(directory.resolve("served"));
    }

    @Test
    void theGoalTypedAfterABoundExecutionDoesNotOverwriteItsReports() {
        MavenProject project = BuildFixture.project(directory, "app");
        BuildFixture.plugin(project, "site");
        MavenSession session = BuildFixture.session(directory, project);

        assertThat(place(project, session, "site")).isEqualTo(directory);
        assertThat(place(project, session, "default-cli")).isEqualTo(directory.resolve("default-cli"));
        assertThat(place(project, session, "site")).isEqualTo(directory);
    }

    @Test
    void anIdThatIsNoFileNameIsMadeOne() {
        MavenProject project = BuildFixture.project(directory, "app");
        BuildFixture.plugin(project, "site", "a/../b c");

        assertThat(place(project, BuildFixture.session(directory, project), "a/../b c"))
                .isEqualTo(directory.resolve("a-..-b-c"));
    }

    @Test
    void aFileInTheWayIsReportedBeforeAnythingIsChecked() throws IOException {
        Path file = Files.createFile(directory.resolve("taken"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReportDirectory.usable(file.resolve("reports")))
                .withMessageStartingWith("reportDirectory is \"" + file.resolve("reports") + "\"")
                .withMessageContaining(file + " is a file");
        assertThat(ReportDirectory.usable(directory.resolve("a/b"))).isEqualTo(directory.resolve("a/b"));
    }

    @Test
    void reportsInsideTheSiteAreNoPagesOfIt() {
        Path site = directory.resolve("site");

        assertThat(ReportDirectory.pagesOfReports(site, directory.resolve("reports")))
                .isEmpty();
        assertThat(ReportDirectory.pagesOfReports(site, site)).containsExactly("report.html");
        assertThat(ReportDirectory.pagesOfReports(site, site.resolve("check/links")))
                .containsExactly("check/links/report.html", "check/links/*/report.html");
    }

    private Path place(MavenProject project, MavenSession session, String id) {
        return ReportDirectory.of(directory, project, BuildFixture.execution(id), SessionState.of(session));
    }
}
