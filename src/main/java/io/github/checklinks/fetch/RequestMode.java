// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

/** What is needed of an answer. */
public enum RequestMode {
    /** Whether it is there: asked by HEAD. */
    STATUS,
    /** Whether it is there, asked by GET because HEAD is not to be trusted; the body is not downloaded. */
    STATUS_BY_GET,
    /** The body, if it is in a language links are looked for in. */
    CONTENT,
    /** The body, whatever its type. */
    ANY_CONTENT
}
