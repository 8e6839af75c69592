// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What git makes of two branches that change a record. */
class RecordMergeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    @TempDir
    Path repository;

    private Path file = Path.of(".");

    @BeforeEach
    void aRepository() throws Exception {
        assumeThatCode(() -> git("--version")).doesNotThrowAnyException();
        git("init", "--quiet", ".");
        git("checkout", "--quiet", "-b", "trunk");
        file = repository.resolve("check-links-external.json");
        commit(DAY, "https://b.org/", "https://d.org/", "https://f.org/", "https://h.org/");
    }

    /** Runs git without any configuration of this machine. Returns its output; the exit status must be 0 or 1. */
    private List<String> git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "core.autocrlf=false"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(repository.toFile());
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment()
                .put("GIT_CONFIG_GLOBAL", repository.resolve("none").toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_DIR") || name.equals("GIT_INDEX_FILE"));
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("git %s: %s", command, output).isBetween(0, 1);
        return output.lines().toList();
    }

    /** Commits a record in which these URLs are good. */
    private void commit(LocalDate day, String... urls) throws IOException, InterruptedException {
        RecordBuilder builder = new RecordBuilder(new RecordFile(file).read(rule -> true), day);
        for (String url : urls) {
            builder.addGood(url, 0, null);
        }
        new RecordFile(file).write(builder.build());
        git("add", ".");
        git("commit", "--quiet", "-m", "record");
    }

    /** Merges two branches that add a URL each. Returns the merged lines, with conflict markers if there are any. */
    private List<String> merged(String one, String other) throws IOException, InterruptedException {
        git("checkout", "--quiet", "-b", "one");
        commit(DAY, "https://b.org/", "https://d.org/", "https://f.org/", "https://h.org/", one);
        git("checkout", "--quiet", "-b", "other", "trunk");
        commit(DAY, "https://b.org/", "https://d.org/", "https://f.org/", "https://h.org/", other);
        git("merge", "--quiet", "one");
        return Files.readAllLines(file);
    }

    @Test
    void urlsInDifferentPlacesMerge() throws Exception {
        merged("https://a.org/", "https://z.org/");

        assertThat(new RecordFile(file).read(rule -> true).entries())
                .extracting(RecordEntry::url)
                .containsExactly(
                        "https://a.org/",
                        "https://b.org/",
                        "https://d.org/",
                        "https://f.org/",
                        "https://h.org/",
                        "https://z.org/");
    }

    @Test
    void urlsInTheSamePlaceConflictInTheirLinesOnly() throws Exception {
        List<String> lines = merged("https://y.org/", "https://z.org/");

        int begin = indexOf(lines, "<<<<<<<");
        int end = indexOf(lines, ">>>>>>>");
        assertThat(lines.subList(begin + 1, end))
                .allMatch(line -> line.contains("https://y.org/")
                        || line.contains("https://z.org/")
                        || line.startsWith("======="));
        assertThat(lines.subList(end + 1, lines.size())).hasSize(3);
        // Whoever keeps both has a valid record.
        Files.write(
                file, lines.stream().filter(line -> !line.matches("[<=>]{7}.*")).toList());
        assertThat(new RecordFile(file).read(rule -> true).entries()).hasSize(6);
    }

    private static int indexOf(List<String> lines, String start) {
        return lines.indexOf(lines.stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void aNightWithoutNewsIsADiffOfOneLine() throws Exception {
        commit(DAY.plusDays(1), "https://b.org/", "https://d.org/", "https://f.org/", "https://h.org/");

        assertThat(git("show", "--format=", "--numstat")).containsExactly("1\t1\tcheck-links-external.json");
    }

    @Test
    void aUrlThatABranchAddsMergesWithTheNextNight() throws Exception {
        git("checkout", "--quiet", "-b", "branch");
        commit(DAY, "https://b.org/", "https://d.org/", "https://f.org/", "https://h.org/", "https://z.org/");
        git("checkout", "--quiet", "trunk");
        commit(DAY.plusDays(1), "https://b.org/", "https://d.org/", "https://f.org/", "https://h.org/");
        git("merge", "--quiet", "branch");

        ExternalRecord merged = new RecordFile(file).read(rule -> true);
        assertThat(merged.date()).isEqualTo(DAY.plusDays(1));
        assertThat(merged.entries()).hasSize(5);
    }
}
