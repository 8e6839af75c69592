// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

/** Converts between offsets and line and column numbers of a text. */
final class Lines {

    private Lines() {}

    /** Returns the line of an offset, 1-based. */
    static int of(String text, int offset) {
        int line = 1;
        for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
            line++;
        }
        return line;
    }

    /** Returns the offset of a 1-based line and column; -1 if the text has no such line. */
    static int offset(String text, int line, int column) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = text.indexOf('\n', start) + 1;
            if (start == 0) {
                return -1;
            }
        }
        return start + column - 1;
    }
}
