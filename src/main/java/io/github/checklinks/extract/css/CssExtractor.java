// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.css;

import io.github.checklinks.extract.Bytes;
import io.github.checklinks.extract.LinkAttribute;
import io.github.checklinks.extract.LinkSink;
import io.github.checklinks.extract.attribute.LinkAttributes;
import io.github.checklinks.extract.attribute.NameTable;
import java.util.List;

/**
 * An extractor of the links of style sheets: {@code url()}, {@code @import} and the strings of {@code image-set()}, tokenized as in CSS
 * Syntax §4.3. Data URLs, empty URLs and same-document references ({@code #id}) are no links, nor is what the prelude of an
 * at-rule tests or names, such as the conditions of {@code @supports} (CSS Conditional §6) and {@code @import}. Not thread-safe.
 */
public final class CssExtractor {

    /** The at-rules whose prelude may hold a {@code url()} or string that is not loaded. */
    private static final NameTable AT_RULES_WITH_CONDITIONS = new NameTable(
            List.of("@supports", "@container", "@namespace", "@document", "@-moz-document", "@when", "@else"));

    private final CssText value = new CssText();

    private byte[] css = new byte[0];
    private int end;
    private LinkAttribute linkAttribute = LinkAttributes.CSS;
    private boolean muted;
    private int outerOffset;
    private LinkSink sink = LinkSink.NONE;

    private int parentheses;
    /** The value of {@link #parentheses} directly inside the outermost {@code image-set}; 0 outside. */
    private int imageSet;

    /**
     * Reports the links of a style sheet or of declarations to a sink; does not call {@link LinkSink#start}.
     *
     * @param offset the offset reported for each link; -1 for that of its token
     */
    public void read(
            byte[] utf8,
            int begin,
            int finish,
            LinkAttribute attribute,
            boolean isMuted,
            int offset,
            LinkSink receiver) {
        css = utf8;
        end = finish;
        linkAttribute = attribute;
        muted = isMuted;
        outerOffset = offset;
        sink = receiver;
        parentheses = 0;
        imageSet = 0;
        int i = begin;
        while (i < finish) {
            i = token(i);
        }
        css = new byte[0];
        sink = LinkSink.NONE;
    }

    private int token(int i) {
        byte c = css[i];
        if (c == '/' && i + 1 < end && css[i + 1] == '*') {
            return afterComment(i);
        }
        if (c == '"' || c == '\'') {
            int next = value.readString(css, i, end);
            if (imageSet > 0 && parentheses == imageSet) {
                report(i);
            }
            return next;
        }
        if (c == '@') {
            return atRule(i);
        }
        if (isNameByte(c)) {
            return name(i);
        }
        if (c == '(') {
            parentheses++;
        } else if (c == ')') {
            if (parentheses == imageSet) {
                imageSet = 0;
            }
            parentheses = Math.max(0, parentheses - 1);
        } else if (c == '{' || c == '}' || c == ';') {
            // Unclosed functions end with their declaration.
            parentheses = 0;
            imageSet = 0;
        }
        return i + 1;
    }

    private int atRule(int at) {
        int nameEnd = afterName(at + 1);
        if (Bytes.is(css, at + 1, nameEnd, "import")) {
            return importRule(at, nameEnd);
        }
        return AT_RULES_WITH_CONDITIONS.find(css, at, nameEnd) != NameTable.NONE ? afterPrelude(nameEnd) : nameEnd;
    }

    private int importRule(int at, int nameEnd) {
        int i = afterSpace(nameEnd);
        if (i == end || css[i] != '"' && css[i] != '\'') {
            int urlEnd = afterName(i);
            if (urlEnd == end || css[urlEnd] != '(' || !Bytes.is(css, i, urlEnd, "url")) {
                return i;
            }
            int next = value.readUrl(css, urlEnd + 1, end);
            report(i);
            return afterPrelude(next);
        }
        int next = value.readString(css, i, end);
        report(at);
        return afterPrelude(next);
    }

    /** Returns the start of the block of an at-rule or its semicolon: the first outside of parentheses (CSS Syntax §5.5.2). */
    private int afterPrelude(int begin) {
        int open = 0;
        int i = begin;
        while (i < end && (open > 0 || css[i] != ';' && css[i] != '{' && css[i] != '}')) {
            byte c = css[i];
            if (c == '/' && i + 1 < end && css[i + 1] == '*') {
                i = afterComment(i);
            } else if (c == '"' || c == '\'') {
                i = value.readString(css, i, end);
            } else if (isNameByte(c)) {
                int nameEnd = afterName(i);
                boolean isUrl = nameEnd < end && css[nameEnd] == '(' && Bytes.is(css, i, nameEnd, "url");
                i = isUrl ? value.readUrl(css, nameEnd + 1, end) : nameEnd;
            } else {
                open = Math.max(0, open + (c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0));
                i++;
            }
        }
        return i;
    }

    private int name(int at) {
        int nameEnd = afterName(at);
        if (nameEnd == end || css[nameEnd] != '(') {
            return nameEnd;
        }
        if (Bytes.is(css, at, nameEnd, "url")) {
            int next = value.readUrl(css, nameEnd + 1, end);
            report(at);
            return next;
        }
        parentheses++;
        if (imageSet == 0
                && (Bytes.is(css, at, nameEnd, "image-set") || Bytes.is(css, at, nameEnd, "-webkit-image-set"))) {
            imageSet = parentheses;
        }
        return nameEnd + 1;
    }

    private void report(int token) {
        byte[] text = value.bytes();
        int from = value.from();
        int to = value.to();
        if (from < to && text[from] != '#' && !Bytes.startsWith(text, from, to, "data:")) {
            sink.link(linkAttribute, muted, text, from, to, outerOffset < 0 ? token : outerOffset);
        }
    }

    private int afterName(int begin) {
        int i = begin;
        while (i < end && isNameByte(css[i])) {
            // Any escaped character is part of the name.
            i += css[i] == '\\' ? 2 : 1;
        }
        return Math.min(i, end);
    }

    private static boolean isNameByte(byte c) {
        return c < 0 || Bytes.isLetter(c) || Bytes.isDigit(c) || c == '-' || c == '_' || c == '\\';
    }

    private int afterSpace(int begin) {
        int i = begin;
        while (i < end) {
            if (css[i] == '/' && i + 1 < end && css[i + 1] == '*') {
                i = afterComment(i);
            } else if (Bytes.isSpace(css[i])) {
                i++;
            } else {
                break;
            }
        }
        return i;
    }

    private int afterComment(int begin) {
        int i = begin + 2;
        while (true) {
            i = Bytes.find(css, i, end, '/');
            if (i == end) {
                return end;
            }
            if (css[i - 1] == '*' && i - 1 >= begin + 2) {
                return i + 1;
            }
            i++;
        }
    }
}
