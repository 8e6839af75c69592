// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.text;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;

/** Says in a few words why a file could not be read or written, without its path. */
public final class FileTrouble {

    /** The reason when the rights to a file are missing. */
    public static final String DENIED = "permission denied";

    /** The reason when a file was there before. */
    public static final String VANISHED = "it is no longer there";

    /** The reason when symbolic links never come to an end. */
    public static final String CIRCLE = "its symbolic links lead in a circle";

    private FileTrouble() {}

    /** The reason, in lower case, to be put behind a colon. */
    public static String reason(Throwable failure) {
        if (failure instanceof UncheckedIOException && failure.getCause() != null) {
            return reason(failure.getCause());
        }
        if (failure instanceof AccessDeniedException) {
            return DENIED;
        }
        if (failure instanceof NoSuchFileException || failure instanceof FileNotFoundException) {
            return VANISHED;
        }
        if (failure instanceof FileSystemLoopException) {
            return CIRCLE;
        }
        if (failure instanceof ReadOnlyFileSystemException) {
            return "the file system is read-only";
        }
        if (failure instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason().startsWith("Too many levels of symbolic links")
                    ? CIRCLE
                    : lower(known.getReason());
        }
        if (failure instanceof FileSystemException) {
            return "the file system gives no reason";
        }
        return failure instanceof IOException && failure.getMessage() != null
                ? lower(failure.getMessage())
                : failure.toString();
    }

    /** Without the capital with which the system's messages begin. */
    private static String lower(String words) {
        boolean word = words.length() > 1 && Character.isLowerCase(words.charAt(1));
        return word ? Character.toLowerCase(words.charAt(0)) + words.substring(1) : words;
    }
}
