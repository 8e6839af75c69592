// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

/** The result of resolving a reference: a URL, or the reason why it cannot be resolved. */
public sealed interface Resolution permits WebUrl, MalformedUrl {}
