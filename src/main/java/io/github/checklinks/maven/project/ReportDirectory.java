// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.project;

import io.github.checklinks.maven.parameter.InvalidParameter;
import io.github.checklinks.report.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** Determines the report directory of an execution: the root for the first one of a module, otherwise a subdirectory named after its id. */
public final class ReportDirectory {

    private ReportDirectory() {}

    /**
     * Returns the directory.
     *
     * @param root the report directory of the module
     */
    public static Path of(Path root, MavenProject project, MojoExecution execution, SessionState session) {
        String id = execution.getExecutionId() == null ? "default" : execution.getExecutionId();
        // The order in the POM, not that of the run, so that the location does not depend on the phases that ran.
        int place = declared(project, execution).indexOf(id);
        boolean first = place <= 0 && session.claim("reports in " + root, id).equals(id);
        return first ? root : root.resolve(id.replaceAll("[^A-Za-z0-9._-]", "-"));
    }

    /**
     * Returns the directory if it can be created.
     *
     * @throws IllegalArgumentException if it or one of its ancestors is a file
     */
    public static Path usable(Path directory) {
        Path existing = directory;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing != null && !Files.isDirectory(existing)) {
            throw InvalidParameter.value(
                    "reportDirectory",
                    directory.toString(),
                    "a directory (" + existing + " is a file)",
                    "target/check-links");
        }
        return directory;
    }

    /** Returns patterns for pages of the site that are reports of this plugin, whose links must not be checked. */
    public static List<String> pagesOfReports(Path site, Path root) {
        if (!root.startsWith(site)) {
            return List.of();
        }
        String below = site.relativize(root).toString().replace('\\', '/');
        String name = Format.HTML.fileName();
        return below.isEmpty() ? List.of(name) : List.of(below + "/" + name, below + "/*/" + name);
    }

    private static List<String> declared(MavenProject project, MojoExecution execution) {
        Plugin plugin = project.getPlugin(execution.getGroupId() + ":" + execution.getArtifactId());
        return plugin == null
                ? List.of()
                : plugin.getExecutions().stream()
                        .filter(declared -> declared.getGoals().contains(execution.getGoal()))
                        .map(PluginExecution::getId)
                        .toList();
    }
}
