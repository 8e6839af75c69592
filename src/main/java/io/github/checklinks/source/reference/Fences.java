// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the blocks of a text that are delimited by separate lines, such as listings. Runs in linear time, even if many blocks are not closed. */
final class Fences {

    /**
     * A line that opens or closes a block.
     *
     * @param kind the kind, which must be the same for both lines
     * @param length the length: a closing fence must be at least as long as the opening one
     */
    record Fence(String kind, int length) {}

    /** Recognizes the fences of a language. */
    interface Language {

        /** Parses a line as an opening fence; null if it is none. */
        @Nullable
        Fence opening(String line);

        /** Parses a line as a closing fence; null if it is none. */
        @Nullable
        Fence closing(String line);
    }

    /**
     * A block, as offsets in the text.
     *
     * @param from the start of its first line
     * @param contentFrom the start of its second line
     * @param contentTo the start of its last line
     * @param to the end of its last line
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

    /** Returns the blocks in the order of the text. An opening fence without a closing one is ordinary text. */
    static List<Block> find(String text, Language language) {
        return new Fences(text, language).find();
    }

    private int endOfLine(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private List<Block> find() {
        List<Block> blocks = new ArrayList<>();
        // The length of the shortest unclosed fence of each kind: a later fence that is at least as long is not closed
        // either.
        Map<String, Integer> unclosed = new HashMap<>();
        for (int line = 0; line < starts.size(); line++) {
            int from = starts.get(line);
            Fence fence = language.opening(text.substring(from, endOfLine(from)));
            if (fence == null || fence.length() >= unclosed.getOrDefault(fence.kind(), Integer.MAX_VALUE)) {
                continue;
            }
            int last = last(line + 1, fence);
            if (last < 0) {
                unclosed.put(fence.kind(), fence.length());
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

    /** Returns the length of the run of equal characters that starts at an index. */
    static int run(String text, int from) {
        int to = from;
        while (to < text.length() && text.charAt(to) == text.charAt(from)) {
            to++;
        }
        return to - from;
    }
}
