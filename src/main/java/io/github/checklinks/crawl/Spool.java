package io.github.checklinks.crawl;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where links wait until they are told: bytes that are appended once and read back by their offset. The first
 * {@value #MEMORY} bytes stay in memory, the rest goes to a file that the file system forgets when it is closed.
 */
final class Spool implements Closeable {

    static final int MEMORY = 4 << 20;
    private static final int PIECE = 1 << 18;

    private final Path directory;
    private boolean madeDirectory;
    private final byte[][] pieces = new byte[MEMORY / PIECE][];
    private @Nullable FileChannel file;
    private ByteBuffer pending = ByteBuffer.allocate(0);
    private long length;

    Spool(Path directory) {
        this.directory = directory;
    }

    /** How many bytes it holds. */
    long length() {
        return length;
    }

    /** Appends bytes and tells their offset. */
    long append(byte[] bytes, int from, int count) throws IOException {
        long offset = length;
        int at = from;
        int left = count;
        while (left > 0 && length < MEMORY) {
            int piece = (int) (length / PIECE);
            int inside = (int) (length % PIECE);
            if (pieces[piece] == null) {
                pieces[piece] = new byte[PIECE];
            }
            int part = Math.min(left, PIECE - inside);
            System.arraycopy(bytes, at, pieces[piece], inside, part);
            at += part;
            left -= part;
            length += part;
        }
        if (left > 0) {
            appendToFile(bytes, at, left);
        }
        return offset;
    }

    private void appendToFile(byte[] bytes, int from, int count) throws IOException {
        if (file == null) {
            madeDirectory = Files.notExists(directory);
            Files.createDirectories(directory);
            Path path = Files.createTempFile(directory, "links", ".spool");
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            pending = ByteBuffer.allocate(PIECE);
        }
        if (pending.remaining() < count) {
            flush();
        }
        if (count > pending.capacity()) {
            write(file, ByteBuffer.wrap(bytes, from, count));
        } else {
            pending.put(bytes, from, count);
        }
        length += count;
    }

    private void flush() throws IOException {
        if (file != null && pending.position() > 0) {
            write(file, pending.flip());
            pending.clear();
        }
    }

    private static void write(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    /** Reads bytes back; fewer than asked for only at the very end. Appending is over by then. */
    int read(long offset, byte[] into, int count) throws IOException {
        flush();
        int done = 0;
        int wanted = (int) Math.min(count, length - offset);
        while (done < wanted) {
            long at = offset + done;
            int part;
            if (at < MEMORY) {
                int inside = (int) (at % PIECE);
                part = Math.min(wanted - done, PIECE - inside);
                System.arraycopy(pieces[(int) (at / PIECE)], inside, into, done, part);
            } else {
                part = Objects.requireNonNull(file).read(ByteBuffer.wrap(into, done, wanted - done), at - MEMORY);
                if (part < 0) {
                    throw new IOException("the spool below " + directory + " lost its end");
                }
            }
            done += part;
        }
        return done;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
        if (madeDirectory) {
            try {
                Files.deleteIfExists(directory);
            } catch (DirectoryNotEmptyException shared) {
                // Another check still works there, and takes it away.
                return;
            }
        }
    }
}
