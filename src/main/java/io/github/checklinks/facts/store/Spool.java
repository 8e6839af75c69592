// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts.store;

import io.github.checklinks.text.FileTrouble;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An append-only byte store for links until they are reported, which are read back by their offset. The first {@value
 * #MEMORY} bytes are kept in memory, the rest in a file that is deleted on close; what does not fit on the disk is kept
 * in memory, too. Uses no channel: an interrupt would close it, and the results known by then must still be reported.
 */
public final class Spool implements Closeable {

    static final int MEMORY = 4 << 20;
    private static final int CHUNK_SIZE = 1 << 18;

    private final Path directory;
    private boolean createdDirectory;
    private final byte[][] chunks = new byte[MEMORY / CHUNK_SIZE][];
    private @Nullable RandomAccessFile file;
    private @Nullable Path path;
    private ByteBuffer pending = ByteBuffer.allocate(0);
    private long written;
    private long length;

    /** The bytes that could not be written to the file, in chunks; null as long as the file takes everything. */
    private @Nullable List<byte[]> overflow;

    private String problem = "";

    public Spool(Path directory) {
        this.directory = directory;
    }

    /** Returns why the file could not take everything, for the user; empty if it did. */
    public String failure() {
        return problem;
    }

    /** Returns the number of bytes. */
    long length() {
        return length;
    }

    /** Appends bytes and returns their offset. */
    public long append(byte[] bytes, int from, int count) {
        long offset = length;
        int at = from;
        int left = count;
        while (left > 0 && length < MEMORY) {
            int chunk = (int) (length / CHUNK_SIZE);
            int inside = (int) (length % CHUNK_SIZE);
            if (chunks[chunk] == null) {
                chunks[chunk] = new byte[CHUNK_SIZE];
            }
            int part = Math.min(left, CHUNK_SIZE - inside);
            System.arraycopy(bytes, at, chunks[chunk], inside, part);
            at += part;
            left -= part;
            length += part;
        }
        if (left > 0 && overflow == null) {
            try {
                appendToFile(bytes, at, left);
                return offset;
            } catch (IOException failed) {
                overflow = overflow(failed);
            }
        }
        if (left > 0) {
            appendToMemory(bytes, at, left);
        }
        return offset;
    }

    /** Switches to memory for what the file cannot take, beginning with the buffered bytes. */
    private List<byte[]> overflow(IOException failed) {
        problem = "the work directory " + directory + " cannot be written (" + FileTrouble.reason(failed)
                + "): what it should hold was kept in memory; make room there, or set reportDirectory to another place";
        int buffered = pending.position();
        byte[] bytes = pending.array();
        pending = ByteBuffer.allocate(0);
        length -= buffered;
        List<byte[]> chunksInMemory = new ArrayList<>();
        overflow = chunksInMemory;
        appendToMemory(bytes, 0, buffered);
        return chunksInMemory;
    }

    private void appendToMemory(byte[] bytes, int from, int count) {
        List<byte[]> more = Objects.requireNonNull(overflow);
        int at = from;
        int left = count;
        while (left > 0) {
            int inside = (int) ((length - MEMORY - written) % CHUNK_SIZE);
            if (inside == 0) {
                more.add(new byte[CHUNK_SIZE]);
            }
            int part = Math.min(left, CHUNK_SIZE - inside);
            System.arraycopy(bytes, at, more.get(more.size() - 1), inside, part);
            at += part;
            left -= part;
            length += part;
        }
    }

    private void appendToFile(byte[] bytes, int from, int count) throws IOException {
        if (file == null) {
            createdDirectory = Files.notExists(directory);
            Files.createDirectories(directory);
            path = Files.createTempFile(directory, "links", ".spool");
            file = new RandomAccessFile(path.toFile(), "rw");
            deleteEarly(path);
            pending = ByteBuffer.allocate(CHUNK_SIZE);
        }
        if (pending.remaining() < count) {
            flush();
        }
        if (count > pending.capacity()) {
            write(file, bytes, from, count);
        } else {
            pending.put(bytes, from, count);
        }
        length += count;
    }

    private void flush() throws IOException {
        if (file != null && pending.position() > 0) {
            write(file, pending.array(), 0, pending.position());
            pending.clear();
        }
    }

    /** Makes the buffered bytes readable, from the file or from memory. */
    private void drain() {
        try {
            flush();
        } catch (IOException failed) {
            overflow = overflow(failed);
        }
    }

    private void write(RandomAccessFile open, byte[] bytes, int from, int count) throws IOException {
        open.seek(written);
        open.write(bytes, from, count);
        written += count;
    }

    /** Deletes the open file where the system allows it, so that nothing remains even if this process is killed. */
    private static void deleteEarly(Path path) {
        try {
            Files.delete(path);
        } catch (IOException held) {
            // On Windows it is deleted on close.
            return;
        }
    }

    /** Reads bytes back; fewer than requested only at the very end. */
    public int read(long offset, byte[] into, int count) throws IOException {
        drain();
        int done = 0;
        int wanted = (int) Math.min(count, length - offset);
        while (done < wanted) {
            long at = offset + done;
            int part;
            if (at < MEMORY) {
                int inside = (int) (at % CHUNK_SIZE);
                part = Math.min(wanted - done, CHUNK_SIZE - inside);
                System.arraycopy(chunks[(int) (at / CHUNK_SIZE)], inside, into, done, part);
            } else if (at - MEMORY >= written) {
                int inside = (int) ((at - MEMORY - written) % CHUNK_SIZE);
                part = Math.min(wanted - done, CHUNK_SIZE - inside);
                byte[] chunk = Objects.requireNonNull(overflow).get((int) ((at - MEMORY - written) / CHUNK_SIZE));
                System.arraycopy(chunk, inside, into, done, part);
            } else {
                RandomAccessFile open = Objects.requireNonNull(file);
                open.seek(at - MEMORY);
                part = open.read(into, done, (int) Math.min(wanted - done, written - (at - MEMORY)));
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
        if (path != null) {
            Files.deleteIfExists(path);
        }
        if (createdDirectory) {
            try {
                Files.deleteIfExists(directory);
            } catch (DirectoryNotEmptyException shared) {
                // Another check still uses it and will delete it.
                return;
            }
        }
    }
}
