// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.maven.BuildFixture;
import java.nio.file.Path;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectPathsTest {

    @TempDir
    Path directory;

    @Test
    void aProjectKeepsItsSiteWhereItsReportsAreBuilt() {
        MavenProject project = BuildFixture.project(directory, "app");
        project.getModel().getReporting().setOutputDirectory("out/docs");

        assertThat(ProjectPaths.site(project)).isEqualTo(directory.resolve("out/docs"));
    }

    @Test
    void withoutReportingTheSiteIsInTheBuildDirectory() {
        MavenProject project = BuildFixture.project(directory, "app");
        project.getModel().setReporting(null);

        assertThat(ProjectPaths.site(project)).isEqualTo(directory.resolve("target/site"));
    }

    @Test
    void reportsGoIntoTheBuildDirectory() {
        MavenProject project = BuildFixture.project(directory, "app");

        assertThat(ProjectPaths.reports(BuildFixture.session(directory, project), project))
                .isEqualTo(directory.resolve("target/check-links"));
    }

    @Test
    void withoutAPomReportsGoIntoTheWorkingDirectory() {
        MavenProject project = BuildFixture.noProject();

        assertThat(ProjectPaths.isWithoutPom(project)).isTrue();
        assertThat(ProjectPaths.reports(BuildFixture.session(directory, project), project))
                .isEqualTo(directory.resolve("check-links-report"));
    }
}
