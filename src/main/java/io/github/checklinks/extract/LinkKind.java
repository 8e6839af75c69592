// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

/** The use a page makes of a link, as far as it affects how the link is checked. */
public enum LinkKind {
    /** Followed or loaded. */
    LINK,
    /** A sitemap listed in a sitemap index. */
    SITEMAP,
    /** The URL of a {@code meta} refresh. */
    REFRESH,
    /** The URL of a {@code meta} refresh without delay: the page is a redirect stub. */
    REFRESH_AT_ONCE,
    /** Only a hint for the browser ({@code preconnect}, {@code dns-prefetch}): never requested. */
    HINT,
    /** The URL a form is posted to: never requested. */
    POST,
    /** The name of a {@code map} on the same page ({@code usemap}). */
    MAP,
    /** No URL at all: a {@code srcset} without candidates. */
    NOTHING;

    private final boolean special = ordinal() > 0;

    /** Returns whether this is any kind but {@link #LINK}. */
    public boolean isSpecial() {
        return special;
    }
}
