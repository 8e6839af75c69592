// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import java.util.List;

/**
 * Quotation marks and angle brackets around a reference, as such or percent-encoded. Loops, because an alternation under a quantifier
 * of {@code java.util.regex} recurses once for each character.
 */
final class Quotes {

    private static final List<String> OPENING = List.of("\"", "'", "<", "\u201C", "\u2018", "%22", "%3C", "%3c");
    private static final List<String> CLOSING = List.of("\"", "'", ">", "\u201D", "\u2019", "%22", "%3E", "%3e");

    private Quotes() {}

    /** The text between them. */
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

    /** The length of the sign that begins here; 0 when none does. */
    private static int opening(String text, int from) {
        for (String sign : OPENING) {
            if (text.startsWith(sign, from)) {
                return sign.length();
            }
        }
        return 0;
    }

    /** The length of the sign that ends here; 0 when none does. */
    private static int closing(String text, int from, int to) {
        for (String sign : CLOSING) {
            if (to - sign.length() >= from && text.startsWith(sign, to - sign.length())) {
                return sign.length();
            }
        }
        return 0;
    }
}
