// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.html;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes HTML elements, escaping all text and attribute values. */
final class Html {

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    Html(Writer out) {
        this.out = out;
    }

    /**
     * Opens an element.
     *
     * @param attributes alternating names and values; values may be untrusted, names must not be
     */
    Html open(String element, String... attributes) throws IOException {
        start(element, attributes);
        open.push(element);
        return this;
    }

    /** Writes a void element. */
    Html empty(String element, String... attributes) throws IOException {
        start(element, attributes);
        return this;
    }

    /** Closes the innermost open element. */
    Html close() throws IOException {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Writes an element that contains only text. */
    Html element(String element, String text, String... attributes) throws IOException {
        return open(element, attributes).text(text).close();
    }

    /** Writes text, which may be untrusted. */
    Html text(String text) throws IOException {
        escape(text);
        return this;
    }

    /** Writes a line end, so that the source is readable. */
    Html line() throws IOException {
        out.append('\n');
        return this;
    }

    /** Writes trusted markup, style or script unescaped. */
    Html raw(String markup) throws IOException {
        out.append(markup);
        return this;
    }

    private void start(String element, String... attributes) throws IOException {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
    }

    private void escape(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }
}
