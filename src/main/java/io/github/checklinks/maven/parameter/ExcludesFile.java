// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The file of the parameter {@code excludesFile}: a pattern a line, in UTF-8; empty is fine. */
public final class ExcludesFile {

    /** A comment begins the line or follows a space: {@code page.html#anchor} is none. */
    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");

    private ExcludesFile() {}

    /**
     * Reads the patterns.
     *
     * @throws IllegalArgumentException when it cannot be read
     */
    public static List<String> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> COMMENT.matcher(line).replaceFirst(""))
                    .flatMap(line -> TextParameter.clean(line).stream())
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "excludesFile is \"" + file + "\", but " + why(file, unreadable) + " or take the parameter out");
        }
    }

    private static String why(Path file, IOException unreadable) {
        if (unreadable instanceof NoSuchFileException) {
            return "there is no such file. Create it (an empty one will do)";
        }
        if (unreadable instanceof CharacterCodingException) {
            return "it is not UTF-8. Save it as UTF-8";
        }
        if (Files.isDirectory(file)) {
            return "that is a directory. Name the file in it";
        }
        return (unreadable instanceof AccessDeniedException ? "it may not be read" : "it cannot be read: " + unreadable)
                + ". Make it readable";
    }
}
