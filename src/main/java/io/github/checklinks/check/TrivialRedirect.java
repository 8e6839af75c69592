// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.url.WebUrl;

/** Recognises redirects that are not worth a warning: those that only change a final slash, http to https, or {@code www.}. */
final class TrivialRedirect {

    private TrivialRedirect() {}

    static boolean isTrivialRedirect(String from, String to) {
        boolean losesHttps = from.startsWith("https:") && to.startsWith("http:");
        return !losesHttps && plain(from).equals(plain(to));
    }

    /** Returns the host of a URL without a leading {@code www.}. */
    static String hostWithoutWww(WebUrl url) {
        return withoutWww(String.valueOf(url.host()));
    }

    private static String plain(String url) {
        int scheme = url.indexOf("://");
        String rest = scheme < 0 ? url : url.substring(scheme + 3);
        String host = withoutWww(rest);
        return host.endsWith("/") ? host.substring(0, host.length() - 1) : host;
    }

    private static String withoutWww(String host) {
        return host.startsWith("www.") ? host.substring(4) : host;
    }
}
