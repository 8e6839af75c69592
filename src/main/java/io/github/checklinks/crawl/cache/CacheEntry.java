// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.cache;

import io.github.checklinks.facts.store.AnchorHash;
import io.github.checklinks.fetch.Validators;
import org.jspecify.annotations.Nullable;

/**
 * A cached successful response of one external URL.
 *
 * @param checked when the response was received, in seconds since the epoch
 * @param status the status code
 * @param to the redirect target, including its fragment; null if it is no redirect
 * @param isPrivate whether the request was sent only because {@code allowPrivate} matches the host
 * @param state the validators of the response ({@code ETag}, {@code Last-Modified})
 * @param content the content of its body; null if the body was not requested
 */
public record CacheEntry(
        long checked,
        int status,
        @Nullable String to,
        boolean isPrivate,
        Validators state,
        @Nullable Content content) {

    /**
     * The content of a response body, as far as links to it depend on it.
     *
     * @param isPage whether it is a document of a type that is parsed
     * @param anchors the sorted {@link AnchorHash} values of its anchors
     * @param refreshesTo the target of an immediate {@code <meta http-equiv="refresh">}; null if there is none
     */
    public @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    record Content(boolean isPage, long[] anchors, @Nullable String refreshesTo) {

        /** The content of a response that is not parsed, such as an image or an archive. */
        public static final Content NO_PAGE = new Content(false, new long[0], null);
    }
}
