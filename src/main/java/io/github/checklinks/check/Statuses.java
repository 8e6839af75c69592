package io.github.checklinks.check;

import java.util.List;

/** HTTP statuses taken as fine besides 200 to 299. Immutable. */
public final class Statuses {

    private Statuses() {}

    /**
     * Reads items such as {@code 403} or {@code 500-599}.
     *
     * @param element the configuration element they come from, for the message
     * @throws IllegalArgumentException for an item that is neither
     */
    public static Statuses of(String element, List<String> items) {
        throw new UnsupportedOperationException();
    }

    /** Whether a status is fine: 200 to 299, or one of those listed. */
    public boolean accept(int status) {
        throw new UnsupportedOperationException();
    }
}
