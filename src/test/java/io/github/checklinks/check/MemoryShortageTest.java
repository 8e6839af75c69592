// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.Finding;
import io.github.checklinks.model.GateResult;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sites that do not fit into the heap: the findings so far are reported, and the run is incomplete. */
class MemoryShortageTest {

    private static String check(Path directory) throws IOException, InterruptedException {
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-cp",
                        SmallHeapTest.classPath(),
                        MemoryShortageTest.class.getName(),
                        directory.toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).isTrue();
        return Files.readString(output);
    }

    @Test
    void aPageThatDoesNotFitIsNamedWithWhatToDoAndTheOthersAreChecked(@TempDir Path directory) throws Exception {
        new Trial(directory)
                .page("index.html", "<a href=gone.html>x</a> <a href=large.html>x</a>")
                .page("large.html", "");
        try (RandomAccessFile large =
                new RandomAccessFile(directory.resolve("site/large.html").toFile(), "rw")) {
            large.setLength(200 << 20);
        }

        assertThat(check(directory))
                .contains("pages 1")
                .contains("the check is incomplete: Java ran out of memory (it may use 48 MB)"
                        + " while reading large.html: give Maven more, with MAVEN_OPTS=-Xmx96m")
                .contains("https://site.invalid/gone.html");
    }

    @Test
    void manyPagesThatDoNotFitEndTheRunEarlyWithoutAnException(@TempDir Path directory) throws Exception {
        Trial trial = new Trial(directory).page("index.html", "<a href=gone.html>x</a>");
        for (int i = 0; i < 100; i++) {
            trial.page("large" + i + ".html", "");
            try (RandomAccessFile large = new RandomAccessFile(
                    directory.resolve("site/large" + i + ".html").toFile(), "rw")) {
                large.setLength(200 << 20);
            }
        }

        assertThat(check(directory)).contains("the check is incomplete: Java ran out of memory");
    }

    /** The check in the small heap. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        TrialResult result = new Trial(Path.of(arguments[0])).withoutLedger().run();
        GateResult gate = new Gate(0, -1, -1, 0, 0, false).judge(result.result());
        System.out.println("pages " + result.summary().pages() + "\n" + gate.objections() + "\n"
                + result.findings().stream().map(Finding::target).toList());
    }
}
