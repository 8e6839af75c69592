// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import org.jspecify.annotations.Nullable;

/**
 * A reference with the place where it stands.
 *
 * @param origin the page that contains it; if it is synthetic, what it represents
 * @param reference the reference as written
 * @param target the resolved absolute URL with its fragment, as serialised by browsers; null if it cannot be parsed as a URL
 */
public record Link(
        LinkOrigin origin, Reference reference, @Nullable String target) {

    /** Creates a link on a page. */
    public Link(String page, Reference reference, @Nullable String target) {
        this(new LinkOrigin.OnPage(page), reference, target);
    }

    /** Returns the page as reports name it. */
    public String page() {
        return origin.page();
    }
}
