// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Reporting;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;

/** The parts of a Maven session that the goals use. */
public final class BuildFixture {

    static final String ARTIFACT = "check-links-maven-plugin";

    private BuildFixture() {}

    public static MavenProject project(Path directory, String artifactId) {
        Model model = new Model();
        model.setGroupId("org.example");
        model.setArtifactId(artifactId);
        model.setVersion("1");
        Build build = new Build();
        build.setDirectory(directory.resolve("target").toString());
        model.setBuild(build);
        Reporting reporting = new Reporting();
        reporting.setOutputDirectory(directory.resolve("target/site").toString());
        model.setReporting(reporting);
        MavenProject project = new MavenProject(model);
        project.setFile(directory.resolve("pom.xml").toFile());
        return project;
    }

    public static MavenProject noProject() {
        Model model = new Model();
        model.setGroupId("org.apache.maven");
        model.setArtifactId("standalone-pom");
        model.setVersion("1");
        return new MavenProject(model);
    }

    public @SuppressWarnings("deprecation") // the only constructor there is
    static MavenSession session(Path workingDirectory, MavenProject... projects) {
        MavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setBaseDirectory(workingDirectory.toFile());
        request.setUserProperties(new Properties());
        request.setLocalRepositoryPath(workingDirectory.resolve("repository").toFile());
        MavenSession session = new MavenSession(
                null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult());
        session.setProjects(Arrays.asList(projects));
        session.setAllProjects(Arrays.asList(projects));
        return session;
    }

    public static Plugin plugin(MavenProject project, String... executionIds) {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.checklinks");
        plugin.setArtifactId(ARTIFACT);
        plugin.setVersion("1.0");
        for (String id : executionIds) {
            PluginExecution execution = new PluginExecution();
            execution.setId(id);
            execution.addGoal("check-links");
            plugin.addExecution(execution);
        }
        project.getBuild().addPlugin(plugin);
        return plugin;
    }

    public static MojoExecution execution(String id) {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.checklinks");
        plugin.setArtifactId(ARTIFACT);
        plugin.setVersion("1.0");
        return new MojoExecution(plugin, "check-links", id);
    }
}
