// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Repairs URLs of other sites with a malformed start, which a browser resolves as paths, or to other hosts. */
public final class UrlTypos {

    // Possessive quantifiers: java.util.regex recurses once per repetition of a group otherwise.

    /** A word, an optional colon, slashes, and a rest that starts with a host name containing a dot. */
    private static final Pattern SCHEME = Pattern.compile(
            "([a-z]{3,6}+)(:?+)(/{1,4}+)([a-z0-9-]++(?:\\.[a-z0-9-]++)++(?:[:/?#].*+)?+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern DUPLICATED =
            Pattern.compile("https?:?//(https?)(?::?//|/{2})(.+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern MISSING =
            Pattern.compile("(www\\.[a-z0-9-]++(?:\\.[a-z0-9-]++)++(?:[:/?#].*+)?+)", Pattern.CASE_INSENSITIVE);

    private UrlTypos() {}

    /** Returns the URL that was meant, with the cause; null if the text does not look like a malformed URL. */
    public static @Nullable TextRepair repair(String text) {
        Matcher twice = DUPLICATED.matcher(text);
        if (twice.matches()) {
            return new TextRepair("the scheme is duplicated", twice.group(1) + "://" + twice.group(2));
        }
        Matcher scheme = SCHEME.matcher(text);
        if (scheme.matches()) {
            return withScheme(scheme);
        }
        Matcher bare = MISSING.matcher(text);
        return bare.matches() ? new TextRepair("the scheme is missing", "https://" + bare.group(1)) : null;
    }

    private static @Nullable TextRepair withScheme(Matcher parts) {
        String written = parts.group(1).toLowerCase(Locale.ROOT);
        boolean isRight = written.equals("http") || written.equals("https");
        String scheme = isRight ? written : ClosestName.of(written, List.of("http", "https"), 1);
        if (scheme == null) {
            return null;
        }
        String cause = !isRight
                ? "the scheme is mistyped"
                : parts.group(2).isEmpty() ? "the colon is missing" : "two slashes belong after the colon";
        boolean isCorrect =
                isRight && !parts.group(2).isEmpty() && parts.group(3).length() == 2;
        boolean isPath = !isRight && parts.group(2).isEmpty();
        return isCorrect || isPath ? null : new TextRepair(cause, scheme + "://" + parts.group(4));
    }
}
