package io.github.checklinks.extract;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages in which links are looked for. */
public enum Language {
    HTML,
    XHTML,
    SVG,
    CSS,
    /** A sitemap, a sitemap index, an Atom or RSS feed; other XML holds no links. */
    XML,
    /** A web app manifest. */
    MANIFEST;

    /** Whether documents in it count as pages. */
    public boolean isPage() {
        return this == HTML || this == XHTML;
    }

    /** The language of a file of a local site, by its name in any letter case; none when no links are looked for in it. */
    public static Optional<Language> ofFile(String name) {
        throw new UnsupportedOperationException();
    }

    /**
     * The language of an answer.
     *
     * @param contentType the header's value with its parameters; null when there was none
     * @param path the URL's path, for types that say little (such as {@code application/xml}, {@code application/json})
     */
    public static Optional<Language> ofAnswer(@Nullable String contentType, String path) {
        throw new UnsupportedOperationException();
    }
}
