// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileTroubleTest {

    static Stream<Arguments> reasons() {
        return Stream.of(
                Arguments.of(new AccessDeniedException("/a/b"), "permission denied"),
                Arguments.of(new NoSuchFileException("/a/b"), "it is no longer there"),
                Arguments.of(new FileNotFoundException("/a/b (whatever)"), "it is no longer there"),
                Arguments.of(new FileSystemLoopException("/a/b"), "its symbolic links lead in a circle"),
                Arguments.of(
                        new FileSystemException("/a/b", null, "Too many levels of symbolic links or unable to access"),
                        "its symbolic links lead in a circle"),
                Arguments.of(new FileSystemException("/a/b", null, "File name too long"), "file name too long"),
                Arguments.of(new FileSystemException("/a/b"), "the file system gives no reason"),
                Arguments.of(new ReadOnlyFileSystemException(), "the file system is read-only"),
                Arguments.of(new IOException("No space left on device"), "no space left on device"),
                Arguments.of(new IOException("I/O error"), "I/O error"),
                Arguments.of(
                        new UncheckedIOException(new IOException("No space left on device")),
                        "no space left on device"),
                Arguments.of(new IOException(), "java.io.IOException"),
                Arguments.of(new IllegalStateException("x"), "java.lang.IllegalStateException: x"));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void aReasonIsAFewWordsWithoutThePath(Throwable failure, String reason) {
        assertThat(FileTrouble.reason(failure)).isEqualTo(reason);
    }
}
