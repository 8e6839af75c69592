// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import io.github.checklinks.text.FileTrouble;
import io.github.checklinks.text.MemoryShortage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The reports that could not be written.
 *
 * @param failures the files with the cause
 */
record UnwrittenReports(Map<Path, Throwable> failures) {

    boolean isEmpty() {
        return failures.isEmpty();
    }

    /** Returns a message with the files, the causes and what to do. */
    String text() {
        StringBuilder text = new StringBuilder(failures.size() == 1 ? "a report" : failures.size() + " reports")
                .append(" could not be written:");
        failures.forEach((file, failure) -> {
            text.append("\n  ").append(file).append(": ").append(reason(file, failure));
            if (Files.isRegularFile(file)) {
                text.append(" (the existing file is from an earlier run)");
            }
        });
        return text.append("\n  The findings are printed above. ")
                .append(
                        "Free disk space, make the directory writable for the user that runs Maven, or set reportDirectory"
                                + " to another directory (-Dcheck-links.reportDirectory=DIRECTORY)")
                .toString();
    }

    private static String reason(Path file, Throwable failure) {
        return MemoryShortage.is(failure)
                ? MemoryShortage.text(failure, "writing " + file.getFileName())
                : FileTrouble.reason(failure);
    }

    /**
     * Returns the exception that fails the goal.
     *
     * @param objection the message of a failed gate; empty if the result passes
     */
    MojoExecutionException exception(String objection) {
        Throwable first = failures.values().iterator().next();
        return new MojoExecutionException(objection.isEmpty() ? text() : objection + "\n" + text(), first);
    }
}
