// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.reference;

import java.util.Map;

/** Decodes the character references that occur in URLs: the five predefined ones of XML, numeric ones, and the no-break space. */
public final class Entities {

    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00a0");

    /** Maximum number of characters before the semicolon of a supported character reference. */
    private static final int MAX_LENGTH = 10;

    private Entities() {}

    /** Returns a text with its character references decoded; unknown ones are left unchanged. */
    public static String decode(String text) {
        int next = text.indexOf('&');
        if (next < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        while (next >= 0) {
            int end = next + 1;
            while (end < text.length() && end - next <= MAX_LENGTH && text.charAt(end) != ';') {
                end++;
            }
            boolean ends = end < text.length() && text.charAt(end) == ';';
            String character = ends ? character(text.substring(next + 1, end)) : "";
            if (character.isEmpty()) {
                next = text.indexOf('&', next + 1);
                continue;
            }
            out.append(text, from, next).append(character);
            from = end + 1;
            next = text.indexOf('&', from);
        }
        return out.append(text, from, text.length()).toString();
    }

    /** Returns the character of a reference, given without {@code &} and semicolon; empty for an unknown one. */
    private static String character(String name) {
        if (!name.startsWith("#")) {
            return NAMED.getOrDefault(name, "");
        }
        try {
            boolean hex = name.startsWith("x", 1) || name.startsWith("X", 1);
            int code = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
            return Character.isValidCodePoint(code) ? Character.toString(code) : "";
        } catch (NumberFormatException noNumber) {
            return "";
        }
    }
}
