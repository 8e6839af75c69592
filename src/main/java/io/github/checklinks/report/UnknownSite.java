// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

/** The stand-in for the address of a site when nobody knows where it will be published; people are not shown it. */
final class UnknownSite {

    /** Where such a site is said to be. */
    static final String BASE = "https://site.invalid/";

    private UnknownSite() {}

    /** Whether this is the base of such a site. */
    static boolean is(String site) {
        return site.equals(BASE);
    }

    /** The path alone of what lies on such a site; anything else as it is. */
    static String shown(String url) {
        return url.startsWith(BASE) && url.length() > BASE.length() ? url.substring(BASE.length()) : url;
    }
}
