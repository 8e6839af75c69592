// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.target;

import io.github.checklinks.text.EditDistance;
import io.github.checklinks.url.WebUrl;

/** Addresses such as {@code htp://host/}, whose scheme is one slip away from http or https: a browser opens nothing, and no program either. */
public final class SchemeTypo {

    private SchemeTypo() {}

    /** Whether an address is one. Registered schemes are not ({@code shttp}), nor is what has no slash after its colon. */
    public static boolean isTypo(WebUrl url) {
        String scheme = url.scheme();
        return !url.isHttp()
                && scheme.length() >= 3
                && scheme.length() <= 6
                && !scheme.equals("shttp")
                && url.href().startsWith(":/", scheme.length())
                && (EditDistance.isAtMostOne(scheme, "http") || EditDistance.isAtMostOne(scheme, "https"));
    }
}
