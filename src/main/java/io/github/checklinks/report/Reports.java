// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.report.view.Report;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Writes the chosen reports into a directory. */
public final class Reports {

    private static final int BUFFER = 1 << 14;

    private Reports() {}

    /**
     * What became of the reports.
     *
     * @param files those that were written
     * @param failures those that could not be written, with what happened
     */
    public record Written(List<Path> files, Map<Path, Throwable> failures) {}

    /** The files of some formats, in the order in which they are written. */
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
     * Writes each format's file, replacing that of an earlier run as a whole, and touches nothing else. One that cannot be written does
     * not keep the others from it: a full disk may still hold the small ones.
     *
     * @param directory made when it is not there
     * @param formats each counts once; they are written in the order of {@link Format}
     * @throws ClosedByInterruptException when this thread was interrupted; what was written before is there
     */
    public static Written write(Path directory, Collection<Format> formats, CheckResult result, GateResult gate)
            throws ClosedByInterruptException {
        List<Path> files = new ArrayList<>();
        Map<Path, Throwable> failures = new LinkedHashMap<>();
        for (Format format : chosen(formats)) {
            Path file = directory.resolve(format.fileName());
            try {
                Files.createDirectories(directory);
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
        // Not Files.createTempFile: only its owner could read it, and CI servers read as somebody else. The number only
        // keeps builds apart that write at the same time; nothing is lost should it be guessed.
        String number = Long.toHexString(ThreadLocalRandom.current().nextLong());
        Path draft = file.resolveSibling("." + file.getFileName() + "." + number);
        try {
            try (Writer out = open(draft)) {
                report.write(result, gate, out);
            }
            replace(file, draft);
        } catch (IOException | RuntimeException | Error failure) {
            delete(draft, failure);
            throw failure;
        }
    }

    private static void delete(Path draft, Throwable failure) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException again) {
            failure.addSuppressed(again);
        }
    }

    /** Not Files.newBufferedWriter: it fails on half a surrogate pair, which a page may well hold. */
    private static Writer open(Path file) throws IOException {
        return new BufferedWriter(new Utf8Writer(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)), BUFFER);
    }

    private static void replace(Path file, Path draft) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
