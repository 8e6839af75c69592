// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.reference;

/** Looks for the next of some characters, and remembers what it found: asked from left to right, it looks at each character once. */
final class CharacterSearch {

    private final String text;
    private final String stops;
    private final boolean atSpace;
    private int from;
    private int found = -1;

    /**
     * Nothing looked for yet.
     *
     * @param stops the characters
     * @param atSpace whether white space is one of them
     */
    CharacterSearch(String text, String stops, boolean atSpace) {
        this.text = text;
        this.stops = stops;
        this.atSpace = atSpace;
    }

    /** Where the next stands; the length of the text when there is none. */
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
