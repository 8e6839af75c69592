// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.report.view.PrintableText;
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

/** The output that GitHub Actions shows automatically: annotations on source files, and the Markdown report in the job summary. */
public final class GitHubActions {

    /** The size limit of a step's summary; a larger one is not shown at all. */
    private static final long MAX_BYTES = 1024 * 1024;

    private final Annotations annotations;
    private final @Nullable Path summary;

    private GitHubActions(Annotations annotations, @Nullable Path summary) {
        this.annotations = annotations;
        this.summary = summary;
    }

    /**
     * Returns the output for the current build, or nothing if it does not run on GitHub Actions.
     *
     * @param environment the environment variables of the process
     * @param base the directory that the files of sources are relative to
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

    /** Writes one annotation per line. GitHub recognizes them only at the beginning of a line of the process's output. */
    public void annotate(CheckResult result, GateResult gate, Consumer<String> lines) {
        annotations.write(PrintableText.of(result), PrintableText.of(gate), lines);
    }

    /**
     * Appends the Markdown report to the job summary if it fits.
     *
     * @throws IOException if it cannot be written
     */
    public void summarize(CheckResult result, GateResult gate) throws IOException {
        if (summary == null) {
            return;
        }
        StringWriter text = new StringWriter();
        Format.MARKDOWN.report().write(result, gate, text);
        byte[] bytes = text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        long size = Files.exists(summary) ? Files.size(summary) : 0;
        if (size + bytes.length < MAX_BYTES) {
            append(summary, bytes, size);
        }
    }

    /** Appends all bytes or none: half a table would swallow what other steps of the job append. */
    private static void append(Path file, byte[] bytes, long size) throws IOException {
        try {
            Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException full) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(size);
            } catch (IOException again) {
                full.addSuppressed(again);
            }
            throw full;
        }
    }
}
