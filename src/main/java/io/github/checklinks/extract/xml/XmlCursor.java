// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.xml;

import io.github.checklinks.extract.Bytes;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A lenient cursor over the tags and the text of an XML document. It ignores declarations, knows no entities but those of HTML, loads
 * nothing external and skips what is not well-formed.
 */
final class XmlCursor {

    /** The kind of the current token. */
    enum Token {
        START,
        END,
        TEXT,
        CDATA,
        FINISH
    }

    private final byte[] text;
    private final int end;
    private int at;
    private int offset;
    private int from;
    private int to;
    private boolean closePending;

    XmlCursor(byte[] utf8, int length) {
        text = utf8;
        end = length;
    }

    /** Moves to the next token; a self-closing tag gives a start and an end. */
    Token next() {
        if (closePending) {
            closePending = false;
            return Token.END;
        }
        while (at < end) {
            offset = at;
            if (text[at] != '<') {
                from = at;
                at = Bytes.find(text, at, end, '<');
                to = at;
                return Token.TEXT;
            }
            if (Bytes.startsWith(text, at, end, "<!--")) {
                after("-->", at + 4);
            } else if (Bytes.startsWith(text, at, end, "<![cdata[")) {
                from = at + 9;
                to = Math.min(after("]]>", from), end);
                return Token.CDATA;
            } else if (at + 1 < end && text[at + 1] == '?') {
                after("?>", at + 2);
            } else if (at + 1 < end && text[at + 1] == '!') {
                skipDoctype();
            } else {
                return tag();
            }
        }
        return Token.FINISH;
    }

    private Token tag() {
        boolean isEnd = at + 1 < end && text[at + 1] == '/';
        from = isEnd ? at + 2 : at + 1;
        to = from;
        while (to < end && !Bytes.isSpace(text[to]) && text[to] != '>' && text[to] != '/') {
            to++;
        }
        int i = to;
        byte quote = 0;
        while (i < end && (quote != 0 || text[i] != '>')) {
            byte c = text[i++];
            if (quote == 0 ? c == '"' || c == '\'' : c == quote) {
                quote = quote == 0 ? c : 0;
            }
        }
        at = Math.min(i + 1, end);
        if (i == end) {
            return Token.FINISH;
        }
        closePending = !isEnd && i > to && text[i - 1] == '/';
        return isEnd ? Token.END : Token.START;
    }

    /** Moves behind a declaration, including its internal subset. */
    private void skipDoctype() {
        int close = Bytes.find(text, at, end, '>');
        if (Bytes.find(text, at, close, '[') < close) {
            close = Bytes.find(text, Bytes.find(text, at, end, ']'), end, '>');
        }
        at = Math.min(close + 1, end);
    }

    /** Moves behind the next occurrence of a delimiter and returns its offset. */
    private int after(String delimiter, int begin) {
        int last = delimiter.length() - 1;
        int i = begin + last;
        while (true) {
            i = Bytes.find(text, Math.min(i, end), end, delimiter.charAt(last));
            if (i == end || Bytes.startsWith(text, i - last, end, delimiter)) {
                at = Math.min(i + 1, end);
                return i == end ? end : i - last;
            }
            i++;
        }
    }

    /** Returns the start of the tag or text. */
    int offset() {
        return offset;
    }

    /** Returns the start of the name or the text. */
    int from() {
        return from;
    }

    /** Returns the end of the name or the text, exclusive. */
    int to() {
        return to;
    }

    /** Returns the name of the element with its prefix. */
    String name() {
        return new String(text, from, to - from, StandardCharsets.UTF_8);
    }

    /** Returns the value of an attribute of the start tag, with its character references undecoded; null if there is none. */
    @Nullable
    String attribute(String name) {
        int i = to;
        int stop = at - 1;
        while (i < stop) {
            while (i < stop && (Bytes.isSpace(text[i]) || text[i] == '/')) {
                i++;
            }
            int nameFrom = i;
            while (i < stop && text[i] != '=' && !Bytes.isSpace(text[i])) {
                i++;
            }
            int nameTo = i;
            while (i < stop && (Bytes.isSpace(text[i]) || text[i] == '=')) {
                i++;
            }
            if (i >= stop || (text[i] != '"' && text[i] != '\'')) {
                continue;
            }
            int close = Bytes.find(text, i + 1, stop, text[i]);
            if (name.equals(new String(text, nameFrom, nameTo - nameFrom, StandardCharsets.UTF_8))) {
                return new String(text, i + 1, close - i - 1, StandardCharsets.UTF_8);
            }
            i = close + 1;
        }
        return null;
    }
}
