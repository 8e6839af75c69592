// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.directory;

import io.github.checklinks.url.WebUrl;
import org.jspecify.annotations.Nullable;

/**
 * A URL prefix that ends at a path segment. http and https are equivalent, and so are default ports.
 *
 * @param authority host and port, the port only if it is not the scheme's default
 * @param path with a final slash
 */
public record UrlPrefix(String authority, String path) {

    /** Returns the prefix for the directory of a URL. */
    public static UrlPrefix directoryOf(WebUrl url) {
        return new UrlPrefix(authority(url), url.path().substring(0, url.path().lastIndexOf('/') + 1));
    }

    /** Returns the part of a URL's path after the prefix, percent-encoded; null if the URL is not below it. */
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

    /** Returns whether a URL has the same host and port. */
    public boolean isSameAuthority(WebUrl url) {
        return authority.equals(authority(url));
    }

    private static String authority(WebUrl url) {
        int port = url.port();
        boolean isDefault = port == ("https".equals(url.scheme()) ? 443 : 80);
        return isDefault ? String.valueOf(url.host()) : url.host() + ":" + port;
    }
}
