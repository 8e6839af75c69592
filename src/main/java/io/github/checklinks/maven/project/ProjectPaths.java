// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.project;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Reporting;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Where a project keeps things. Computed here, because without a pom Maven leaves expressions such as {@code ${basedir}} as they are. */
public final class ProjectPaths {

    private ProjectPaths() {}

    /** Whether Maven runs in a directory without a pom. */
    public static boolean isWithoutPom(MavenProject project) {
        return project.getFile() == null;
    }

    /** What relative paths are relative to: the directory of the pom, without one the working directory. */
    public static Path base(MavenSession session, MavenProject project) {
        if (!isWithoutPom(project)) {
            return project.getBasedir().toPath().toAbsolutePath().normalize();
        }
        String directory = session.getRequest().getBaseDirectory();
        return Path.of(directory == null ? "" : directory).toAbsolutePath().normalize();
    }

    /** The directory the build runs in, to which the files of sources are relative. */
    public static Path working(MavenSession session) {
        String directory = session.getExecutionRootDirectory();
        return Path.of(directory == null ? "" : directory).toAbsolutePath().normalize();
    }

    /** The local repository; Maven's usual one when the session does not say. */
    public static Path localRepository(MavenSession session) {
        File typed = session.getRequest().getLocalRepositoryPath();
        return typed == null
                ? Path.of(System.getProperty("user.home", ""), ".m2", "repository")
                : typed.toPath().toAbsolutePath().normalize();
    }

    /** Where the project's site is built. */
    public static Path site(MavenProject project) {
        Path base = project.getBasedir().toPath().toAbsolutePath().normalize();
        Reporting reporting = project.getModel().getReporting();
        @Nullable String directory = reporting == null ? null : reporting.getOutputDirectory();
        return base.resolve(directory == null ? project.getBuild().getDirectory() + "/site" : directory)
                .normalize();
    }

    /** Where reports go when nobody says where. */
    public static Path reports(MavenSession session, MavenProject project) {
        Path base = base(session, project);
        return isWithoutPom(project)
                ? base.resolve("check-links-report")
                : base.resolve(project.getBuild().getDirectory())
                        .resolve("check-links")
                        .normalize();
    }
}
