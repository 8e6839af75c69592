// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.charset;

/** An index that maps offsets in a string to offsets in its UTF-8 form. */
public final class Utf8Offsets {

    private static final int STEP = 256;

    private final String text;
    /** The UTF-8 offset of each {@link #STEP}th character; empty if the text is ASCII. */
    private final int[] marks;

    public Utf8Offsets(String text, int utf8Length) {
        this.text = text;
        this.marks = text.length() == utf8Length ? new int[0] : marks(text);
    }

    private static int[] marks(String text) {
        int[] marks = new int[text.length() / STEP + 1];
        int offset = 0;
        for (int i = 0; i < text.length(); i++) {
            if (i % STEP == 0) {
                marks[i / STEP] = offset;
            }
            offset += size(text.charAt(i));
        }
        if (text.length() % STEP == 0) {
            marks[text.length() / STEP] = offset;
        }
        return marks;
    }

    /** Returns the UTF-8 offset of a character. */
    public int of(int position) {
        if (marks.length == 0) {
            return position;
        }
        int offset = marks[position / STEP];
        for (int i = position - position % STEP; i < position; i++) {
            offset += size(text.charAt(i));
        }
        return offset;
    }

    private static int size(char c) {
        if (c < 0x80) {
            return 1;
        }
        // Each surrogate of a pair counts for two of its four bytes.
        return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
}
