// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.reference;

/** Finds the next occurrence of any of a set of characters. Caches the last result, so that calls with ascending offsets examine each character once. */
final class CharacterSearch {

    private final String text;
    private final String stops;
    private final boolean atSpace;
    private int from;
    private int found = -1;

    /**
     * Creates a search.
     *
     * @param text the text to search
     * @param stops the characters to find
     * @param atSpace whether to find white space, too
     */
    CharacterSearch(String text, String stops, boolean atSpace) {
        this.text = text;
        this.stops = stops;
        this.atSpace = atSpace;
    }

    /** Returns the offset of the first occurrence at or after an offset; the length of the text if there is none. */
    int next(int start) {
        if (found >= start && start >= from) {
            return found;
        }
        int at = start;
        while (at < text.length() && !isStop(text.charAt(at))) {
            at++;
        }
        from = start;
        found = at;
        return at;
    }

    private boolean isStop(char c) {
        return stops.indexOf(c) >= 0 || atSpace && Character.isWhitespace(c);
    }
}
