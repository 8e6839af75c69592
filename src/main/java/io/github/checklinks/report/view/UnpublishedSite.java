// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.view;

/**
 * The stand-in for the address of a site when it is not known where that will be published. Links have to be resolved against some address; only the
 * ledger, which says how they were resolved, shows it.
 */
public final class UnpublishedSite {

    /** Where such a site is said to be. */
    private static final String BASE = "https://site.invalid/";

    /** What is shown of it: the root that paths begin with. */
    static final String ROOT = "/";

    private UnpublishedSite() {}

    /** Whether this is the base of such a site. */
    public static boolean is(String site) {
        return site.equals(BASE);
    }

    /** The address of a site as it is shown: its root when it is not known. */
    static String root(String site) {
        return is(site) ? ROOT : site;
    }

    /** The path below the root of what lies on such a site; any other address as it is. */
    static String shown(String url) {
        return url.startsWith(BASE) ? ROOT + url.substring(BASE.length()) : url;
    }

    /** A sentence with such paths in place of addresses. */
    static String inText(String text) {
        return text.replace(BASE, ROOT);
    }
}
