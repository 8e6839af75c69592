// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.html;

import io.github.checklinks.extract.Bytes;
import io.github.checklinks.extract.attribute.NameTable;
import java.util.List;

/** The elements that can have a shadow root (DOM §4.8, "valid shadow host name"). */
final class ShadowHosts {

    private static final NameTable NAMES = new NameTable(List.of(
            "article",
            "aside",
            "blockquote",
            "body",
            "div",
            "footer",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "main",
            "nav",
            "p",
            "section",
            "span"));

    /** Names with a hyphen that are not valid for custom elements (HTML §4.13.3). */
    private static final NameTable OLD_NAMES = new NameTable(List.of(
            "annotation-xml",
            "color-profile",
            "font-face",
            "font-face-src",
            "font-face-uri",
            "font-face-format",
            "font-face-name",
            "missing-glyph"));

    private ShadowHosts() {}

    /** Returns whether an element of a name, which must not be empty, can have a shadow root. */
    static boolean has(byte[] text, int from, int to) {
        return NAMES.find(text, from, to) != NameTable.NONE
                || Bytes.find(text, from, to, '-') < to && OLD_NAMES.find(text, from, to) == NameTable.NONE;
    }

    /**
     * Returns whether a template may declare a shadow root, as far as can be determined without a tree: its host is the element of the
     * start tag directly before it, if any, which has a shadow root already if one ended there.
     *
     * @param offset the start of the template
     * @param endOfLast the end of the last template that declared a shadow root; 0 if there was none
     */
    static boolean hasBefore(byte[] text, int offset, int endOfLast) {
        int bracket = offset - 1;
        while (bracket >= endOfLast && text[bracket] != '<') {
            bracket--;
        }
        if (bracket < endOfLast) {
            return endOfLast == 0;
        }
        int from = bracket + 1;
        if (!Bytes.isLetter(text[from])) {
            return true;
        }
        int to = from;
        while (to < offset && !Bytes.isSpace(text[to]) && text[to] != '/' && text[to] != '>') {
            to++;
        }
        return IgnoredElements.isVoid(text, from, to) || has(text, from, to);
    }
}
