// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import io.github.checklinks.CheckResult;
import io.github.checklinks.GateResult;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Writes the chosen reports into a directory. */
public final class Reports {

    private static final int BUFFER = 1 << 14;

    private Reports() {}

    /**
     * Writes each format's file, replacing that of an earlier run as a whole, and touches nothing else.
     *
     * @param directory made when it is not there
     * @param formats each counts once; they are written in the order of {@link Format}
     * @return the files
     * @throws IOException when one cannot be written; those before it are there
     */
    public static List<Path> write(Path directory, Collection<Format> formats, CheckResult result, GateResult gate)
            throws IOException {
        Set<Format> chosen = EnumSet.noneOf(Format.class);
        chosen.addAll(formats);
        List<Path> files = new ArrayList<>();
        if (!chosen.isEmpty()) {
            Files.createDirectories(directory);
        }
        for (Format format : chosen) {
            files.add(write(directory.resolve(format.fileName()), format.report(), result, gate));
        }
        return List.copyOf(files);
    }

    private static Path write(Path file, Report report, CheckResult result, GateResult gate) throws IOException {
        // Not Files.createTempFile: only its owner could read it, and CI servers read as somebody else. The number only
        // keeps builds apart that write at the same time; nothing is lost should it be guessed.
        String number = Long.toHexString(ThreadLocalRandom.current().nextLong());
        Path draft = file.resolveSibling("." + file.getFileName() + "." + number);
        try {
            try (Writer out = open(draft)) {
                report.write(result, gate, out);
            }
            replace(file, draft);
        } finally {
            Files.deleteIfExists(draft);
        }
        return file;
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
