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

/** The file of the parameter {@code excludesFile}: one pattern per line, in UTF-8; it may be empty. */
public final class ExcludesFile {

    /** A comment starts at the beginning of a line or after a space: {@code page.html#anchor} has none. */
    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");

    private ExcludesFile() {}

    /**
     * Reads the patterns.
     *
     * @throws IllegalArgumentException if the file cannot be read
     */
    public static List<String> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> COMMENT.matcher(line).replaceFirst(""))
                    .flatMap(line -> TextParameter.clean(line).stream())
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "excludesFile is \"" + file + "\", but " + why(file, unreadable) + " or remove the parameter");
        }
    }

    private static String why(Path file, IOException unreadable) {
        if (unreadable instanceof NoSuchFileException) {
            return "this file does not exist. Create it (it may be empty)";
        }
        if (unreadable instanceof CharacterCodingException) {
            return "it is not UTF-8. Save it as UTF-8";
        }
        if (Files.isDirectory(file)) {
            return "this is a directory. Specify a file";
        }
        return (unreadable instanceof AccessDeniedException
                        ? "access to it is denied"
                        : "it cannot be read: " + unreadable)
                + ". Make it readable";
    }
}
