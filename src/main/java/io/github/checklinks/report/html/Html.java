// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.html;

import io.github.checklinks.text.Printable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes HTML elements; no text or attribute value can become markup. */
final class Html {

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    Html(Writer out) {
        this.out = out;
    }

    /**
     * Begins an element.
     *
     * @param attributes names and values in turn; a value may come from outside, a name never
     */
    Html open(String element, String... attributes) throws IOException {
        start(element, attributes);
        open.push(element);
        return this;
    }

    /** An element without content or end tag. */
    Html empty(String element, String... attributes) throws IOException {
        start(element, attributes);
        return this;
    }

    /** Ends the innermost element. */
    Html close() throws IOException {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** A whole element with nothing but text in it. */
    Html element(String element, String text, String... attributes) throws IOException {
        return open(element, attributes).text(text).close();
    }

    /** Text from anywhere. */
    Html text(String text) throws IOException {
        escape(Printable.line(text));
        return this;
    }

    /** A line end, for people who read the source. */
    Html line() throws IOException {
        out.append('\n');
        return this;
    }

    /** Markup, style or script of our own. */
    Html raw(String markup) throws IOException {
        out.append(markup);
        return this;
    }

    private void start(String element, String... attributes) throws IOException {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(Printable.line(attributes[i + 1]));
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
