package io.github.checklinks.extract;

import java.util.List;

/** The places where links are looked for: the standard ones, plus and minus what the user says. Immutable. */
public final class Places {

    /** The places that count when the user says nothing. */
    public static final Places STANDARD = of(List.of(), List.of());

    private Places() {}

    /**
     * Reads the user's changes.
     *
     * @param attributes items such as {@code img@data-src}, or {@code !form@action} to look there no longer
     * @param excludeSelectors CSS selectors; links inside matching elements are muted (such pages are read as a tree)
     * @throws IllegalArgumentException when an item is neither; the message names the element, the item, what is allowed and an example
     */
    public static Places of(List<String> attributes, List<String> excludeSelectors) {
        throw new UnsupportedOperationException();
    }
}
