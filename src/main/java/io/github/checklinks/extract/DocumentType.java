// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import io.github.checklinks.url.MediaType;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages in which links are looked for. */
public enum DocumentType {
    HTML,
    XHTML,
    SVG,
    CSS,
    /** A sitemap, a sitemap index, an Atom or RSS feed; other XML holds no links. */
    XML,
    /** A web app manifest. */
    MANIFEST;

    private static final Optional<DocumentType> OF_HTML = Optional.of(HTML);

    /** Whether documents in it count as pages. */
    public boolean isPage() {
        return this == HTML || this == XHTML;
    }

    /**
     * Whether a fragment of a document in it names an element. What a fragment means is up to the media type (RFC 3986 §3.5): in a style
     * sheet, a feed or a manifest it names none.
     */
    public boolean hasAnchors() {
        return isPage() || this == SVG;
    }

    /** The language of a file of a local site, by its name in any letter case; none when no links are looked for in it. */
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
     * The language of an answer.
     *
     * @param contentType the header's value with its parameters; null when there was none, which gives none
     * @param path the URL's path, for types that say little (such as {@code application/xml}, {@code application/json})
     */
    public static Optional<DocumentType> ofAnswer(@Nullable String contentType, String path) {
        MediaType type = MediaType.ofHeader(contentType);
        return type == null ? Optional.empty() : ofType(type.essence(), path);
    }

    /** The language of an answer without a type, by its beginning and its path. */
    public static Optional<DocumentType> ofUntyped(byte[] body, String path) {
        return UnknownType.language(body, path);
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

    /** The language of what is packed in a {@code .gz} file: sitemaps come so, and nothing else that is read. */
    static Optional<DocumentType> ofPacked(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(".xml.gz") ? Optional.of(XML) : Optional.empty();
    }
}
