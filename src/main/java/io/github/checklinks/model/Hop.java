// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

/**
 * One address of a chain of redirects.
 *
 * @param url the absolute URL, without fragment
 * @param status the status that it answered with, 200 for a file of a local site; 0 if it did not answer, or was not
 *     requested, such as the address to which a redirect loop returns
 */
public record Hop(String url, int status) {}
