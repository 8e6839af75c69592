// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.project;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Reporting;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The paths of a project. Not injected, because without a POM Maven does not resolve expressions such as {@code ${basedir}}. */
public final class ProjectPaths {

    private ProjectPaths() {}

    /** Returns whether Maven runs in a directory without a POM. */
    public static boolean isWithoutPom(MavenProject project) {
        return project.getFile() == null;
    }

    /** Returns the directory that relative paths are resolved against: that of the POM, otherwise the working directory. */
    public static Path base(MavenSession session, MavenProject project) {
        if (!isWithoutPom(project)) {
            return project.getBasedir().toPath().toAbsolutePath().normalize();
        }
        String directory = session.getRequest().getBaseDirectory();
        return Path.of(directory == null ? "" : directory).toAbsolutePath().normalize();
    }

    /** Returns the root directory of the build, which file names of sources are relative to. */
    public static Path working(MavenSession session) {
        String directory = session.getExecutionRootDirectory();
        return Path.of(directory == null ? "" : directory).toAbsolutePath().normalize();
    }

    /** Returns the local repository; Maven's default one if the session does not define it. */
    public static Path localRepository(MavenSession session) {
        File path = session.getRequest().getLocalRepositoryPath();
        return path == null
                ? Path.of(System.getProperty("user.home", ""), ".m2", "repository")
                : path.toPath().toAbsolutePath().normalize();
    }

    /** Returns the directory in which the project's site is built. */
    public static Path site(MavenProject project) {
        Path base = project.getBasedir().toPath().toAbsolutePath().normalize();
        Reporting reporting = project.getModel().getReporting();
        @Nullable String directory = reporting == null ? null : reporting.getOutputDirectory();
        return base.resolve(directory == null ? project.getBuild().getDirectory() + "/site" : directory)
                .normalize();
    }

    /** Returns the default directory of reports. */
    public static Path reports(MavenSession session, MavenProject project) {
        Path base = base(session, project);
        return isWithoutPom(project)
                ? base.resolve("check-links-report")
                : base.resolve(project.getBuild().getDirectory())
                        .resolve("check-links")
                        .normalize();
    }
}
