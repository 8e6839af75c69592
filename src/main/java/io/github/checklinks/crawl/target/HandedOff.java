// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.target;

import io.github.checklinks.url.WebUrl;
import java.util.Set;

/**
 * Decides which redirects a browser follows. When redirected to {@code mailto:} or the like, it hands the URL to
 * another program (HTML, navigation, "non-fetch scheme"); the fetch schemes besides those of HTTP are network errors
 * there (Fetch, HTTP-redirect fetch), and so is a script.
 */
public final class HandedOff {

    private static final Set<String> NEVER = Set.of("about", "blob", "data", "file", "javascript");

    private HandedOff() {}

    /** Returns whether a browser follows a redirect to a URL. */
    public static boolean mayFollow(WebUrl to) {
        return to.isHttp() || !NEVER.contains(to.scheme()) && !SchemeTypo.isTypo(to);
    }
}
