// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.reference;

import org.jspecify.annotations.Nullable;

/** The delimiters of blocks in AsciiDoc: lines that repeat one character, with the same length at the start and the end. */
final class AsciidocFences implements Fences.Language {

    private static final int MIN_LENGTH = 4;
    private static final int MIN_LENGTH_OF_CODE = 3;

    private final String delimiters;

    /**
     * Creates a recognizer of blocks.
     *
     * @param delimiters the characters that delimit the blocks
     */
    AsciidocFences(String delimiters) {
        this.delimiters = delimiters;
    }

    @Override
    public Fences.@Nullable Fence opening(String line) {
        boolean code = line.startsWith("`");
        // The opening fence of code may be followed by the name of the language.
        return code ? fence(line, Fences.run(line, 0)) : closing(line);
    }

    @Override
    public Fences.@Nullable Fence closing(String line) {
        return line.isEmpty() ? null : fence(line, line.stripTrailing().length());
    }

    private Fences.@Nullable Fence fence(String line, int length) {
        boolean one = length > 0 && delimiters.indexOf(line.charAt(0)) >= 0 && Fences.run(line, 0) == length;
        int least = line.startsWith("`") ? MIN_LENGTH_OF_CODE : MIN_LENGTH;
        return one && length >= least ? new Fences.Fence(line.charAt(0) + "" + length, length) : null;
    }
}
