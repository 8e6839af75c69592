// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which bodies are worth downloading: those in a language links are looked for in. */
final class BodyChoice {

    private static final Set<String> READ = Set.of(
            "text/html",
            "application/xhtml+xml",
            "text/css",
            "application/xml",
            "text/xml",
            "image/svg+xml",
            "application/manifest+json");

    private static final Set<String> PACKED =
            Set.of("application/gzip", "application/x-gzip", "application/octet-stream");

    private BodyChoice() {}

    /**
     * Whether the body of a successful answer is read.
     *
     * @param path of the URL, as serialised
     * @param contentType the header as sent; null when there was none
     */
    static boolean reads(String path, @Nullable String contentType) {
        if (path.equals("/robots.txt")) {
            return true; // RFC 9309 asks for text/plain, but what else is sent there is read just the same
        }
        String type = mediaType(contentType);
        String lower = path.toLowerCase(Locale.ROOT);
        return READ.contains(type)
                || (type.startsWith("application/") && type.endsWith("+xml"))
                || (type.equals("application/json") && lower.endsWith("manifest.json"))
                || (PACKED.contains(type) && isPacked(lower));
    }

    /** Whether the file itself may be gzip, as sitemaps are, whatever the transfer did to it. */
    static boolean isPacked(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    /** The media type without its parameters, in lower case; empty when there is none. A second type after a comma is dropped. */
    static String mediaType(@Nullable String contentType) {
        if (contentType == null) {
            return "";
        }
        int end = 0;
        while (end < contentType.length() && ";,".indexOf(contentType.charAt(end)) < 0) {
            end++;
        }
        return contentType.substring(0, end).strip().toLowerCase(Locale.ROOT);
    }
}
