// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The bytes of one file after the other, in a buffer that is kept from file to file. */
final class FileBuffer {

    private static final int USUAL = 1 << 16;

    /** A buffer above this size is not kept for the next file. */
    private static final int LARGE = 1 << 22;

    /** The longest array that every JVM allocates. */
    private static final int MOST = Integer.MAX_VALUE - 8;

    private byte[] bytes = new byte[USUAL];
    private int length;

    /** Reads a file whole; what was read before is gone. */
    void read(Path path) throws IOException {
        length = 0;
        try (InputStream in = open(path)) {
            while (true) {
                int read = in.read(bytes, length, bytes.length - length);
                if (read < 0) {
                    return;
                }
                length += read;
                if (length == bytes.length) {
                    grow();
                }
            }
        }
    }

    /** A plain stream, because a channel's makes a dozen objects for each file; but it cannot open names that the locale cannot write. */
    private static InputStream open(Path path) throws IOException {
        String name = path.toString();
        return name.indexOf('\uFFFD') < 0 ? new FileInputStream(name) : Files.newInputStream(path);
    }

    private void grow() throws IOException {
        if (length == MOST) {
            throw new IOException("a file of 2 GiB or more cannot be read for links");
        }
        bytes = Arrays.copyOf(bytes, length > MOST / 2 ? MOST : length * 2);
    }

    /** The buffer; only its first {@link #length} bytes count. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Lets go of a buffer that is far larger than most files need. */
    void release() {
        if (bytes.length > LARGE) {
            bytes = new byte[USUAL];
        }
    }
}
