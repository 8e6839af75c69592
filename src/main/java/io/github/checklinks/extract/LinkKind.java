// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

/** What a page does with a link, as far as it changes how the link is judged. */
public enum LinkKind {
    /** Followed or loaded. */
    LINK,
    /** A sitemap that a sitemap index lists. */
    SITEMAP,
    /** The address of a {@code meta} refresh. */
    REFRESH,
    /** The address of a {@code meta} refresh without delay: the page is a redirect stub. */
    REFRESH_AT_ONCE,
    /** Only a hint for the browser ({@code preconnect}, {@code dns-prefetch}): never requested. */
    HINT,
    /** Where a form is posted to: never requested. */
    POST,
    /** The name of a {@code map} on the same page ({@code usemap}). */
    MAP,
    /** No address at all: a {@code srcset} without candidates. */
    NOTHING;

    private final boolean special = ordinal() > 0;

    /** Whether it is more than following or loading. */
    public boolean isSpecial() {
        return special;
    }
}
