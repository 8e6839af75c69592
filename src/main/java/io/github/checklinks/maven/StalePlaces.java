// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.StaleEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Locates stale entries in the baseline and the POM, and says how to remove them.
 *
 * @param working the directory that file names are relative to
 * @param baseline the file of known broken links
 * @param pom the POM that may contain the ignores; null if there is none
 * @param command the command that writes the baseline
 */
record StalePlaces(Path working, Path baseline, @Nullable Path pom, String command) {

    /** Returns the result with the locations of its stale entries and how to remove them. */
    CheckResult located(CheckResult result) {
        if (result.stale().isEmpty()) {
            return result;
        }
        List<String> lines = pom == null ? List.of() : lines(pom);
        List<StaleEntry> located = new ArrayList<>();
        for (StaleEntry entry : result.stale()) {
            located.add(entry.ignore() == null ? inBaseline(entry) : inPom(entry, entry.ignore(), lines));
        }
        return result.with(located, result.notes());
    }

    private StaleEntry inBaseline(StaleEntry entry) {
        String fix = entry.fix().isEmpty() ? "run " + command : entry.fix();
        return entry.at(name(baseline), entry.line(), fix);
    }

    /** Sets the line if exactly one contains the reason. An ignore inherited from a parent POM is not found in this one. */
    private StaleEntry inPom(StaleEntry entry, String reason, List<String> lines) {
        String text = reason.replace("&", "&amp;").replace("<", "&lt;");
        int line = 0;
        int found = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("<reason>") && lines.get(i).contains(text)) {
                line = i + 1;
                found++;
            }
        }
        return pom == null || found == 0
                ? entry.at("", 0, entry.fix())
                : entry.at(name(pom), found == 1 ? line : 0, entry.fix());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            return List.of(); // Only the location is lost
        }
    }

    private String name(Path file) {
        Path path = file.toAbsolutePath().normalize();
        return (path.startsWith(working) ? working.relativize(path) : path)
                .toString()
                .replace('\\', '/');
    }
}
