// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The media type of a response (MIME Sniffing standard §4, "MIME type"), as far as it matters here.
 *
 * @param essence type and subtype in lower case, such as {@code text/html}
 * @param charset the charset parameter; null if there is none
 */
public record MediaType(String essence, @Nullable String charset) {

    private static final String HTTP_SPACE = "\t\n\r ";
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    /** The types that browsers treat as no type at all (MIME Sniffing standard §7). */
    private static final Set<String> UNKNOWN = Set.of("unknown/unknown", "application/unknown");

    /** Returns whether a type is missing or unknown, so that the content decides. */
    public static boolean isUnknown(@Nullable MediaType type) {
        return type == null || UNKNOWN.contains(type.essence);
    }

    /**
     * Extracts the type of a response (Fetch standard, "extract a MIME type"): the last one counts, and a charset
     * carries over to the next one of the same type.
     *
     * @param header the values of all {@code Content-Type} headers, joined by commas; null if there is none
     * @return null if there is no valid type
     */
    public static @Nullable MediaType ofHeader(@Nullable String header) {
        MediaType type = null;
        for (String value : header == null ? List.<String>of() : split(header)) {
            MediaType next = parse(value);
            if (next == null || next.essence.equals("*/*")) {
                continue;
            }
            boolean carriesOver = type != null && next.charset == null && next.essence.equals(type.essence);
            type = carriesOver ? type : next;
        }
        return type;
    }

    /** Splits at commas outside of quotation marks (Fetch standard, "get, decode, and split"). */
    private static List<String> split(String header) {
        List<String> values = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < header.length()) {
            char c = header.charAt(at);
            if (c == '"') {
                at = quotedEnd(header, at);
            } else {
                if (c == ',') {
                    values.add(header.substring(start, at));
                    start = at + 1;
                }
                at++;
            }
        }
        values.add(header.substring(start));
        return values;
    }

    /** Parses a type (MIME Sniffing standard §4.4, "parse a MIME type"); returns null for failure. */
    private static @Nullable MediaType parse(String value) {
        int end = value.indexOf(';');
        String essence = trim(end < 0 ? value : value.substring(0, end));
        int slash = essence.indexOf('/');
        if (slash < 0 || !isToken(essence.substring(0, slash)) || !isToken(essence.substring(slash + 1))) {
            return null;
        }
        return new MediaType(essence.toLowerCase(Locale.ROOT), end < 0 ? null : charset(value, end + 1));
    }

    /** Returns the first valid charset among the parameters from an index on. */
    private static @Nullable String charset(String value, int start) {
        int at = start;
        while (at < value.length()) {
            int nameEnd = at;
            while (nameEnd < value.length() && ";=".indexOf(value.charAt(nameEnd)) < 0) {
                nameEnd++;
            }
            String name = value.substring(at, nameEnd);
            while (!name.isEmpty() && HTTP_SPACE.indexOf(name.charAt(0)) >= 0) {
                name = name.substring(1);
            }
            if (nameEnd >= value.length() || value.charAt(nameEnd) == ';') {
                at = nameEnd + 1;
                continue;
            }
            int valueStart = nameEnd + 1;
            boolean quoted = valueStart < value.length() && value.charAt(valueStart) == '"';
            int textEnd = quoted ? quotedEnd(value, valueStart) : valueStart;
            int next = value.indexOf(';', textEnd);
            int valueEnd = next < 0 ? value.length() : next;
            String text =
                    quoted ? unquoted(value, valueStart, textEnd) : trimEnd(value.substring(valueStart, valueEnd));
            if (name.equalsIgnoreCase("charset") && !(text.isEmpty() && !quoted) && isQuotable(text)) {
                return text;
            }
            at = valueEnd + 1;
        }
        return null;
    }

    /** Returns the index after a quoted string, or the end of the text if it is not closed. */
    private static int quotedEnd(String text, int start) {
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), at + 1);
    }

    private static String unquoted(String text, int start, int end) {
        StringBuilder value = new StringBuilder();
        for (int at = start + 1; at < end && text.charAt(at) != '"'; at++) {
            if (text.charAt(at) == '\\' && at + 1 < end) {
                at++;
            }
            value.append(text.charAt(at));
        }
        return value.toString();
    }

    private static String trim(String text) {
        int start = 0;
        while (start < text.length() && HTTP_SPACE.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return trimEnd(text.substring(start));
    }

    private static String trimEnd(String text) {
        int end = text.length();
        while (end > 0 && HTTP_SPACE.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }

    private static boolean isToken(String text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(c -> c >= 'a' && c <= 'z'
                                || c >= 'A' && c <= 'Z'
                                || c >= '0' && c <= '9'
                                || TOKEN_MARKS.indexOf(c) >= 0);
    }

    private static boolean isQuotable(String text) {
        return text.chars().allMatch(c -> c == '\t' || c >= ' ' && c <= '~' || c >= 0x80 && c <= 0xff);
    }
}
