// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.body;

import io.github.checklinks.url.MediaType;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which bodies are worth downloading: those in a language links are looked for in. */
public final class BodyPolicy {

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

    private BodyPolicy() {}

    /**
     * Whether the body of a successful answer is read.
     *
     * @param path of the URL, as serialised
     * @param contentType the header as sent; null when there was none
     */
    public static boolean reads(String path, @Nullable String contentType) {
        if (path.equals("/robots.txt")) {
            return true; // RFC 9309 asks for text/plain, but what else is sent there is read just the same
        }
        MediaType given = MediaType.ofHeader(contentType);
        if (given == null || MediaType.isUnknown(given)) {
            return true; // the body says what it is
        }
        String type = given.essence();
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
}
