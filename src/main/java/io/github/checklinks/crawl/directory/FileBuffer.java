// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.directory;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A buffer for the bytes of one file, reused from file to file. Not thread-safe. */
public final class FileBuffer {

    private static final int INITIAL_SIZE = 1 << 16;

    /** A buffer above this size, in bytes, is not kept for the next file. */
    private static final int MAX_KEPT_SIZE = 1 << 22;

    /** The maximum length of an array on every JVM. */
    private static final int MAX_SIZE = Integer.MAX_VALUE - 8;

    private byte[] bytes = new byte[INITIAL_SIZE];
    private int length;

    /** Reads a file to its end, replacing the previous content. */
    public void read(InputStream in) throws IOException {
        length = 0;
        while (true) {
            int read = in.read(bytes, length, bytes.length - length);
            if (read < 0) {
                return;
            }
            length += read;
            if (length == bytes.length) {
                grow(in.available());
            }
        }
    }

    /**
     * Grows the buffer.
     *
     * @param remaining how many more bytes are expected, for which there will be room at once with a byte to spare for the
     *     end; 0 if unknown
     */
    private void grow(int remaining) throws IOException {
        // Checked before two gigabytes are read, which may well exceed the memory.
        if (length == MAX_SIZE || (long) length + remaining > MAX_SIZE) {
            throw new IOException("a file of 2 GiB or more is too large to be read");
        }
        long capacity = Math.max((long) length + remaining + 1, (long) length + (length >> 1));
        bytes = Arrays.copyOf(bytes, (int) Math.min(capacity, MAX_SIZE));
    }

    /** Returns the buffer; only its first {@link #length} bytes are valid. */
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    /** Releases a buffer that is far larger than most files need. */
    public void release() {
        if (bytes.length > MAX_KEPT_SIZE) {
            bytes = new byte[INITIAL_SIZE];
        }
    }
}
