// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

/** Recognises redirects that are not worth a warning: those that only change a final slash, http to https, or {@code www.}. */
final class TrivialRedirect {

    private TrivialRedirect() {}

    static boolean isTrivialRedirect(String from, String to) {
        boolean losesHttps = from.startsWith("https:") && to.startsWith("http:");
        return !losesHttps && plain(from).equals(plain(to));
    }

    private static String plain(String url) {
        int scheme = url.indexOf("://");
        String rest = scheme < 0 ? url : url.substring(scheme + 3);
        String host = rest.startsWith("www.") ? rest.substring(4) : rest;
        return host.endsWith("/") ? host.substring(0, host.length() - 1) : host;
    }
}
