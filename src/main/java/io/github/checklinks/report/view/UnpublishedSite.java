// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.view;

/**
 * The placeholder base URL of a site whose published URL is not known. Links must be resolved against some URL; only the ledger,
 * which shows resolved URLs, contains it.
 */
public final class UnpublishedSite {

    /** The placeholder; {@code .invalid} is reserved (RFC 6761 §6.4). */
    private static final String BASE = "https://site.invalid/";

    /** Shown instead of the placeholder. */
    static final String ROOT = "/";

    private UnpublishedSite() {}

    /** Returns whether this is the placeholder. */
    public static boolean is(String site) {
        return site.equals(BASE);
    }

    /** Returns the URL of a site as shown: {@code /} if it is not known. */
    static String root(String site) {
        return is(site) ? ROOT : site;
    }

    /** Returns the path of a URL below the placeholder; any other URL is returned unchanged. */
    static String shown(String url) {
        return url.startsWith(BASE) ? ROOT + url.substring(BASE.length()) : url;
    }

    /** Replaces the placeholder in a sentence. */
    static String inText(String text) {
        return text.replace(BASE, ROOT);
    }
}
