// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.directory;

import io.github.checklinks.url.WebUrl;
import org.jspecify.annotations.Nullable;

/**
 * A URL prefix on a path-segment boundary: http and https are the same, and so are default ports.
 *
 * @param authority host and port, the port only when it is not the scheme's own
 * @param path with a final slash
 */
public record UrlPrefix(String authority, String path) {

    /** The prefix that is the directory of a URL. */
    public static UrlPrefix directoryOf(WebUrl url) {
        return new UrlPrefix(authority(url), url.path().substring(0, url.path().lastIndexOf('/') + 1));
    }

    /** What follows the prefix in a URL's path, still percent-encoded; null when the URL lies elsewhere. */
    @Nullable
    public String below(WebUrl url) {
        String urlPath = url.path();
        if (urlPath.startsWith(path)) {
            return authority.equals(authority(url)) ? urlPath.substring(path.length()) : null;
        }
        boolean directoryWithoutSlash =
                urlPath.length() == path.length() - 1 && path.startsWith(urlPath) && authority.equals(authority(url));
        return directoryWithoutSlash ? "" : null;
    }

    /** Whether a URL has the same host and port. */
    public boolean isSameAuthority(WebUrl url) {
        return authority.equals(authority(url));
    }

    private static String authority(WebUrl url) {
        int port = url.port();
        boolean usual = port == ("https".equals(url.scheme()) ? 443 : 80);
        return usual ? String.valueOf(url.host()) : url.host() + ":" + port;
    }
}
