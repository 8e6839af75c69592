// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import java.util.List;

/**
 * Strips quotation marks and angle brackets, literal or percent-encoded, around a reference. Uses loops, because {@code java.util.regex}
 * recurses once per character for a quantified alternation.
 */
final class Quotes {

    private static final List<String> OPENING = List.of("\"", "'", "<", "\u201C", "\u2018", "%22", "%3C", "%3c");
    private static final List<String> CLOSING = List.of("\"", "'", ">", "\u201D", "\u2019", "%22", "%3E", "%3e");

    private Quotes() {}

    /** Returns a text without the quotes around it. */
    static String strip(String text) {
        int from = 0;
        for (int length = opening(text, from); length > 0; length = opening(text, from)) {
            from += length;
        }
        int to = text.length();
        for (int length = closing(text, from, to); length > 0; length = closing(text, from, to)) {
            to -= length;
        }
        return text.substring(from, to);
    }

    /** Returns the length of the opening quote at an index; 0 if there is none. */
    private static int opening(String text, int from) {
        for (String quote : OPENING) {
            if (text.startsWith(quote, from)) {
                return quote.length();
            }
        }
        return 0;
    }

    /** Returns the length of the closing quote that ends at {@code to}; 0 if there is none. */
    private static int closing(String text, int from, int to) {
        for (String quote : CLOSING) {
            if (to - quote.length() >= from && text.startsWith(quote, to - quote.length())) {
                return quote.length();
            }
        }
        return 0;
    }
}
