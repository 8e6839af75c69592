// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import org.jspecify.annotations.Nullable;

/**
 * A reference with the page that contains it.
 *
 * @param page the page's path relative to the site, percent-decoded; its absolute URL if it has a query or is not part of the site
 * @param reference the reference as written
 * @param target the resolved absolute URL with its fragment, as serialised by browsers; null if it cannot be parsed as a URL
 */
public record Link(
        String page, Reference reference, @Nullable String target) {}
