// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Properties;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Refuses what is configured under a name that no goal knows; Maven itself drops such elements and properties without a word. */
public final class KnownNames {

    private static final String PREFIX = "check-links.";

    private final NavigableSet<String> names = new TreeSet<>();

    /** Knows the parameters of all goals: a plugin's configuration is shared by them. */
    public KnownNames(List<MojoDescriptor> goals) {
        for (MojoDescriptor goal : goals) {
            List<Parameter> parameters = goal.getParameters();
            if (parameters != null && !goal.getGoal().equals("help")) {
                for (Parameter parameter : parameters) {
                    if (parameter.isEditable()) {
                        names.add(parameter.getName());
                    }
                }
            }
        }
    }

    /**
     * Looks at the elements of an execution's configuration.
     *
     * @throws IllegalArgumentException for an unknown element
     */
    public void checkElements(MavenProject project, MojoExecution execution) {
        Xpp3Dom configuration = configuration(project, execution);
        if (configuration == null) {
            return;
        }
        for (Xpp3Dom child : configuration.getChildren()) {
            if (!names.contains(child.getName())) {
                throw InvalidParameter.name(
                        "element in the configuration of " + execution.getArtifactId(), child.getName(), names);
            }
        }
    }

    /**
     * Looks at the properties of the command line. Those that a project of the build defines are its own affair: it may name the
     * plugin's version {@code check-links.version}.
     *
     * @throws IllegalArgumentException for an unknown property of ours
     */
    public void checkProperties(MavenSession session) {
        Properties typed = session.getUserProperties();
        for (String property : new TreeSet<>(typed.stringPropertyNames())) {
            if (property.startsWith(PREFIX)
                    && !names.contains(property.substring(PREFIX.length()))
                    && session.getAllProjects().stream()
                            .noneMatch(project -> project.getProperties().containsKey(property))) {
                throw InvalidParameter.name(
                        "property", property, names.stream().map(PREFIX::concat).toList());
            }
        }
    }

    /** The configuration as the project has it: that of the execution Maven hands over has lost what no parameter is called. */
    private static @Nullable Xpp3Dom configuration(MavenProject project, MojoExecution execution) {
        Plugin plugin = plugin(project, execution);
        if (plugin == null) {
            return null;
        }
        Map<String, PluginExecution> executions = plugin.getExecutionsAsMap();
        PluginExecution bound = executions.get(execution.getExecutionId());
        Object configuration = bound == null ? plugin.getConfiguration() : bound.getConfiguration();
        return configuration instanceof Xpp3Dom dom ? dom : null;
    }

    private static @Nullable Plugin plugin(MavenProject project, MojoExecution execution) {
        String key = execution.getGroupId() + ":" + execution.getArtifactId();
        Plugin plugin = project.getPlugin(key);
        return plugin == null && project.getPluginManagement() != null
                ? project.getPluginManagement().getPluginsAsMap().get(key)
                : plugin;
    }
}
