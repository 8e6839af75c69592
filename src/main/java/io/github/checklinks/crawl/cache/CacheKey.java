// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.cache;

import io.github.checklinks.url.WebUrl;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which addresses may be written down for other runs: none that holds a secret, or looks as if it did. */
public final class CacheKey {

    private static final int LONGEST = 2048;

    /** What is in the names of query parameters whose values let somebody in: signed downloads, keys of interfaces, sessions. */
    private static final Pattern SECRET = Pattern.compile(
            "token|secret|passw|pwd|signature|credential|apikey|api[-_]key|access[-_]key|auth|session",
            Pattern.CASE_INSENSITIVE);

    /** Other names of such parameters. */
    private static final Pattern WHOLE = Pattern.compile("sig|sign|key|sid|code", Pattern.CASE_INSENSITIVE);

    private CacheKey() {}

    public static boolean isFit(WebUrl url) {
        return url.userinfo() == null && url.href().length() <= LONGEST && !hasSecret(url.query());
    }

    /** Whether a query, or a fragment that is written like one, holds a secret. */
    public static boolean hasSecret(@Nullable String parameters) {
        if (parameters == null) {
            return false;
        }
        int from = 0;
        while (from < parameters.length()) {
            int sign = next(parameters, "=&;", from);
            if (sign < parameters.length() && parameters.charAt(sign) == '=') {
                Matcher name = SECRET.matcher(parameters).region(from, sign);
                if (name.find() || name.usePattern(WHOLE).region(from, sign).matches()) {
                    return true;
                }
                sign = next(parameters, "&;", sign);
            }
            from = sign + 1;
        }
        return false;
    }

    /** Where the next of some signs stands; the length when there is none. */
    private static int next(String text, String signs, int from) {
        int at = from;
        while (at < text.length() && signs.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}
