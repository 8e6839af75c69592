package io.github.checklinks.extract;

/** Counts lines and columns in a UTF-8 text while walking forward through it. CR LF, LF and a lone CR end a line. */
public final class Lines {

    /** Begins at the start of a text. */
    public void start(byte[] text, int length) {
        throw new UnsupportedOperationException();
    }

    /** Moves to an offset, usually at or after the last one; going back costs a new count from the start. */
    public void moveTo(int offset) {
        throw new UnsupportedOperationException();
    }

    /** The line of the offset, 1-based. */
    public int line() {
        throw new UnsupportedOperationException();
    }

    /** The column of the offset, 1-based, in UTF-16 units. */
    public int column() {
        throw new UnsupportedOperationException();
    }
}
