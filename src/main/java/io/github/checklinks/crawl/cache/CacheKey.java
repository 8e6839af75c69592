// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.cache;

import io.github.checklinks.url.WebUrl;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides which URLs may be cached: none that contains a secret or looks as if it did. */
public final class CacheKey {

    private static final int MAX_LENGTH = 2048;

    /** Matches part of a query parameter name whose value grants access: signed downloads, API keys, sessions. */
    private static final Pattern SECRET = Pattern.compile(
            "token|secret|passw|pwd|signature|credential|apikey|api[-_]key|access[-_]key|auth|session",
            Pattern.CASE_INSENSITIVE);

    /** Matches further complete names of such parameters. */
    private static final Pattern SECRET_NAME = Pattern.compile("sig|end|key|sid|code", Pattern.CASE_INSENSITIVE);

    private CacheKey() {}

    /** Returns whether a URL may be cached. */
    public static boolean isCacheable(WebUrl url) {
        return url.userinfo() == null && url.href().length() <= MAX_LENGTH && !hasSecret(url.query());
    }

    /** Returns whether a query, or a fragment in the form of a query, contains a secret; false for null. */
    public static boolean hasSecret(@Nullable String parameters) {
        if (parameters == null) {
            return false;
        }
        int from = 0;
        while (from < parameters.length()) {
            int end = next(parameters, "=&;", from);
            if (end < parameters.length() && parameters.charAt(end) == '=') {
                Matcher name = SECRET.matcher(parameters).region(from, end);
                if (name.find()
                        || name.usePattern(SECRET_NAME).region(from, end).matches()) {
                    return true;
                }
                end = next(parameters, "&;", end);
            }
            from = end + 1;
        }
        return false;
    }

    /** Returns the index of the next of some characters; the length of the text if there is none. */
    private static int next(String text, String characters, int from) {
        int at = from;
        while (at < text.length() && characters.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}
