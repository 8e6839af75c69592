// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

/** Which part of a response is needed. */
public enum RequestMode {
    /** Only the status: a HEAD request. */
    STATUS,
    /** Only the status, by a GET request because the response to HEAD is unreliable; the body is not downloaded. */
    STATUS_BY_GET,
    /** The body, if its type is one that is searched for links. */
    CONTENT,
    /** The body, whatever its type. */
    ANY_CONTENT
}
