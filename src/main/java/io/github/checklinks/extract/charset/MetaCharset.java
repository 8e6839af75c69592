// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.charset;

import io.github.checklinks.extract.Bytes;
import io.github.checklinks.extract.attribute.NameTable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A search for the charset that a page declares in a {@code meta} element (HTML §13.2.3.2, "prescan a byte stream"). It covers the whole
 * page, as browsers restart parsing on a late declaration.
 */
public final class MetaCharset {

    /** The number of bytes covered by the prescan of the standard, which does not recognize scripts. */
    static final int PRESCAN = 1024;

    private static final NameTable RAW = new NameTable(List.of("script", "style", "title", "textarea"));

    private final byte[] bytes;
    private final int end;
    private int at;
    private int nameFrom;
    private int nameTo;
    private int valueFrom;
    private int valueTo;

    private MetaCharset(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    /** Returns the name of the charset in {@link EncodingLabels}; null if none is declared. */
    public static @Nullable String find(byte[] bytes, int from, int end) {
        MetaCharset search = new MetaCharset(bytes, end);
        search.at = from;
        return search.find();
    }

    private @Nullable String find() {
        while (true) {
            int bracket = Bytes.find(bytes, at, end, '<');
            if (bracket + 1 >= end) {
                return null;
            }
            at = bracket + 1;
            byte c = bytes[at];
            if (Bytes.startsWith(bytes, at, end, "!--")) {
                skipComment(at + 3);
            } else if (Bytes.startsWith(bytes, at, end, "meta") && at + 4 < end && isSpaceOrSlash(bytes[at + 4])) {
                at += 4;
                String charset = readMeta();
                if (charset != null) {
                    return charset;
                }
            } else if (Bytes.isLetter(c) || (c == '/' && at + 1 < end && Bytes.isLetter(bytes[at + 1]))) {
                skipTag(c != '/');
            } else if (c == '!' || c == '/' || c == '?') {
                at = Bytes.find(bytes, at, end, '>');
            }
        }
    }

    private void skipComment(int begin) {
        int i = begin;
        do {
            i = Bytes.find(bytes, i, end, '>') + 1;
        } while (i <= end && (bytes[i - 2] != '-' || bytes[i - 3] != '-'));
        at = Math.min(i, end);
    }

    private void skipTag(boolean isStart) {
        int from = isStart ? at : at + 1;
        int to = from;
        while (to < end && !isSpaceOrSlash(bytes[to]) && bytes[to] != '>') {
            to++;
        }
        at = to;
        while (nextAttribute()) {
            // Skips the attribute.
        }
        if (isStart && from > PRESCAN && RAW.find(bytes, from, to) != NameTable.NONE) {
            while (at < end && !isEndTag(from, to)) {
                at = Bytes.find(bytes, at + 1, end, '<');
            }
        }
    }

    private boolean isEndTag(int from, int to) {
        if (at + 2 + to - from >= end || bytes[at] != '<' || bytes[at + 1] != '/') {
            return false;
        }
        return NameTable.identity(bytes, at + 2, at + 2 + to - from) == NameTable.identity(bytes, from, to);
    }

    private @Nullable String readMeta() {
        boolean pragma = false;
        boolean needsPragma = false;
        boolean charsetSeen = false;
        boolean contentSeen = false;
        boolean pragmaSeen = false;
        String label = null;
        while (nextAttribute()) {
            if (Bytes.is(bytes, nameFrom, nameTo, "http-equiv")) {
                pragma |= !pragmaSeen && Bytes.is(bytes, valueFrom, valueTo, "content-type");
                pragmaSeen = true;
            } else if (Bytes.is(bytes, nameFrom, nameTo, "content") && !contentSeen) {
                contentSeen = true;
                String inContent = charsetInContent();
                if (inContent != null && label == null) {
                    label = inContent;
                    needsPragma = true;
                }
            } else if (Bytes.is(bytes, nameFrom, nameTo, "charset") && !charsetSeen) {
                charsetSeen = true;
                label = string(valueFrom, valueTo);
                needsPragma = false;
            }
        }
        if (label == null || (needsPragma && !pragma)) {
            return null;
        }
        String charset = EncodingLabels.charsetName(label);
        // The declaration was read as ASCII, so the page cannot be in UTF-16.
        return charset != null && charset.startsWith("UTF-16") ? "UTF-8" : charset;
    }

    /** HTML §2.5.3, "extracting a character encoding from a meta element". */
    private @Nullable String charsetInContent() {
        int i = valueFrom;
        while (true) {
            while (i < valueTo && !Bytes.startsWith(bytes, i, valueTo, "charset")) {
                i++;
            }
            if (i >= valueTo) {
                return null;
            }
            i = skipSpace(i + 7, valueTo);
            if (i < valueTo && bytes[i] == '=') {
                break;
            }
        }
        i = skipSpace(i + 1, valueTo);
        if (i >= valueTo) {
            return null;
        }
        if (bytes[i] == '"' || bytes[i] == '\'') {
            int close = Bytes.find(bytes, i + 1, valueTo, bytes[i]);
            return close < valueTo ? string(i + 1, close) : null;
        }
        int from = i;
        while (i < valueTo && !Bytes.isSpace(bytes[i]) && bytes[i] != ';') {
            i++;
        }
        return string(from, i);
    }

    /** Moves to the next attribute of a tag; returns false at the end of the tag (HTML §13.2.3.2, "get an attribute"). */
    private boolean nextAttribute() {
        while (at < end && isSpaceOrSlash(bytes[at])) {
            at++;
        }
        if (at >= end || bytes[at] == '>') {
            return false;
        }
        nameFrom = at++;
        while (at < end && bytes[at] != '=' && bytes[at] != '>' && !isSpaceOrSlash(bytes[at])) {
            at++;
        }
        nameTo = at;
        int equals = skipSpace(at, end);
        valueFrom = at;
        valueTo = at;
        if (equals >= end || bytes[equals] != '=') {
            return equals < end;
        }
        at = skipSpace(equals + 1, end);
        if (at < end && (bytes[at] == '"' || bytes[at] == '\'')) {
            valueFrom = at + 1;
            valueTo = Bytes.find(bytes, valueFrom, end, bytes[at]);
            at = Math.min(valueTo + 1, end);
            return valueTo < end;
        }
        valueFrom = at;
        while (at < end && bytes[at] != '>' && !Bytes.isSpace(bytes[at])) {
            at++;
        }
        valueTo = at;
        return at < end;
    }

    private int skipSpace(int begin, int limit) {
        int i = begin;
        while (i < limit && Bytes.isSpace(bytes[i])) {
            i++;
        }
        return i;
    }

    private static boolean isSpaceOrSlash(byte c) {
        return c == '/' || Bytes.isSpace(c);
    }

    private String string(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
