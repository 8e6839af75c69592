// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

/** Counts lines and columns in a UTF-8 text while walking forward through it. CR LF, LF and a lone CR end a line. */
public final class Lines {

    private byte[] text = new byte[0];
    private int length;
    private int at;
    private int line = 1;
    private int column = 1;

    /** Lets the text go. */
    public void release() {
        start(new byte[0], 0);
    }

    /** Begins at the start of a text. */
    public void start(byte[] utf8, int count) {
        text = utf8;
        length = count;
        at = 0;
        line = 1;
        column = 1;
    }

    /**
     * Moves to an offset, usually at or after the last one; going back costs a new count from the start.
     */
    public void moveTo(int offset) {
        if (offset < at) {
            start(text, length);
        }
        int to = Math.min(offset, length);
        int i = at;
        int aligned = Math.min(to, i + 7 & -8);
        endLines(i, aligned);
        for (i = aligned; i + 8 <= to; i += 8) {
            long word = Bytes.word(text, i);
            if ((Bytes.matches(word, '\n') | Bytes.matches(word, '\r')) != 0) {
                endLines(word, i);
            }
        }
        endLines(i, to);
        column += units(at, to);
        at = to;
    }

    /** Counts the lines that end among eight bytes. */
    private void endLines(long word, int from) {
        if (Bytes.matches(word, '\r') != 0) {
            endLines(from, from + 8);
            return;
        }
        long feeds = Bytes.matches(word, '\n');
        line += Long.bitCount(feeds);
        at = from + 8 - (Long.numberOfLeadingZeros(feeds) >>> 3);
        column = 1;
    }

    private void endLines(int from, int to) {
        for (int i = from; i < to; i++) {
            if (endsLine(i)) {
                line++;
                at = i + 1;
                column = 1;
            }
        }
    }

    /** UTF-16 units: one for each byte that begins a character, one more where it takes four bytes. */
    private int units(int from, int to) {
        int units = 0;
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long word = Bytes.word(text, i);
            units += 8;
            long high = word & Bytes.HIGHS;
            if (high != 0) {
                long second = (word << 1) & Bytes.HIGHS;
                long third = (word << 2) & Bytes.HIGHS;
                long fourth = (word << 3) & Bytes.HIGHS;
                units += Long.bitCount(high & second & third & fourth) - Long.bitCount(high & ~second);
            }
        }
        for (; i < to; i++) {
            int lead = text[i] & 0xF0;
            units += lead == 0xF0 ? 2 : (lead & 0xC0) == 0x80 ? 0 : 1;
        }
        return units;
    }

    /** The line of the offset, 1-based. */
    public int line() {
        return line;
    }

    /** The column of the offset, 1-based, in UTF-16 units. */
    public int column() {
        return column;
    }

    private boolean endsLine(int i) {
        return text[i] == '\n' || (text[i] == '\r' && (i + 1 == length || text[i + 1] != '\n'));
    }
}
