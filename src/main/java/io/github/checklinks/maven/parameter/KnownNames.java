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

/** Rejects unknown elements and properties in the configuration, which Maven ignores silently. */
public final class KnownNames {

    private static final String PREFIX = "check-links.";

    private final NavigableSet<String> names = new TreeSet<>();

    /** Collects the parameters of all goals, because the configuration of a plugin is shared by them. */
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
     * Checks the elements of an execution's configuration.
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
     * Checks the properties given on the command line. Properties defined by a project are accepted: it may, for example, define
     * {@code check-links.version}.
     *
     * @throws IllegalArgumentException for an unknown property with the prefix of this plugin
     */
    public void checkProperties(MavenSession session) {
        Properties properties = session.getUserProperties();
        for (String property : new TreeSet<>(properties.stringPropertyNames())) {
            if (property.startsWith(PREFIX)
                    && !names.contains(property.substring(PREFIX.length()))
                    && session.getAllProjects().stream()
                            .noneMatch(project -> project.getProperties().containsKey(property))) {
                throw InvalidParameter.name(
                        "property", property, names.stream().map(PREFIX::concat).toList());
            }
        }
    }

    /** Returns the configuration from the project; Maven removes unknown elements from that of the mojo execution. */
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
