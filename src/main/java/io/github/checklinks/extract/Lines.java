// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

/** Counts lines and columns in a UTF-8 text while walking forward through it. CR LF, LF and a lone CR end a line. */
public final class Lines {

    /** The bytes that are looked at together. */
    private static final int BLOCK = 64;

    /** More than the line feeds a block can hold. */
    private static final int RETURNS = BLOCK + 1;

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
        int ends = count(at, to);
        if (ends > 0) {
            line += ends;
            column = 1;
            at = startOfLine(at, to);
        }
        column += units(at, to);
        at = to;
    }

    /** How many lines end in a range. */
    private int count(int from, int to) {
        int aligned = Math.min(to, from + 7 & -8);
        int ends = countBytes(from, aligned);
        int i = aligned;
        for (; i + BLOCK <= to; i += BLOCK) {
            int feeds = feeds(text, i);
            ends += feeds < RETURNS ? feeds : countBytes(i, i + BLOCK);
        }
        return ends + countBytes(i, to);
    }

    /**
     * The number of line feeds in a block, or {@link #RETURNS} when it holds a carriage return. By itself, because methods are compiled well
     * that are called often, and with a short loop, because those that have one are compiled first.
     */
    private static int feeds(byte[] utf8, int at) {
        int feeds = 0;
        long returns = 0;
        for (int i = at; i < at + BLOCK; i += 32) {
            long first = Bytes.word(utf8, i);
            long second = Bytes.word(utf8, i + 8);
            long third = Bytes.word(utf8, i + 16);
            long fourth = Bytes.word(utf8, i + 24);
            feeds += Long.bitCount(Bytes.matches(first, '\n')
                    | Bytes.matches(second, '\n') >>> 1
                    | Bytes.matches(third, '\n') >>> 2
                    | Bytes.matches(fourth, '\n') >>> 3);
            returns |= Bytes.holds(first, '\r')
                    | Bytes.holds(second, '\r')
                    | Bytes.holds(third, '\r')
                    | Bytes.holds(fourth, '\r');
        }
        return returns == 0 ? feeds : RETURNS;
    }

    private int countBytes(int from, int to) {
        int ends = 0;
        for (int i = from; i < to; i++) {
            if (endsLine(i)) {
                ends++;
            }
        }
        return ends;
    }

    /** Where the line begins that goes on at the end of a range in which a line ends. */
    private int startOfLine(int from, int to) {
        int start = to;
        while (start > from && !endsLine(start - 1)) {
            start--;
        }
        return start;
    }

    /** UTF-16 units: one for each byte that begins a character, one more where it takes four bytes. */
    private int units(int from, int to) {
        int units = 0;
        for (int i = from; i < to; i++) {
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
