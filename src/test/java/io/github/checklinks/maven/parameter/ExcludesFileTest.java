// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcludesFileTest {

    @TempDir
    Path directory;

    @Test
    void commentsAndBlankLinesAreLeftOut() throws IOException {
        Path file = Files.writeString(
                directory.resolve("excludes.txt"),
                "# moved soon\n\nhttps://example.org/*   # all of it\n  https://example.org/a.html#b\n");

        assertThat(ExcludesFile.read(file)).containsExactly("https://example.org/*", "https://example.org/a.html#b");
    }

    @Test
    void anEmptyFileIsFine() throws IOException {
        assertThat(ExcludesFile.read(Files.createFile(directory.resolve("empty.txt"))))
                .isEmpty();
    }

    @Test
    void aMissingFileIsReportedWithTheFix() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExcludesFile.read(directory.resolve("none.txt")))
                .withMessageContaining("excludesFile is")
                .withMessageContaining("this file does not exist. Create it (it may be empty)");
    }
}
