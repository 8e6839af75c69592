// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

/** What became of a reference when it was resolved: an address, or the reason why no browser could make one of it. */
public sealed interface Resolution permits WebUrl, MalformedUrl {}
