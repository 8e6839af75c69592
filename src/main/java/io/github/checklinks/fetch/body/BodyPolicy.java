// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.body;

import io.github.checklinks.url.MediaType;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which bodies are downloaded: those of the types that are searched for links. */
public final class BodyPolicy {

    private static final Set<String> LINK_TYPES = Set.of(
            "text/html",
            "application/xhtml+xml",
            "text/css",
            "application/xml",
            "text/xml",
            "image/svg+xml",
            "application/manifest+json");

    private static final Set<String> GZIP_TYPES =
            Set.of("application/gzip", "application/x-gzip", "application/octet-stream");

    private BodyPolicy() {}

    /**
     * Returns whether the body of a successful response is read.
     *
     * @param path the serialised path of the URL
     * @param contentType the header as sent; null if there is none
     */
    public static boolean reads(String path, @Nullable String contentType) {
        if (path.equals("/robots.txt")) {
            return true; // RFC 9309 requires text/plain, but other types are read as well
        }
        MediaType mediaType = MediaType.ofHeader(contentType);
        if (mediaType == null || MediaType.isUnknown(mediaType)) {
            return true; // the type is sniffed from the body
        }
        String type = mediaType.essence();
        String lower = path.toLowerCase(Locale.ROOT);
        return LINK_TYPES.contains(type)
                || (type.startsWith("application/") && type.endsWith("+xml"))
                || (type.equals("application/json") && lower.endsWith("manifest.json"))
                || (GZIP_TYPES.contains(type) && isGzipFile(lower));
    }

    /** Returns whether the file itself may be gzip, as sitemaps are, regardless of content codings. */
    static boolean isGzipFile(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(".gz");
    }
}
