// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import io.github.checklinks.url.WebUrl;
import java.time.Duration;

/**
 * One request.
 *
 * @param url http or https; a fragment is not sent
 * @param requestMode which part of the response is needed
 * @param anyType whether to accept any media type, used after a 406
 * @param cookies the {@code Cookie} header of this hop; empty for none
 * @param spent the part of {@code linkTimeout} that this attempt has already used for redirects and the HEAD before it
 * @param known the validators of an earlier response, for a conditional request: if nothing changed, the response is 304 without a body
 */
public record Request(
        WebUrl url, RequestMode requestMode, boolean anyType, String cookies, Duration spent, Validators known) {

    /** Creates an unconditional request. */
    public Request(WebUrl url, RequestMode requestMode, boolean anyType, String cookies, Duration spent) {
        this(url, requestMode, anyType, cookies, spent, Validators.NONE);
    }

    /** Creates the first request of an attempt, unconditional. */
    public Request(WebUrl url, RequestMode requestMode, boolean anyType, String cookies) {
        this(url, requestMode, anyType, cookies, Duration.ZERO);
    }
}
