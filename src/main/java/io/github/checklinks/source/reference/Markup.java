// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.reference;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A lenient tokenizer for the tags of HTML and XML texts that skips comments, CDATA sections and scripts. Runs in linear time. In invalid markup it
 * may miss tags, but never fails.
 */
public final class Markup {

    /** Receives the tags in the order of the text. */
    public interface Tags {

        /**
         * Receives a start tag.
         *
         * @param name the name, in lower case
         * @param attributes the attributes by name in lower case, with the character references in their values decoded
         * @param offset the offset of its {@code <}
         * @param closed whether it ends in {@code />}
         */
        void start(String name, Map<String, Value> attributes, int offset, boolean closed);

        /** Receives an end tag. */
        default void end(String name, int offset) {}

        /** Receives the range of the text between two tags, in which character references are not decoded. */
        default void text(int from, int to) {}
    }

    /**
     * The value of an attribute.
     *
     * @param text the value
     * @param offset the offset of its first character
     */
    public record Value(String text, int offset) {}

    private final String text;
    private final Tags tags;
    private int at;

    private Markup(String text, Tags tags) {
        this.text = text;
        this.tags = tags;
    }

    /** Passes the tags of a text to a receiver. */
    public static void walk(String text, Tags tags) {
        new Markup(text, tags).walk();
    }

    private void walk() {
        int from = 0;
        for (at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
            if (at > from) {
                tags.text(from, at);
            }
            if (text.startsWith("<!--", at)) {
                skipPast("-->", at + 4);
            } else if (text.startsWith("<![CDATA[", at)) {
                skipPast("]]>", at + 9);
            } else if (text.startsWith("<!", at) || text.startsWith("<?", at)) {
                skipPast(">", at + 2);
            } else if (text.startsWith("</", at) && isLetter(at + 2)) {
                int offset = at;
                at += 2;
                String name = name();
                skipPast(">", at);
                tags.end(name, offset);
            } else if (isLetter(at + 1)) {
                start();
            } else {
                at++;
            }
            from = at;
        }
    }

    private void skipPast(String end, int from) {
        int found = text.indexOf(end, from);
        at = found < 0 ? text.length() : found + end.length();
    }

    private void start() {
        int offset = at;
        at++;
        String name = name();
        Map<String, Value> attributes = new LinkedHashMap<>();
        boolean closed = false;
        while (at < text.length() && text.charAt(at) != '>') {
            char c = text.charAt(at);
            closed = c == '/';
            if (c == '/' || Character.isWhitespace(c)) {
                at++;
                continue;
            }
            String attribute = attributeName();
            Value value = value();
            attributes.putIfAbsent(attribute, value);
        }
        at = Math.min(text.length(), at + 1);
        tags.start(name, attributes, offset, closed);
        if (!closed && (name.equals("script") || name.equals("style"))) {
            int end = indexOfIgnoringCase("</" + name);
            at = end < 0 ? text.length() : end;
        }
    }

    private int indexOfIgnoringCase(String end) {
        for (int i = text.indexOf('<', at); i >= 0; i = text.indexOf('<', i + 1)) {
            if (text.regionMatches(true, i, end, 0, end.length())) {
                return i;
            }
        }
        return -1;
    }

    private String name() {
        int from = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && "/><".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at).toLowerCase(Locale.ROOT);
    }

    private String attributeName() {
        int from = at;
        at++;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && "/>=".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at).toLowerCase(Locale.ROOT);
    }

    private Value value() {
        int sign = skipSpace(at);
        if (sign >= text.length() || text.charAt(sign) != '=') {
            return new Value("", at);
        }
        at = skipSpace(sign + 1);
        if (at >= text.length()) {
            return new Value("", at);
        }
        char quote = text.charAt(at);
        int from = at;
        if (quote == '"' || quote == '\'') {
            from++;
            int end = text.indexOf(quote, from);
            at = end < 0 ? text.length() : end + 1;
            return new Value(Entities.decode(text.substring(from, end < 0 ? text.length() : end)), from);
        }
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && text.charAt(at) != '>') {
            at++;
        }
        return new Value(Entities.decode(text.substring(from, at)), from);
    }

    private int skipSpace(int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private boolean isLetter(int index) {
        return index < text.length() && Character.isLetter(text.charAt(index));
    }
}
