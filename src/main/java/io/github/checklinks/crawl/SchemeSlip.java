// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.url.WebUrl;

/** Addresses such as {@code htp://host/}, whose scheme is one slip away from http or https: a browser opens nothing, and no program either. */
public final class SchemeSlip {

    private SchemeSlip() {}

    /** Whether an address is one. Registered schemes are not ({@code shttp}), nor is what has no slash after its colon. */
    public static boolean is(WebUrl url) {
        String scheme = url.scheme();
        return !url.isHttp()
                && scheme.length() >= 3
                && scheme.length() <= 6
                && !scheme.equals("shttp")
                && url.href().startsWith(":/", scheme.length())
                && (isOneSlip(scheme, "http") || isOneSlip(scheme, "https"));
    }

    /** Whether one letter was added, left out, replaced, or swapped with its neighbour. */
    private static boolean isOneSlip(String text, String right) {
        int shorter = Math.min(text.length(), right.length());
        int same = 0;
        while (same < shorter && text.charAt(same) == right.charAt(same)) {
            same++;
        }
        String rest = text.substring(same);
        String of = right.substring(same);
        if (rest.length() == of.length()) {
            return rest.length() > 0 && rest.substring(1).equals(of.substring(1)) || isSwapped(rest, of);
        }
        return rest.length() > of.length()
                ? rest.substring(1).equals(of)
                : of.substring(1).equals(rest);
    }

    private static boolean isSwapped(String rest, String of) {
        return rest.length() > 1
                && rest.charAt(0) == of.charAt(1)
                && rest.charAt(1) == of.charAt(0)
                && rest.substring(2).equals(of.substring(2));
    }
}
