// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

/**
 * A reference that the WHATWG URL standard calls a failure.
 *
 * @param reason why, in words for a person, such as {@code the port "80a" is not a number}
 */
public record MalformedUrl(String reason) implements Resolution {}
