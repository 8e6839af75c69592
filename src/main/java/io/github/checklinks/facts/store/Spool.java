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
 * Where links wait until they are reported: bytes that are appended once and read back by their offset. The first
 * {@value #MEMORY} bytes stay in memory, the rest goes to a file that is gone when it is closed; what the disk has no room for stays
 * in memory, too. Not a channel: an interrupt would close it, and what is known by then is to be reported all the same.
 */
public final class Spool implements Closeable {

    static final int MEMORY = 4 << 20;
    private static final int PIECE = 1 << 18;

    private final Path directory;
    private boolean madeDirectory;
    private final byte[][] pieces = new byte[MEMORY / PIECE][];
    private @Nullable RandomAccessFile file;
    private @Nullable Path path;
    private ByteBuffer pending = ByteBuffer.allocate(0);
    private long written;
    private long length;

    /** What the file could not take, piece by piece; null as long as it takes everything. */
    private @Nullable List<byte[]> overflow;

    private String trouble = "";

    public Spool(Path directory) {
        this.directory = directory;
    }

    /** Why the file could not take everything, for the user; empty when it did. */
    public String trouble() {
        return trouble;
    }

    /** How many bytes it holds. */
    long length() {
        return length;
    }

    /** Appends bytes and tells their offset. */
    public long append(byte[] bytes, int from, int count) {
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

    /** Begins to keep in memory what is not in the file: what waited to be written is the first. */
    private List<byte[]> overflow(IOException failed) {
        trouble = "the work directory " + directory + " cannot be written (" + FileTrouble.reason(failed)
                + "): what it should hold was kept in memory; make room there, or set reportDirectory to another place";
        int waiting = pending.position();
        byte[] bytes = pending.array();
        pending = ByteBuffer.allocate(0);
        length -= waiting;
        List<byte[]> begun = new ArrayList<>();
        overflow = begun;
        appendToMemory(bytes, 0, waiting);
        return begun;
    }

    private void appendToMemory(byte[] bytes, int from, int count) {
        List<byte[]> more = Objects.requireNonNull(overflow);
        int at = from;
        int left = count;
        while (left > 0) {
            int inside = (int) ((length - MEMORY - written) % PIECE);
            if (inside == 0) {
                more.add(new byte[PIECE]);
            }
            int part = Math.min(left, PIECE - inside);
            System.arraycopy(bytes, at, more.get(more.size() - 1), inside, part);
            at += part;
            left -= part;
            length += part;
        }
    }

    private void appendToFile(byte[] bytes, int from, int count) throws IOException {
        if (file == null) {
            madeDirectory = Files.notExists(directory);
            Files.createDirectories(directory);
            path = Files.createTempFile(directory, "links", ".spool");
            file = new RandomAccessFile(path.toFile(), "rw");
            deleteEarly(path);
            pending = ByteBuffer.allocate(PIECE);
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

    /** Makes what waits to be written readable, in the file or in memory. */
    private void settle() {
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

    /** An open file may go where systems allow it; then nothing stays even when this process is killed. */
    private static void deleteEarly(Path path) {
        try {
            Files.delete(path);
        } catch (IOException held) {
            // Windows: it goes when it is closed.
            return;
        }
    }

    /** Reads bytes back; fewer than asked for only at the very end. */
    public int read(long offset, byte[] into, int count) throws IOException {
        settle();
        int done = 0;
        int wanted = (int) Math.min(count, length - offset);
        while (done < wanted) {
            long at = offset + done;
            int part;
            if (at < MEMORY) {
                int inside = (int) (at % PIECE);
                part = Math.min(wanted - done, PIECE - inside);
                System.arraycopy(pieces[(int) (at / PIECE)], inside, into, done, part);
            } else if (at - MEMORY >= written) {
                int inside = (int) ((at - MEMORY - written) % PIECE);
                part = Math.min(wanted - done, PIECE - inside);
                byte[] piece = Objects.requireNonNull(overflow).get((int) ((at - MEMORY - written) / PIECE));
                System.arraycopy(piece, inside, into, done, part);
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
