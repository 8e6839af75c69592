package io.github.checklinks.check;

import java.io.IOException;
import java.nio.file.Path;

/** Broken links that are known: page and text, with the rule they broke, a reason and a last day. */
public final class Baseline {

    /** Knows nothing. */
    public static final Baseline EMPTY = new Baseline();

    private Baseline() {}

    /**
     * Reads the file.
     *
     * @return {@link #EMPTY} when there is no such file
     * @throws IllegalArgumentException when it is no baseline; the message names the file, the place and the mend
     */
    public static Baseline read(Path file) throws IOException {
        throw new UnsupportedOperationException();
    }
}
