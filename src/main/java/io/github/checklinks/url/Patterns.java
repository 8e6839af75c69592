// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * URL patterns of the configuration: {@code *} matches any characters (also {@code /}), everything else is literal;
 * {@code %regex[…]} is a regular expression. A pattern must match the whole text. Immutable, and safe against
 * catastrophic backtracking.
 */
public final class Patterns {

    private static final String REGEX = "%regex[";

    /** No patterns, which match nothing. */
    public static final Patterns NONE = of("patterns", List.of());

    private final Set<String> literals;
    private final List<Glob> globs;
    private final List<BoundedRegex> regexes;

    private Patterns(Set<String> literals, List<Glob> globs, List<BoundedRegex> regexes) {
        this.literals = literals;
        this.globs = globs;
        this.regexes = regexes;
    }

    /**
     * Parses patterns; spaces around an item are removed.
     *
     * @param element the configuration element they come from, for the message
     * @throws IllegalArgumentException if a regular expression is invalid or an item is blank; the message names the
     *     element, the item and the fix
     */
    public static Patterns of(String element, List<String> patterns) {
        Set<String> literals = new HashSet<>();
        List<Glob> globs = new ArrayList<>();
        List<BoundedRegex> regexes = new ArrayList<>();
        for (String item : patterns) {
            // Maven passes null for an empty item, in spite of the type.
            String pattern = item == null ? "" : item.strip();
            if (pattern.isEmpty()) {
                throw new IllegalArgumentException(
                        "<" + element + "> has an empty item: remove it, or write a URL pattern such as"
                                + " https://example.org/old/*");
            }
            if (pattern.startsWith(REGEX)) {
                regexes.add(regex(element, pattern));
            } else if (pattern.indexOf('*') >= 0) {
                globs.add(Glob.of(pattern));
            } else {
                literals.add(pattern);
            }
        }
        return new Patterns(Set.copyOf(literals), List.copyOf(globs), List.copyOf(regexes));
    }

    private static BoundedRegex regex(String element, String item) {
        if (!item.endsWith("]")) {
            throw new IllegalArgumentException(
                    "<" + element + "> has the item " + item
                            + ", which does not end: write %regex[ and ] around the regular expression, such as %regex[https://[^/]+/old/.*]");
        }
        try {
            return new BoundedRegex(Pattern.compile(item.substring(REGEX.length(), item.length() - 1)));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "<" + element + "> has the item " + item + ", which is not a valid regular expression ("
                            + e.getDescription()
                            + "): see java.util.regex.Pattern for its syntax, or use * for any characters without %regex[…]",
                    e);
        }
    }

    /** Returns whether there are no patterns. */
    public boolean isEmpty() {
        return literals.isEmpty() && globs.isEmpty() && regexes.isEmpty();
    }

    /**
     * Returns whether any pattern matches the whole text. A regular expression that takes more than a million steps, or
     * a text of more than 16,384 characters for a regular expression, counts as no match.
     */
    public boolean match(String text) {
        if (!literals.isEmpty() && literals.contains(text)) {
            return true;
        }
        for (Glob glob : globs) {
            if (glob.matches(text)) {
                return true;
            }
        }
        for (BoundedRegex regex : regexes) {
            if (regex.matches(text)) {
                return true;
            }
        }
        return false;
    }
}
