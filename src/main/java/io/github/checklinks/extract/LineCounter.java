// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

/** A forward cursor over a UTF-8 text that counts lines and columns. CR LF, LF and a lone CR end a line. */
public final class LineCounter {

    /** The number of bytes that are examined at once. */
    private static final int BLOCK = 64;

    private static final long FEED = '\n' * Bytes.ONES;

    private static final long RETURN = '\r' * Bytes.ONES;

    /** All but the highest bit of each of eight bytes. */
    private static final long LOWS = ~Bytes.HIGHS;

    /** More than the line feeds a block can hold. */
    private static final int RETURNS = BLOCK + 1;

    private byte[] text = new byte[0];
    private int length;
    private int at;
    private int line = 1;
    private int column = 1;

    /** Releases the text. */
    public void release() {
        start(new byte[0], 0);
    }

    /** Moves to the start of a text. */
    public void start(byte[] utf8, int count) {
        text = utf8;
        length = count;
        at = 0;
        line = 1;
        column = 1;
    }

    /** Moves to an offset, usually at or after the current one; moving back counts again from the start. */
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

    /** Returns the number of lines that end in a range. */
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
     * Returns the number of line feeds in a block, or {@link #RETURNS} if it holds a carriage return. Deliberately unrolled and above
     * HotSpot's inlining limit: a smaller method would be inlined into every caller, and a method called this often is compiled early.
     * Line feeds are detected exactly, by the highest bit of each such byte; carriage returns as in {@link Bytes#holds}.
     */
    private static int feeds(byte[] utf8, int at) {
        long first = Bytes.word(utf8, at);
        long second = Bytes.word(utf8, at + 8);
        long third = Bytes.word(utf8, at + 16);
        long fourth = Bytes.word(utf8, at + 24);
        long fifth = Bytes.word(utf8, at + 32);
        long sixth = Bytes.word(utf8, at + 40);
        long seventh = Bytes.word(utf8, at + 48);
        long eighth = Bytes.word(utf8, at + 56);
        long returns = (first ^ RETURN) - Bytes.ONES & ~(first ^ RETURN)
                | (second ^ RETURN) - Bytes.ONES & ~(second ^ RETURN)
                | (third ^ RETURN) - Bytes.ONES & ~(third ^ RETURN)
                | (fourth ^ RETURN) - Bytes.ONES & ~(fourth ^ RETURN)
                | (fifth ^ RETURN) - Bytes.ONES & ~(fifth ^ RETURN)
                | (sixth ^ RETURN) - Bytes.ONES & ~(sixth ^ RETURN)
                | (seventh ^ RETURN) - Bytes.ONES & ~(seventh ^ RETURN)
                | (eighth ^ RETURN) - Bytes.ONES & ~(eighth ^ RETURN);
        long feeds = ~(((first ^ FEED) & LOWS) + LOWS | first ^ FEED) & Bytes.HIGHS
                | (~(((second ^ FEED) & LOWS) + LOWS | second ^ FEED) & Bytes.HIGHS) >>> 1
                | (~(((third ^ FEED) & LOWS) + LOWS | third ^ FEED) & Bytes.HIGHS) >>> 2
                | (~(((fourth ^ FEED) & LOWS) + LOWS | fourth ^ FEED) & Bytes.HIGHS) >>> 3
                | (~(((fifth ^ FEED) & LOWS) + LOWS | fifth ^ FEED) & Bytes.HIGHS) >>> 4
                | (~(((sixth ^ FEED) & LOWS) + LOWS | sixth ^ FEED) & Bytes.HIGHS) >>> 5
                | (~(((seventh ^ FEED) & LOWS) + LOWS | seventh ^ FEED) & Bytes.HIGHS) >>> 6
                | (~(((eighth ^ FEED) & LOWS) + LOWS | eighth ^ FEED) & Bytes.HIGHS) >>> 7;
        return (returns & Bytes.HIGHS) == 0 ? Long.bitCount(feeds) : RETURNS;
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

    /** Returns the start of the line that contains the end of a range; a line must end in the range. */
    private int startOfLine(int from, int to) {
        int start = to;
        while (start > from && !endsLine(start - 1)) {
            start--;
        }
        return start;
    }

    /** Returns the number of UTF-16 units: one for each first byte of a character, two if it has four bytes. */
    private int units(int from, int to) {
        int units = 0;
        for (int i = from; i < to; i++) {
            int lead = text[i] & 0xF0;
            units += lead == 0xF0 ? 2 : (lead & 0xC0) == 0x80 ? 0 : 1;
        }
        return units;
    }

    /** Returns the line of the offset, 1-based. */
    public int line() {
        return line;
    }

    /** Returns the column of the offset, 1-based, in UTF-16 units. */
    public int column() {
        return column;
    }

    private boolean endsLine(int i) {
        return text[i] == '\n' || (text[i] == '\r' && (i + 1 == length || text[i + 1] != '\n'));
    }
}
