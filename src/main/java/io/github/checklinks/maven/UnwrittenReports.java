// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import io.github.checklinks.text.FileTrouble;
import io.github.checklinks.text.MemoryShortage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The reports that could not be written, in words for the user.
 *
 * @param failures the files with what happened
 */
record UnwrittenReports(Map<Path, Throwable> failures) {

    boolean isEmpty() {
        return failures.isEmpty();
    }

    /** Which ones, why, and what to do. */
    String text() {
        StringBuilder text = new StringBuilder(failures.size() == 1 ? "a report" : failures.size() + " reports")
                .append(" could not be written:");
        failures.forEach((file, failure) -> {
            text.append("\n  ").append(file).append(": ").append(reason(file, failure));
            if (Files.isRegularFile(file)) {
                text.append(" (the file that is there is from an earlier run)");
            }
        });
        return text.append("\n  The findings are printed above. ")
                .append(
                        "Make room there, give the user that runs Maven the right to write there, or set reportDirectory"
                                + " to another place (-Dcheck-links.reportDirectory=DIRECTORY)")
                .toString();
    }

    private static String reason(Path file, Throwable failure) {
        return MemoryShortage.is(failure)
                ? MemoryShortage.text(failure, "writing " + file.getFileName())
                : FileTrouble.reason(failure);
    }

    /**
     * What ends the goal.
     *
     * @param objection what the gate objects to; empty when it does not
     */
    MojoExecutionException exception(String objection) {
        Throwable first = failures.values().iterator().next();
        return new MojoExecutionException(objection.isEmpty() ? text() : objection + "\n" + text(), first);
    }
}
