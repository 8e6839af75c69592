// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses of other sites whose beginning is damaged, so that a browser takes them for paths, or for other hosts. */
public final class UrlTypos {

    // Possessive, because a group that repeats otherwise recurses once a repetition.

    /** A word before the slashes, with or without its colon; the rest begins with a host that has a dot. */
    private static final Pattern SCHEME = Pattern.compile(
            "([a-z]{3,6}+)(:?+)(/{1,4}+)([a-z0-9-]++(?:\\.[a-z0-9-]++)++(?:[:/?#].*+)?+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern TWICE =
            Pattern.compile("https?:?//(https?)(?::?//|/{2})(.+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern BARE =
            Pattern.compile("(www\\.[a-z0-9-]++(?:\\.[a-z0-9-]++)++(?:[:/?#].*+)?+)", Pattern.CASE_INSENSITIVE);

    private UrlTypos() {}

    /** What was meant, with the cause; null when the text does not look like a damaged address. */
    public static @Nullable TextRepair mend(String text) {
        Matcher twice = TWICE.matcher(text);
        if (twice.matches()) {
            return new TextRepair("the scheme is there twice", twice.group(1) + "://" + twice.group(2));
        }
        Matcher scheme = SCHEME.matcher(text);
        if (scheme.matches()) {
            return withScheme(scheme);
        }
        Matcher bare = BARE.matcher(text);
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
        boolean isWell = isRight && !parts.group(2).isEmpty() && parts.group(3).length() == 2;
        boolean isPath = !isRight && parts.group(2).isEmpty();
        return isWell || isPath ? null : new TextRepair(cause, scheme + "://" + parts.group(4));
    }
}
