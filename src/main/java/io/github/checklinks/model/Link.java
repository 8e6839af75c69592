// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import org.jspecify.annotations.Nullable;

/**
 * A reference on the page that carries it.
 *
 * @param page the page's path below the site, percent-decoded; its absolute URL when it has a query or lies elsewhere
 * @param reference as written
 * @param target the resolved absolute URL with its fragment, as a browser would serialise it; null when no browser could resolve it
 */
public record Link(
        String page, Reference reference, @Nullable String target) {}
