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

/** Short reasons why a file could not be read or written, without its path. */
public final class FileTrouble {

    /** The reason if permissions are missing. */
    public static final String DENIED = "permission denied";

    /** The reason if a file no longer exists. */
    public static final String VANISHED = "it is no longer there";

    /** The reason if symbolic links form a cycle. */
    public static final String CIRCLE = "its symbolic links lead in a circle";

    private FileTrouble() {}

    /** Returns the reason, in lower case, to be appended after a colon. */
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

    /** Lower-cases the first letter of a message of the operating system, unless it is an abbreviation such as I/O. */
    private static String lower(String message) {
        boolean isWord = message.length() > 1 && Character.isLowerCase(message.charAt(1));
        return isWord ? Character.toLowerCase(message.charAt(0)) + message.substring(1) : message;
    }
}
