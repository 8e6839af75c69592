// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.url.WebUrl;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which addresses may be written down for other runs: none that holds a secret, or looks as if it did. */
final class CacheKey {

    private static final int LONGEST = 2048;

    /** Names of query parameters whose values let somebody in: signed downloads, keys of interfaces, sessions. */
    private static final Pattern SECRET = Pattern.compile(
            "(?:^|[&;])[^=&;]*(?:token|secret|passw|pwd|signature|credential|apikey|api[-_]key|access[-_]key|auth|session)"
                    + "[^=&;]*=|(?:^|[&;])(?:sig|sign|key|sid|code)=",
            Pattern.CASE_INSENSITIVE);

    private CacheKey() {}

    static boolean isFit(WebUrl url) {
        return url.userinfo() == null && url.href().length() <= LONGEST && !hasSecret(url.query());
    }

    /** Whether a query, or a fragment that is written like one, holds a secret. */
    static boolean hasSecret(@Nullable String parameters) {
        return parameters != null && SECRET.matcher(parameters).find();
    }
}
