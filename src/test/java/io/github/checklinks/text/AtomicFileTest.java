// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    private final Path directory;
    private final Path file;

    AtomicFileTest(@TempDir Path directory) {
        this.directory = directory;
        this.file = directory.resolve("file.txt");
    }

    private static void write(Path file, String text) throws IOException {
        AtomicFile.write(file, text, StandardCharsets.UTF_8);
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFileAndItsDirectoriesAreCreated() throws IOException {
        Path deep = directory.resolve("a/b/file.txt");

        write(deep, "gr\u00FCn \uD83D\uDE00");

        assertThat(Files.readString(deep)).isEqualTo("gr\u00FCn \uD83D\uDE00");
        assertThat(names(directory.resolve("a/b"))).containsExactly("file.txt");
    }

    @Test
    void aFileIsReplacedAsAWhole() throws IOException {
        Files.writeString(file, "a long old text");

        write(file, "new");

        assertThat(file).hasContent("new");
        assertThat(names(directory)).containsExactly("file.txt");
    }

    @Test
    void theOldContentIsThereUntilTheNewOneIsComplete() throws IOException {
        Files.writeString(file, "old");

        AtomicFile.write(file, out -> {
            out.write('n');
            out.flush();
            assertThat(file).hasContent("old");
            out.write('w');
        });

        assertThat(file).hasContent("nw");
    }

    @Test
    void aFailureLeavesTheOldContentAndNoTemporaryFile() throws IOException {
        Files.writeString(file, "old");

        assertThatIOException()
                .isThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write('n');
                    throw new IOException("No space left on device");
                }))
                .withMessage("No space left on device");
        assertThatExceptionOfType(OutOfMemoryError.class)
                .isThrownBy(() -> AtomicFile.write(file, out -> {
                    throw new OutOfMemoryError("Java heap space");
                }));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> AtomicFile.write(file, out -> {
                    throw new IllegalStateException();
                }));

        assertThat(file).hasContent("old");
        assertThat(names(directory)).containsExactly("file.txt");
    }

    @Test
    void aDirectoryInThePlaceOfTheFileIsNotReplaced() throws IOException {
        Files.createDirectories(file.resolve("not empty"));

        assertThatIOException().isThrownBy(() -> write(file, "new"));

        assertThat(file.resolve("not empty")).isDirectory();
        assertThat(names(directory)).containsExactly("file.txt");
    }

    @Test
    void aFileInThePlaceOfTheDirectoryIsNotReplaced() throws IOException {
        Files.writeString(file, "old");

        assertThatIOException().isThrownBy(() -> write(file.resolve("inside.txt"), "new"));

        assertThat(file).hasContent("old");
        assertThat(names(directory)).containsExactly("file.txt");
    }

    @Test
    void aTextThatCannotBeEncodedChangesNothing() throws IOException {
        Files.writeString(file, "old");

        assertThatExceptionOfType(CharacterCodingException.class).isThrownBy(() -> write(file, "half a pair \uD83D"));
        assertThatExceptionOfType(CharacterCodingException.class)
                .isThrownBy(() -> AtomicFile.write(file, "\u20AC", StandardCharsets.ISO_8859_1));

        assertThat(file).hasContent("old");
        assertThat(names(directory)).containsExactly("file.txt");
    }

    @Test
    void aSymbolicLinkIsReplacedAndNotFollowed() throws IOException {
        Path other = Files.writeString(directory.resolve("other.txt"), "other");
        Files.createSymbolicLink(file, other);

        write(file, "new");

        assertThat(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThat(file).hasContent("new");
        assertThat(other).hasContent("other");
    }

    @Test
    void aFileHasThePermissionsOfAnyNewFile() throws IOException {
        Path usual = Files.createFile(directory.resolve("usual.txt"));

        write(file, "new");

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(usual));
    }

    @Test
    void aFileSystemThatIgnoresAtomicMovesReplacesAFileToo() throws IOException {
        Path archive = directory.resolve("archive.zip");
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Path inside = zip.getPath("/a/file.txt");

            write(inside, "old");
            write(inside, "new");

            assertThat(Files.readString(inside)).isEqualTo("new");
            assertThat(names(zip.getPath("/a"))).containsExactly("file.txt");
        }
    }
}
