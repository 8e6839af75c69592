// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.cache;

import io.github.checklinks.text.AtomicFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * The file of the cache: sorted text, one URL and its entry per line. An update reads the file again under a lock, merges its
 * changes and replaces the file as a whole. Readers therefore always see a complete file, and concurrent processes and modules do not
 * lose each other's entries. On a file system without locks, the last of two simultaneous updates wins.
 */
final class CacheFile {

    /** Contains the version of the format, so that plugin versions with different formats do not share a file. */
    private static final String NAME = "answers-1.txt";

    private static final String HEADER = "check-links remembers good answers of other sites\n";

    /** Far above the size of any file written by this class; a larger file is treated as damaged. */
    private static final long MAX_BYTES = 256L << 20;

    private static final int LOCK_ATTEMPTS = 200;
    private static final long LOCK_PAUSE_NANOS = 10_000_000;

    private final Path directory;
    private final Path file;

    CacheFile(Path directory) {
        this.directory = directory;
        this.file = directory.resolve(NAME);
    }

    Path path() {
        return file;
    }

    /** The content of the file.
     *
     * @param lines the encoded entries by URL
     * @param damaged whether the file does not have the expected format; {@code lines} is then empty
     */
    record Lines(Map<String, String> lines, boolean damaged) {}

    Lines read() throws IOException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                return new Lines(new HashMap<>(), true);
            }
            return parse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException none) {
            return new Lines(new HashMap<>(), false);
        }
    }

    private static Lines parse(String text) {
        Map<String, String> lines = new HashMap<>(text.length() / 100);
        boolean valid = text.startsWith(HEADER) && text.endsWith("\n");
        int at = HEADER.length();
        while (valid && at < text.length()) {
            int end = text.indexOf('\n', at);
            int tab = text.indexOf('\t', at);
            valid = tab > at && tab < end && CacheEntryCodec.looksValid(text, tab + 1, end);
            if (valid) {
                lines.put(text.substring(at, tab), text.substring(tab + 1, end));
            }
            at = end + 1;
        }
        return valid ? new Lines(lines, false) : new Lines(new HashMap<>(), true);
    }

    /** Updates the current content of the file.
     *
     * @param change modifies the encoded entries by URL and returns whether it changed any
     */
    void update(Predicate<Map<String, String>> change) throws IOException {
        Files.createDirectories(directory);
        try (FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock(channel);
            Lines known = read();
            if (change.test(known.lines) || known.damaged) {
                write(known.lines);
            }
        }
    }

    /** Acquires the lock, waiting two seconds at most; closing the channel releases it. */
    private static void lock(FileChannel channel) {
        for (int i = 0; i < LOCK_ATTEMPTS; i++) {
            try {
                if (channel.tryLock() != null) {
                    return;
                }
            } catch (OverlappingFileLockException heldByThisJvm) {
                // Another module of this build holds the lock briefly, as another process would.
            } catch (IOException locksUnsupported) {
                return;
            }
            LockSupport.parkNanos(LOCK_PAUSE_NANOS);
        }
    }

    private void write(Map<String, String> lines) throws IOException {
        StringBuilder text = new StringBuilder(lines.size() * 150).append(HEADER);
        new TreeMap<>(lines)
                .forEach((url, line) ->
                        text.append(url).append('\t').append(line).append('\n'));
        AtomicFile.write(file, text, StandardCharsets.ISO_8859_1);
    }
}
