// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Recognizes the media type of a document without {@code Content-Type} by its first bytes (MIME Sniffing standard §7.1). */
final class UnknownType {

    /** The number of bytes that are examined. */
    private static final int HEADER = 1445;

    /** Each must be followed by a space or {@code >}. */
    private static final List<String> TAGS = List.of(
            "<!doctype html",
            "<html",
            "<head",
            "<script",
            "<iframe",
            "<h1",
            "<div",
            "<font",
            "<table",
            "<a",
            "<style",
            "<title",
            "<b",
            "<body",
            "<br",
            "<p");

    private UnknownType() {}

    /** Returns {@code text/html} or {@code text/xml}; null if the document is neither. */
    static @Nullable String sniff(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, HEADER), ISO_8859_1);
        int at = 0;
        while (at < start.length() && "\t\n\f\r ".indexOf(start.charAt(at)) >= 0) {
            at++;
        }
        String text = start.substring(at).toLowerCase(Locale.ROOT);
        if (text.startsWith("<!--") || TAGS.stream().anyMatch(tag -> isTag(text, tag))) {
            return "text/html";
        }
        return text.startsWith("<?xml") ? "text/xml" : null;
    }

    private static boolean isTag(String text, String tag) {
        return text.startsWith(tag)
                && text.length() > tag.length()
                && (text.charAt(tag.length()) == ' ' || text.charAt(tag.length()) == '>');
    }
}
