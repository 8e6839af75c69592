// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.view;

import org.jspecify.annotations.Nullable;

/** Hints that name one wrong setting behind many findings. Reports group these findings and put them first. */
public final class SharedHint {

    private static final String LIVES_BELOW = "the site seems to live below ";
    private static final String SET_SITE_URL = ": set siteUrl to ";
    private static final String SET_CLEAN_URLS = " exists: set cleanUrls to true if the server adds .html";

    private SharedHint() {}

    /**
     * Returns the hint that the site is published below a path that is missing in siteUrl.
     *
     * @param path the path, with leading and trailing slashes
     * @param address the URL of the site, as far as it is known
     */
    public static String publishedBelow(String path, String address) {
        return LIVES_BELOW + path + SET_SITE_URL + address;
    }

    /** Returns the hint that the server is expected to add the file extension of a page. */
    public static String cleanUrls(String page) {
        return page + SET_CLEAN_URLS;
    }

    /** Returns what findings with such a hint share, to be printed after "47 targets"; null for any other hint. */
    static @Nullable String cause(@Nullable String hint) {
        if (hint == null) {
            return null;
        }
        int end = hint.startsWith(LIVES_BELOW) ? hint.indexOf(SET_SITE_URL) : -1;
        if (end > 0) {
            return "below " + hint.substring(LIVES_BELOW.length(), end) + ", where the site seems to live";
        }
        return hint.endsWith(SET_CLEAN_URLS) ? "that lack only their file extension" : null;
    }
}
