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

/** Finds the directory of an execution's reports: the first execution of a module has it to itself, each further one a directory below, named after its id. */
public final class ReportDirectory {

    private ReportDirectory() {}

    /**
     * The directory.
     *
     * @param root where the module's reports go
     */
    public static Path of(Path root, MavenProject project, MojoExecution execution, SessionState memory) {
        String id = execution.getExecutionId() == null ? "default" : execution.getExecutionId();
        // The order in the pom, not that of the run, so that reports are found at one place whichever phases ran.
        int place = declared(project, execution).indexOf(id);
        boolean first = place <= 0 && memory.claim("reports in " + root, id).equals(id);
        return first ? root : root.resolve(id.replaceAll("[^A-Za-z0-9._-]", "-"));
    }

    /**
     * Refuses a directory that cannot be made.
     *
     * @throws IllegalArgumentException when it, or what should hold it, is a file
     */
    public static Path usable(Path directory) {
        Path there = directory;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (there != null && !Files.isDirectory(there)) {
            throw InvalidParameter.value(
                    "reportDirectory",
                    directory.toString(),
                    "a directory (" + there + " is a file)",
                    "target/check-links");
        }
        return directory;
    }

    /** Patterns of the pages of a site that are reports of ours, of this run or an earlier one: nobody wants their links checked. */
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
