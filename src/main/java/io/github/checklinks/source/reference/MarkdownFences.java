// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.reference;

import org.jspecify.annotations.Nullable;

/** The fences of code blocks in Markdown (CommonMark 4.5), in lists and quotations, too. */
final class MarkdownFences implements Fences.Language {

    private static final int SHORTEST = 3;

    @Override
    public Fences.@Nullable Fence opening(String line) {
        int begin = begin(line);
        Fences.Fence fence = at(line, begin);
        // What follows backticks has none itself: otherwise it is code within a line.
        boolean isCode = fence != null && fence.kind().equals("`") && line.indexOf('`', begin + fence.length()) >= 0;
        return isCode ? null : fence;
    }

    @Override
    public Fences.@Nullable Fence closing(String line) {
        int begin = begin(line);
        Fences.Fence fence = at(line, begin);
        return fence != null && line.substring(begin + fence.length()).isBlank() ? fence : null;
    }

    private static int begin(String line) {
        int begin = 0;
        while (begin < line.length() && (line.charAt(begin) == ' ' || line.charAt(begin) == '>')) {
            begin++;
        }
        return begin;
    }

    private static Fences.@Nullable Fence at(String line, int begin) {
        if (begin == line.length() || line.charAt(begin) != '`' && line.charAt(begin) != '~') {
            return null;
        }
        int length = Fences.run(line, begin);
        return length < SHORTEST ? null : new Fences.Fence(line.substring(begin, begin + 1), length);
    }
}
