// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    @TempDir
    Path directory;

    @Test
    void fewBytesStayInMemory() throws IOException {
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
    void manyBytesAreWrittenToAFileAndReadBackFromEveryOffset() throws IOException {
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
    void theFileIsDeletedOnClose() throws IOException {
        Spool spool = new Spool(directory);
        spool.append(new byte[Spool.MEMORY + 1], 0, Spool.MEMORY + 1);
        spool.close();

        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void theDirectoryItCreatedIsDeletedUnlessItIsInUse() throws IOException {
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

    @Test
    void bytesThatCannotBeWrittenStayInMemory() throws IOException {
        Path inTheWay = Files.writeString(directory.resolve("file"), "");
        byte[] all = random(Spool.MEMORY * 2 + 12_345);
        try (Spool spool = new Spool(inTheWay.resolve("work"))) {
            for (int at = 0; at < all.length; at += 30_001) {
                spool.append(all, at, Math.min(30_001, all.length - at));
            }

            assertThat(readBack(spool, all.length)).isEqualTo(all);
            assertThat(spool.failure()).startsWith("the work directory " + inTheWay.resolve("work"));
        }
    }

    /** Room for six megabytes: what is written fits at first, and no longer later. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aDiskThatIsFullInTheMiddleLosesNothing() throws Exception {
        Path output = directory.resolve("output.txt");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = Stream.of(SpoolTest.class, Spool.class, Assertions.class, Nullable.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(location -> Path.of(URI.create(location.toString())).toString())
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        "bash",
                        "-c",
                        "ulimit -f 6144; exec \"$@\"",
                        "-",
                        java,
                        "-XX:-UsePerfData",
                        "-cp",
                        classes,
                        SpoolTest.class.getName(),
                        directory.resolve("work").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();

        assertThat(Files.readString(output))
                .contains("nothing is lost: the work directory")
                .contains("file too large");
        assertThat(ended).isTrue();
        assertThat(directory.resolve("work")).doesNotExist();
    }

    /** The spool on the full disk. */
    public static void main(String[] arguments) throws IOException {
        byte[] all = random(Spool.MEMORY * 4);
        try (Spool spool = new Spool(Path.of(arguments[0]))) {
            Random random = new Random(2);
            int at = 0;
            while (at < all.length) {
                int part = Math.min(all.length - at, random.nextInt(random.nextInt(100) == 0 ? 700_000 : 20_000));
                if (spool.append(all, at, part) != at) {
                    throw new IllegalStateException("another offset");
                }
                at += part;
            }
            boolean same = Arrays.equals(all, readBack(spool, all.length));
            System.out.println((same ? "nothing is lost: " : "something is lost: ") + spool.failure());
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    /** In pieces that begin and end anywhere. */
    private static byte[] readBack(Spool spool, int length) throws IOException {
        byte[] back = new byte[length];
        byte[] piece = new byte[300_007];
        for (int at = 0; at < length; at += piece.length) {
            int read = spool.read(at, piece, piece.length);
            System.arraycopy(piece, 0, back, at, read);
        }
        return back;
    }
}
