// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    @TempDir
    Path directory;

    @Test
    void aLittleStaysInMemory() throws IOException {
        Path work = directory.resolve("work");
        try (Spool spool = new Spool(work)) {
            long first = spool.append(new byte[] {1, 2, 3, 4}, 1, 2);
            long second = spool.append(new byte[] {5}, 0, 1);

            assertThat(first).isZero();
            assertThat(second).isEqualTo(2);
            assertThat(spool.length()).isEqualTo(3);
            byte[] back = new byte[8];
            assertThat(spool.read(1, back, 8)).isEqualTo(2);
            assertThat(back).startsWith(3, 5, 0);
            assertThat(work).doesNotExist();
        }
    }

    @Test
    void muchGoesToAFileAndComesBackFromEveryOffset() throws IOException {
        Random random = new Random(1);
        byte[] all = new byte[Spool.MEMORY * 2 + 12_345];
        random.nextBytes(all);
        List<Integer> offsets = new ArrayList<>();
        try (Spool spool = new Spool(directory.resolve("not/yet/there"))) {
            int at = 0;
            while (at < all.length) {
                int part = Math.min(all.length - at, random.nextInt(offsets.size() % 50 == 49 ? 700_000 : 20_000));
                offsets.add(at);
                assertThat(spool.append(all, at, part)).isEqualTo(at);
                at += part;
            }
            assertThat(spool.length()).isEqualTo(all.length);
            offsets.add(Spool.MEMORY - 10);
            offsets.add(Spool.MEMORY);
            for (int offset : offsets) {
                byte[] back = new byte[30_000];
                int read = spool.read(offset, back, back.length);
                assertThat(read).isEqualTo(Math.min(back.length, all.length - offset));
                assertThat(java.util.Arrays.equals(back, 0, read, all, offset, offset + read))
                        .as("at %d", offset)
                        .isTrue();
            }
        }
    }

    @Test
    void theFileIsGoneWhenItIsClosed() throws IOException {
        Spool spool = new Spool(directory);
        spool.append(new byte[Spool.MEMORY + 1], 0, Spool.MEMORY + 1);
        spool.close();

        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void theDirectoryItMadeGoesWhenNobodyElseNeedsIt() throws IOException {
        Path work = directory.resolve("work");
        Spool spool = new Spool(work);
        spool.append(new byte[Spool.MEMORY + 1], 0, Spool.MEMORY + 1);
        Files.createFile(work.resolve("another"));

        spool.close();
        assertThat(work).isDirectory();

        Files.delete(work.resolve("another"));
        spool.close();
        assertThat(work).doesNotExist();
    }
}
