// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.report.view.Report;
import io.github.checklinks.text.AtomicFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the configured reports into a directory. */
public final class Reports {

    private static final int BUFFER = 1 << 14;

    private Reports() {}

    /**
     * The outcome of writing reports.
     *
     * @param files the reports that were written
     * @param failures the reports that could not be written, with the cause
     */
    public record Written(List<Path> files, Map<Path, Throwable> failures) {}

    /** Returns the files of the given formats, in the order in which they are written. */
    public static List<Path> files(Path directory, Collection<Format> formats) {
        return chosen(formats).stream()
                .map(format -> directory.resolve(format.fileName()))
                .toList();
    }

    private static Set<Format> chosen(Collection<Format> formats) {
        Set<Format> chosen = EnumSet.noneOf(Format.class);
        chosen.addAll(formats);
        return chosen;
    }

    /**
     * Writes the file of each format, atomically replacing that of an earlier run; no other files are touched. A report that cannot be
     * written does not prevent the others: the small ones may still fit on a full disk.
     *
     * @param directory created if it does not exist
     * @param formats written once each, in the order of {@link Format}
     * @throws ClosedByInterruptException if this thread was interrupted; reports written before that remain
     */
    public static Written write(Path directory, Collection<Format> formats, CheckResult result, GateResult gate)
            throws ClosedByInterruptException {
        List<Path> files = new ArrayList<>();
        Map<Path, Throwable> failures = new LinkedHashMap<>();
        for (Format format : chosen(formats)) {
            Path file = directory.resolve(format.fileName());
            try {
                write(file, format.report(), result, gate);
                files.add(file);
            } catch (ClosedByInterruptException interrupted) {
                throw interrupted;
            } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError failure) {
                failures.put(file, failure);
            }
        }
        return new Written(List.copyOf(files), failures);
    }

    private static void write(Path file, Report report, CheckResult result, GateResult gate) throws IOException {
        AtomicFile.write(file, bytes -> {
            try (Writer out = new BufferedWriter(new Utf8Writer(bytes), BUFFER)) {
                report.write(result, gate, out);
            }
        });
    }
}
