// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.target;

import io.github.checklinks.text.EditDistance;
import io.github.checklinks.url.WebUrl;

/**
 * Recognises URLs such as {@code htp://host/}, whose scheme is one edit away from http or https: neither a browser nor
 * any other program opens them.
 */
public final class SchemeTypo {

    private SchemeTypo() {}

    /**
     * Returns whether a URL has such a scheme. Registered schemes are not typos ({@code shttp}), nor is a scheme
     * without a slash after its colon.
     */
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
