// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import io.github.checklinks.url.MediaType;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The types of documents that are searched for links. */
public enum DocumentType {
    HTML,
    XHTML,
    SVG,
    CSS,
    /** A sitemap, a sitemap index, an Atom or RSS feed; other XML has no links. */
    XML,
    /** A web app manifest. */
    MANIFEST;

    private static final Optional<DocumentType> OF_HTML = Optional.of(HTML);

    /** Returns whether documents of this type are pages. */
    public boolean isPage() {
        return this == HTML || this == XHTML;
    }

    /**
     * Returns whether a fragment identifies an element in documents of this type. The meaning of a fragment depends on the media type
     * (RFC 3986 §3.5): in a style sheet, a feed or a manifest it identifies none.
     */
    public boolean hasAnchors() {
        return isPage() || this == SVG;
    }

    /** Returns the type of a file of a local site by its name, ignoring case; empty if the file is not searched for links. */
    public static Optional<DocumentType> ofFile(String name) {
        if (name.endsWith(".html")) {
            return OF_HTML;
        }
        return byName(name);
    }

    private static Optional<DocumentType> byName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String last = lower.substring(lower.lastIndexOf('/') + 1);
        if (last.equals("manifest.json")) {
            return Optional.of(MANIFEST);
        }
        DocumentType documentType = switch (last.substring(last.lastIndexOf('.') + 1)) {
            case "html", "htm", "shtml" -> HTML;
            case "xhtml" -> XHTML;
            case "css" -> CSS;
            case "svg" -> SVG;
            case "xml", "rss", "atom" -> XML;
            case "webmanifest" -> MANIFEST;
            default -> null;
        };
        return last.indexOf('.') < 0 ? Optional.empty() : Optional.ofNullable(documentType);
    }

    /**
     * Returns the type of a response; empty if it is not searched for links.
     *
     * @param contentType the value of the {@code Content-Type} header with its parameters; null, if there was none, gives empty
     * @param path the URL's path, which decides where the media type is generic (such as {@code application/xml}, {@code application/json})
     */
    public static Optional<DocumentType> ofAnswer(@Nullable String contentType, String path) {
        MediaType type = MediaType.ofHeader(contentType);
        return type == null ? Optional.empty() : ofType(type.essence(), path);
    }

    /** Returns the type of a response without {@code Content-Type}, by the start of its body and by its path. */
    public static Optional<DocumentType> ofUntyped(byte[] body, String path) {
        String sniffed = UnknownType.sniff(body);
        if (sniffed != null) {
            return ofType(sniffed, path);
        }
        // Browsers accept a style sheet or a manifest without a type where they request one.
        return ofFile(path)
                .filter(named -> named == CSS || named == MANIFEST || named == XML)
                .or(() -> ofPacked(path));
    }

    private static Optional<DocumentType> ofType(String type, String path) {
        return switch (type) {
            case "text/html" -> Optional.of(HTML);
            case "application/xhtml+xml" -> Optional.of(XHTML);
            case "text/css" -> Optional.of(CSS);
            case "image/svg+xml" -> Optional.of(SVG);
            case "application/rss+xml", "application/atom+xml" -> Optional.of(XML);
            case "application/xml", "text/xml" ->
                Optional.of(ofFile(path)
                        .filter(documentType -> documentType == SVG || documentType == XHTML)
                        .orElse(XML));
            case "application/manifest+json" -> Optional.of(MANIFEST);
            case "application/json" -> ofFile(path).filter(documentType -> documentType == MANIFEST);
            case "application/gzip", "application/x-gzip", "application/octet-stream" -> ofPacked(path);
            default -> Optional.empty();
        };
    }

    /** Returns the type of the content of a {@code .gz} file: only sitemaps are searched for links in this form. */
    private static Optional<DocumentType> ofPacked(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(".xml.gz") ? Optional.of(XML) : Optional.empty();
    }
}
