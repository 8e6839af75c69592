package io.github.checklinks.url;

import java.util.List;

/**
 * URL patterns as users write them: {@code *} matches any run of characters (also {@code /}), all else is literal;
 * {@code %regex[…]} is a regular expression. Matched whole. Immutable, and safe against patterns that backtrack without end.
 */
public final class Patterns {

    /** Patterns that match nothing. */
    public static final Patterns NONE = of("patterns", List.of());

    private Patterns() {}

    /**
     * Reads patterns.
     *
     * @param element the configuration element they come from, for the message
     * @throws IllegalArgumentException when a regular expression is wrong or an item is blank; the message names the element, the item and the mend
     */
    public static Patterns of(String element, List<String> patterns) {
        throw new UnsupportedOperationException();
    }

    /** Whether there are no patterns. */
    public boolean isEmpty() {
        throw new UnsupportedOperationException();
    }

    /** Whether one of them matches the whole text. */
    public boolean match(String text) {
        throw new UnsupportedOperationException();
    }
}
