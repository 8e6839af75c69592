// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

/**
 * A reference that cannot be resolved: the WHATWG URL standard returns failure.
 *
 * @param reason why, in words for the user, such as {@code the port "80a" is not a number}
 */
public record MalformedUrl(String reason) implements Resolution {}
