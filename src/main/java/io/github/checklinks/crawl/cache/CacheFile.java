// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * The file in which answers are remembered: text, sorted, an address and what is known of it in each line. Writers read it again
 * under a lock, add what they know, write a new file and move it to the old one's place; so a reader always sees a whole file, and
 * processes and modules that end at the same time lose nothing of each other. Where a file system knows no locks, the last
 * of two that write in the same moment wins.
 */
final class CacheFile {

    /** Another form of the file gets another name, so that two versions of the plugin leave each other alone. */
    private static final String NAME = "answers-1.txt";

    private static final String HEADER = "check-links remembers good answers of other sites\n";

    /** Nothing we write comes near it. */
    private static final long LARGEST = 256L << 20;

    private static final int TRIES = 200;
    private static final long PAUSE = 10_000_000;

    private final Path directory;
    private final Path file;

    CacheFile(Path directory) {
        this.directory = directory;
        this.file = directory.resolve(NAME);
    }

    Path path() {
        return file;
    }

    /**
     * What is in the file.
     *
     * @param lines by address
     * @param damaged whether the file was not one of ours, so that nothing in it counts
     */
    record Lines(Map<String, String> lines, boolean damaged) {}

    Lines read() throws IOException {
        try {
            if (Files.size(file) > LARGEST) {
                return new Lines(new HashMap<>(), true);
            }
            return parse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException none) {
            return new Lines(new HashMap<>(), false);
        }
    }

    private static Lines parse(String text) {
        Map<String, String> lines = new HashMap<>(text.length() / 100);
        boolean sound = text.startsWith(HEADER) && text.endsWith("\n");
        int at = HEADER.length();
        while (sound && at < text.length()) {
            int end = text.indexOf('\n', at);
            int tab = text.indexOf('\t', at);
            sound = tab > at && tab < end && CacheEntryCodec.isOne(text, tab + 1, end);
            if (sound) {
                lines.put(text.substring(at, tab), text.substring(tab + 1, end));
            }
            at = end + 1;
        }
        return sound ? new Lines(lines, false) : new Lines(new HashMap<>(), true);
    }

    /**
     * Changes what is in the file by now.
     *
     * @param change is given the lines by address, and says whether it changed any
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

    /** Waits two seconds at most; closing the channel gives the lock back. */
    private static void lock(FileChannel channel) {
        for (int i = 0; i < TRIES; i++) {
            try {
                if (channel.tryLock() != null) {
                    return;
                }
            } catch (OverlappingFileLockException moduleOfThisBuild) {
                // Has it for a moment only, as another process would.
            } catch (IOException noLocksHere) {
                return;
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private void write(Map<String, String> lines) throws IOException {
        StringBuilder text = new StringBuilder(lines.size() * 150).append(HEADER);
        new TreeMap<>(lines)
                .forEach((url, line) ->
                        text.append(url).append('\t').append(line).append('\n'));
        String unique = ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
        Path written = directory.resolve(NAME + "-" + unique + ".tmp");
        try {
            Files.writeString(written, text, StandardCharsets.ISO_8859_1, StandardOpenOption.CREATE_NEW);
            try {
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException notHere) {
                Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(written);
        }
    }
}
