// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import org.jspecify.annotations.Nullable;

/**
 * The validators of a response, to be sent back later in a conditional request (RFC 9110 §8.8, §13.1).
 *
 * @param etag the {@code ETag} as sent; null if there is none
 * @param lastModified the {@code Last-Modified} as sent; null if there is none
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {

    /** No validators. */
    public static final Validators NONE = new Validators(null, null);

    /** Longer values are dropped: no server needs them, and they would have to be stored. */
    private static final int MAX_LENGTH = 256;

    /** Returns the validators that can be sent back unchanged: printable ASCII of up to 256 characters. Others are dropped. */
    public static Validators of(@Nullable String etag, @Nullable String lastModified) {
        String tag = usable(etag);
        String date = usable(lastModified);
        return tag == null && date == null ? NONE : new Validators(tag, date);
    }

    /** Returns whether there are none. */
    public boolean isEmpty() {
        return etag == null && lastModified == null;
    }

    private static @Nullable String usable(@Nullable String value) {
        boolean isUsable = value != null
                && !value.isBlank()
                && value.length() <= MAX_LENGTH
                && value.chars().allMatch(c -> c >= ' ' && c <= '~');
        return isUsable ? value : null;
    }
}
