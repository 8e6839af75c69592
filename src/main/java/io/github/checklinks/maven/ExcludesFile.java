// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The file of the parameter {@code excludesFile}: a pattern a line, in UTF-8; empty is fine. */
final class ExcludesFile {

    /** A comment begins the line or follows a space: {@code page.html#anchor} is none. */
    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");

    private ExcludesFile() {}

    /**
     * Reads the patterns.
     *
     * @throws IllegalArgumentException when it cannot be read
     */
    static List<String> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> COMMENT.matcher(line).replaceFirst(""))
                    .flatMap(line -> Texts.clean(line).stream())
                    .toList();
        } catch (IOException unreadable) {
            String why = unreadable instanceof NoSuchFileException ? "there is no such file" : unreadable.toString();
            throw new IllegalArgumentException(
                    "excludesFile is \"" + file + "\", but " + why
                            + ". Create it (an empty one will do) or take the parameter out",
                    unreadable);
        }
    }
}
