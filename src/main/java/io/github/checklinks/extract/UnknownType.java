// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the language of a document that came without a type (MIME Sniffing standard §7.1). */
final class UnknownType {

    /** Bytes that are looked at. */
    private static final int HEADER = 1445;

    /** Each is followed by a byte that ends a tag. */
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

    static Optional<DocumentType> language(byte[] body, String path) {
        String start = new String(body, 0, Math.min(body.length, HEADER), ISO_8859_1);
        int at = 0;
        while (at < start.length() && "\t\n\f\r ".indexOf(start.charAt(at)) >= 0) {
            at++;
        }
        String text = start.substring(at).toLowerCase(Locale.ROOT);
        if (text.startsWith("<!--") || TAGS.stream().anyMatch(tag -> isTag(text, tag))) {
            return Optional.of(DocumentType.HTML);
        }
        if (text.startsWith("<?xml")) {
            return DocumentType.ofAnswer("text/xml", path);
        }
        // Where a style sheet or a manifest is asked for, one without a type is taken for it.
        return DocumentType.ofFile(path)
                .filter(named ->
                        named == DocumentType.CSS || named == DocumentType.MANIFEST || named == DocumentType.XML)
                .or(() -> DocumentType.ofPacked(path));
    }

    private static boolean isTag(String text, String tag) {
        return text.startsWith(tag)
                && text.length() > tag.length()
                && (text.charAt(tag.length()) == ' ' || text.charAt(tag.length()) == '>');
    }
}
