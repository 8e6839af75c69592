// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.reference;

import org.jspecify.annotations.Nullable;

/** The fences of code blocks in Markdown (CommonMark 4.5), including those in lists and block quotes. */
final class MarkdownFences implements Fences.Language {

    private static final int MIN_LENGTH = 3;

    @Override
    public Fences.@Nullable Fence opening(String line) {
        int start = start(line);
        Fences.Fence fence = at(line, start);
        // The info string of a backtick fence contains no backticks: otherwise this is a code span.
        boolean isCode = fence != null && fence.kind().equals("`") && line.indexOf('`', start + fence.length()) >= 0;
        return isCode ? null : fence;
    }

    @Override
    public Fences.@Nullable Fence closing(String line) {
        int start = start(line);
        Fences.Fence fence = at(line, start);
        return fence != null && line.substring(start + fence.length()).isBlank() ? fence : null;
    }

    private static int start(String line) {
        int start = 0;
        while (start < line.length() && (line.charAt(start) == ' ' || line.charAt(start) == '>')) {
            start++;
        }
        return start;
    }

    private static Fences.@Nullable Fence at(String line, int start) {
        if (start == line.length() || line.charAt(start) != '`' && line.charAt(start) != '~') {
            return null;
        }
        int length = Fences.run(line, start);
        return length < MIN_LENGTH ? null : new Fences.Fence(line.substring(start, start + 1), length);
    }
}
