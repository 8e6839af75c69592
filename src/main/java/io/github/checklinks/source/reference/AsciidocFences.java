// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.reference;

import org.jspecify.annotations.Nullable;

/** The delimiters of blocks in AsciiDoc: lines of one sign, the last one as long as the first. */
final class AsciidocFences implements Fences.Language {

    private static final int SHORTEST = 4;
    private static final int SHORTEST_OF_CODE = 3;

    private final String signs;

    /** Knows the blocks that these signs delimit. */
    AsciidocFences(String signs) {
        this.signs = signs;
    }

    @Override
    public Fences.@Nullable Fence opening(String line) {
        boolean code = line.startsWith("`");
        // The language of the code may follow.
        return code ? fence(line, Fences.run(line, 0)) : closing(line);
    }

    @Override
    public Fences.@Nullable Fence closing(String line) {
        return line.isEmpty() ? null : fence(line, line.stripTrailing().length());
    }

    private Fences.@Nullable Fence fence(String line, int length) {
        boolean one = length > 0 && signs.indexOf(line.charAt(0)) >= 0 && Fences.run(line, 0) == length;
        int least = line.startsWith("`") ? SHORTEST_OF_CODE : SHORTEST;
        return one && length >= least ? new Fences.Fence(line.charAt(0) + "" + length, length) : null;
    }
}
