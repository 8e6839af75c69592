// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.checklinks.maven.BuildFixture;
import io.github.checklinks.maven.ConfigurationFixture;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.plugin.descriptor.DuplicateParameterException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownNamesTest {

    private final Path directory;

    private final KnownNames names =
            new KnownNames(List.of(goal("check-links", "maxBroken", "site"), goal("baseline", "file")));
    private final MavenProject project;

    KnownNamesTest(@TempDir Path directory) {
        this.directory = directory;
        this.project = BuildFixture.project(directory, "app");
    }

    @Test
    void knownElementsPass() {
        configure("<configuration><maxBroken>1</maxBroken><file>known.json</file></configuration>");

        assertThatCode(() -> names.checkElements(project, BuildFixture.execution("default-cli")))
                .doesNotThrowAnyException();
    }

    @Test
    void anUnknownElementIsReportedWithTheNearestName() {
        configure("<configuration><maxBrokn>1</maxBrokn></configuration>");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> names.checkElements(project, BuildFixture.execution("default-cli")))
                .withMessage("unknown element in the configuration of check-links-maven-plugin \"maxBrokn\";"
                        + " the nearest known name is \"maxBroken\"");
    }

    @Test
    void theElementsOfAnExecutionAreItsOwn() {
        Plugin plugin = BuildFixture.plugin(project, "one", "two");
        plugin.getExecutions()
                .get(1)
                .setConfiguration(ConfigurationFixture.dom("<configuration><sight>x</sight></configuration>"));

        assertThatCode(() -> names.checkElements(project, BuildFixture.execution("one")))
                .doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> names.checkElements(project, BuildFixture.execution("two")))
                .withMessageContaining("\"sight\"; the nearest known name is \"site\"");
    }

    @Test
    void managedConfigurationIsLookedAtWhenThePluginIsNotBound() {
        MavenProject other = BuildFixture.project(directory, "other");
        Plugin plugin = BuildFixture.plugin(other);
        plugin.setConfiguration(ConfigurationFixture.dom("<configuration><sight>x</sight></configuration>"));
        PluginManagement management = new PluginManagement();
        management.addPlugin(plugin);
        project.getBuild().setPluginManagement(management);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> names.checkElements(project, BuildFixture.execution("default-cli")))
                .withMessageContaining("sight");
    }

    @Test
    void anUnknownPropertyIsReportedWithTheNearestName() {
        MavenSession session = BuildFixture.session(directory, project);
        session.getUserProperties().setProperty("check-links.maxBroken", "1");
        session.getUserProperties().setProperty("check-links.iste", "x");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> names.checkProperties(session))
                .withMessage("unknown property \"check-links.iste\"; the nearest known name is \"check-links.site\"");
    }

    @Test
    void propertiesOfOthersAndOfTheProjectAreTheirAffair() {
        MavenSession session = BuildFixture.session(directory, project);
        project.getModel().addProperty("check-links.version", "1.0");
        session.getUserProperties().setProperty("check-links.version", "1.1");
        session.getUserProperties().setProperty("check-linksish", "x");

        assertThatCode(() -> names.checkProperties(session)).doesNotThrowAnyException();
    }

    private void configure(String xml) {
        BuildFixture.plugin(project).setConfiguration(ConfigurationFixture.dom(xml));
    }

    private static MojoDescriptor goal(String name, String... parameters) {
        MojoDescriptor goal = new MojoDescriptor();
        goal.setGoal(name);
        try {
            for (String parameter : parameters) {
                Parameter one = new Parameter();
                one.setName(parameter);
                goal.addParameter(one);
            }
        } catch (DuplicateParameterException impossible) {
            throw new IllegalArgumentException(impossible);
        }
        return goal;
    }
}
