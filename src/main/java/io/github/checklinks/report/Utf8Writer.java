// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * A writer that encodes text in UTF-8. Not {@code OutputStreamWriter}: its encoder loops over the characters and is compiled only
 * at the end of a short run, whereas {@code String.getBytes} is an intrinsic copy. An unpaired surrogate becomes a question mark.
 */
final class Utf8Writer extends Writer {

    private static final char NONE = 0;

    private final OutputStream out;

    /** A high surrogate whose low surrogate has not been written yet. */
    private char half = NONE;

    Utf8Writer(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        if (length == 0) {
            return;
        }
        boolean breaks = Character.isHighSurrogate(text[from + length - 1]);
        String whole = new String(text, from, breaks ? length - 1 : length);
        encode(half == NONE ? whole : half + whole);
        half = breaks ? text[from + length - 1] : NONE;
    }

    private void encode(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            if (half != NONE) {
                encode(String.valueOf(half));
            }
        }
    }
}
