// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.GateResult;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What GitHub Actions shows by itself when the build runs there: annotations on source files, and the Markdown report in the job's summary. */
public final class GitHubActions {

    /** A step's summary that is larger is not shown at all. */
    private static final long MOST_BYTES = 1024 * 1024;

    private final Annotations annotations;
    private final @Nullable Path summary;

    private GitHubActions(Annotations annotations, @Nullable Path summary) {
        this.annotations = annotations;
        this.summary = summary;
    }

    /**
     * The service around us, if there is one.
     *
     * @param environment the process's variables
     * @param base what the files of sources are relative to
     */
    public static Optional<GitHubActions> of(Map<String, String> environment, Path base) {
        if (!"true".equals(environment.get("GITHUB_ACTIONS"))) {
            return Optional.empty();
        }
        Path workspace = path(environment.get("GITHUB_WORKSPACE"));
        return Optional.of(
                new GitHubActions(new Annotations(base, workspace), path(environment.get("GITHUB_STEP_SUMMARY"))));
    }

    private static @Nullable Path path(@Nullable String text) {
        return text == null || text.isEmpty() ? null : Path.of(text);
    }

    /** The annotations, a line each; only such that begin a line of the process's own output are seen. */
    public void annotate(CheckResult result, GateResult gate, Consumer<String> lines) {
        annotations.tell(result, gate, lines);
    }

    /**
     * Adds the Markdown report to the summary, where there is room for it.
     *
     * @throws IOException when it cannot be written
     */
    public void summarize(CheckResult result, GateResult gate) throws IOException {
        if (summary == null) {
            return;
        }
        StringWriter text = new StringWriter();
        new MarkdownReport().write(result, gate, text);
        byte[] bytes = text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        long there = Files.exists(summary) ? Files.size(summary) : 0;
        if (there + bytes.length < MOST_BYTES) {
            append(summary, bytes, there);
        }
    }

    /** Writes all or nothing: half a table would swallow what other steps of the job add. */
    private static void append(Path file, byte[] bytes, long there) throws IOException {
        try {
            Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException full) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(there);
            } catch (IOException again) {
                full.addSuppressed(again);
            }
            throw full;
        }
    }
}
