// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.directory;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The bytes of one file after the other, in a buffer that is kept from file to file. */
public final class FileBuffer {

    private static final int USUAL = 1 << 16;

    /** A buffer above this size is not kept for the next file. */
    private static final int LARGE = 1 << 22;

    /** The longest array that every JVM allocates. */
    private static final int MOST = Integer.MAX_VALUE - 8;

    private byte[] bytes = new byte[USUAL];
    private int length;

    /** Reads a file to its end; what was read before is gone. */
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

    /** Makes room for what is known to come at once, with a byte to spare for the end; whoever does not know says 0. */
    private void grow(int toCome) throws IOException {
        // Said before two gigabytes were read, which may well be more than there is memory for.
        if (length == MOST || (long) length + toCome > MOST) {
            throw new IOException("a file of 2 GiB or more is too large to be read");
        }
        long wanted = Math.max((long) length + toCome + 1, (long) length + (length >> 1));
        bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, MOST));
    }

    /** The buffer; only its first {@link #length} bytes count. */
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    /** Lets go of a buffer that is far larger than most files need. */
    public void release() {
        if (bytes.length > LARGE) {
            bytes = new byte[USUAL];
        }
    }
}
