// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBufferTest {

    @TempDir
    Path directory;

    private static void read(FileBuffer buffer, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            buffer.read(in);
        }
    }

    @Test
    void filesOfEverySizeAreReadCompletely() throws IOException {
        FileBuffer buffer = new FileBuffer();
        Random random = new Random(1);
        for (int size : new int[] {0, 1, 65_535, 65_536, 65_537, 5_000_000, 3}) {
            byte[] content = new byte[size];
            random.nextBytes(content);
            Path file = Files.write(directory.resolve("file"), content);

            read(buffer, file);

            assertThat(buffer.length()).isEqualTo(size);
            assertThat(Arrays.equals(buffer.bytes(), 0, size, content, 0, size)).isTrue();
            buffer.release();
        }
    }

    @Test
    void aHugeBufferIsNotKept() throws IOException {
        FileBuffer buffer = new FileBuffer();
        read(buffer, Files.write(directory.resolve("file"), new byte[5_000_000]));
        buffer.release();

        assertThat(buffer.bytes().length).isLessThan(100_000);
    }
}
