// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.cache;

import io.github.checklinks.facts.store.AnchorHash;
import io.github.checklinks.fetch.Validators;
import org.jspecify.annotations.Nullable;

/**
 * What an earlier run learnt of one address beyond the site, when that was good.
 *
 * @param checked when the server said so, in seconds since 1970
 * @param status the status of the answer
 * @param to where it redirects to, with the fragment that it names; null when it does not
 * @param isPrivate whether it was asked although its host may be on a private network
 * @param state what the server said of the state of its answer
 * @param content what its body held; null when the body was not asked for
 */
public record CacheEntry(
        long checked,
        int status,
        @Nullable String to,
        boolean isPrivate,
        Validators state,
        @Nullable Content content) {

    /**
     * What a body held.
     *
     * @param isPage whether it is in a language that is read
     * @param anchors the sorted {@link AnchorHash} numbers of its anchors
     * @param refreshesTo where a refresh without delay leads; null when there is none
     */
    public @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Content(boolean isPage, long[] anchors, @Nullable String refreshesTo) {

        /** That of a picture, or an archive. */
        public static final Content NO_PAGE = new Content(false, new long[0], null);
    }
}
