// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import io.github.checklinks.url.WebUrl;
import java.time.Duration;

/**
 * One request.
 *
 * @param url http or https; a fragment is not sent
 * @param want what is needed of the answer
 * @param anyType whether to accept any type, after a 406
 * @param cookies the {@code Cookie} header of this hop; empty for none
 * @param spent how much of {@code linkTimeout} this attempt has used already, for the redirects and the HEAD before it
 * @param known the state of an earlier answer: if it still holds, the answer is 304 without a body
 */
public record Request(
        WebUrl url, RequestMode requestMode, boolean anyType, String cookies, Duration spent, Validators known) {

    /** One that knows of no earlier answer. */
    public Request(WebUrl url, RequestMode requestMode, boolean anyType, String cookies, Duration spent) {
        this(url, requestMode, anyType, cookies, spent, Validators.NONE);
    }

    /** One that begins an attempt. */
    public Request(WebUrl url, RequestMode requestMode, boolean anyType, String cookies) {
        this(url, requestMode, anyType, cookies, Duration.ZERO);
    }
}
