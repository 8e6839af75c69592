// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import io.github.checklinks.maven.project.ProjectPaths;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * The commands and options a message can recommend; they must work where the check was started.
 *
 * @param baseline the command that writes the baseline
 * @param inPom whether a POM configures this plugin; otherwise only properties can be set
 */
record Advice(String baseline, boolean inPom) {

    private static final String KEY = "io.github.checklinks:check-links-maven-plugin";

    /** Returns the advice for an execution in a project. Maven resolves the goal prefix only if the POM contains the plugin. */
    static Advice of(MavenProject project, MojoExecution execution) {
        boolean inPom = !ProjectPaths.isWithoutPom(project) && hasPlugin(project);
        if (inPom) {
            return new Advice("mvn check-links:baseline", true);
        }
        PluginDescriptor plugin = execution.getMojoDescriptor() == null
                ? null
                : execution.getMojoDescriptor().getPluginDescriptor();
        String version =
                execution.getVersion() != null || plugin == null ? execution.getVersion() : plugin.getVersion();
        String goal = KEY + (version == null ? "" : ":" + version) + ":baseline";
        return new Advice("mvn " + goal + " with the same -Dcheck-links options", false);
    }

    private static boolean hasPlugin(MavenProject project) {
        return project.getPlugin(KEY) != null
                || project.getPluginManagement() != null
                        && project.getPluginManagement().getPluginsAsMap().containsKey(KEY);
    }
}
