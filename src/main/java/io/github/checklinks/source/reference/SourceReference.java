// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.reference;

/**
 * A reference in a source file.
 *
 * @param target the target as written, with the escapes of the syntax decoded
 * @param offset the offset in the text of the file, in UTF-16 code units
 * @param shared whether several links of the page may come from this reference, as from a Markdown reference definition
 */
public record SourceReference(String target, int offset, boolean shared) {

    /** Returns the line of the reference, 1-based, in the text of its file. */
    public int line(String text) {
        int line = 1;
        for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
            line++;
        }
        return line;
    }
}
