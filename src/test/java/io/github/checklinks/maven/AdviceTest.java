// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdviceTest {

    private static final String FULL =
            "mvn io.github.checklinks:check-links-maven-plugin:1.2:baseline with the same -Dcheck-links options";

    @TempDir
    Path directory;

    private static Plugin plugin() {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.checklinks");
        plugin.setArtifactId("check-links-maven-plugin");
        plugin.setVersion("1.2");
        return plugin;
    }

    private static Advice of(MavenProject project) {
        return Advice.of(project, new MojoExecution(plugin(), "check-links", "default-cli"));
    }

    @Test
    void withoutAPomTheGoalHasItsFullName() {
        assertThat(of(new MavenProject())).isEqualTo(new Advice(FULL, false));
    }

    @Test
    void aPomThatDoesNotNameThePluginDoesNotKnowItsPrefix() {
        assertThat(of(BuildFixture.project(directory, "docs"))).isEqualTo(new Advice(FULL, false));
    }

    @Test
    void aPomThatNamesThePluginTakesItsConfiguration() {
        MavenProject project = BuildFixture.project(directory, "docs");
        project.getBuild().addPlugin(plugin());

        assertThat(of(project)).isEqualTo(new Advice("mvn check-links:baseline", true));
    }
}
