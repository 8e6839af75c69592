// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the blocks of a text that lie between two lines of their own, such as listings. Linear, however many blocks have no end. */
final class Fences {

    /**
     * A line that begins or ends a block.
     *
     * @param kind what the other line must have, too
     * @param length how long the first must at most, or the last must at least be
     */
    record Fence(String kind, int length) {}

    /** Recognises such lines. */
    interface Language {

        /** The fence that a line is when it begins a block; null when it is none. */
        @Nullable
        Fence opening(String line);

        /** The fence that a line is when it ends a block; null when it is none. */
        @Nullable
        Fence closing(String line);
    }

    /**
     * A block.
     *
     * @param from where its first line begins
     * @param contentFrom where the line after that begins
     * @param contentTo where its last line begins
     * @param to where its last line ends
     */
    record Block(int from, int contentFrom, int contentTo, int to) {}

    private final String text;
    private final Language language;
    private final List<Integer> starts = new ArrayList<>();
    private final List<@Nullable Fence> ends = new ArrayList<>();

    private Fences(String text, Language language) {
        this.text = text;
        this.language = language;
        for (int from = 0; from < text.length(); from = endOfLine(from) + 1) {
            starts.add(from);
            ends.add(language.closing(text.substring(from, endOfLine(from))));
        }
    }

    /** The blocks in their order. A line that begins one which does not end is ordinary text. */
    static List<Block> find(String text, Language language) {
        return new Fences(text, language).find();
    }

    private int endOfLine(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private List<Block> find() {
        List<Block> blocks = new ArrayList<>();
        // The shortest of each kind that had no end: none that is as long and comes later has one.
        Map<String, Integer> endless = new HashMap<>();
        for (int line = 0; line < starts.size(); line++) {
            int from = starts.get(line);
            Fence fence = language.opening(text.substring(from, endOfLine(from)));
            if (fence == null || fence.length() >= endless.getOrDefault(fence.kind(), Integer.MAX_VALUE)) {
                continue;
            }
            int last = last(line + 1, fence);
            if (last < 0) {
                endless.put(fence.kind(), fence.length());
            } else {
                int end = starts.get(last);
                blocks.add(new Block(from, starts.get(line + 1), end, endOfLine(end)));
                line = last;
            }
        }
        return blocks;
    }

    private int last(int from, Fence fence) {
        for (int line = from; line < ends.size(); line++) {
            Fence end = ends.get(line);
            if (end != null && end.length() >= fence.length() && end.kind().equals(fence.kind())) {
                return line;
            }
        }
        return -1;
    }

    /** How many of the same character a text has from an index on. */
    static int run(String text, int from) {
        int to = from;
        while (to < text.length() && text.charAt(to) == text.charAt(from)) {
            to++;
        }
        return to - from;
    }
}
