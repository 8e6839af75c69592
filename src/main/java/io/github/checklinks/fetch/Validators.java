// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What a server said of the state of an answer, to be sent back later to ask whether anything changed (RFC 9110 §8.8, §13.1).
 *
 * @param etag the {@code ETag} as sent; null when there was none
 * @param lastModified the {@code Last-Modified} as sent; null when there was none
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {

    /** Nothing was said. */
    public static final Validators NONE = new Validators(null, null);

    /** No server needs more, and somebody has to keep it. */
    private static final int LONGEST = 256;

    /** Those that can be sent back as they came: printable ASCII of moderate length; anything else is as good as not said. */
    public static Validators of(@Nullable String etag, @Nullable String lastModified) {
        String tag = usable(etag);
        String date = usable(lastModified);
        return tag == null && date == null ? NONE : new Validators(tag, date);
    }

    /** Whether nothing was said. */
    public boolean isEmpty() {
        return etag == null && lastModified == null;
    }

    private static @Nullable String usable(@Nullable String value) {
        boolean plain = value != null
                && !value.isBlank()
                && value.length() <= LONGEST
                && value.chars().allMatch(c -> c >= ' ' && c <= '~');
        return plain ? value : null;
    }
}
