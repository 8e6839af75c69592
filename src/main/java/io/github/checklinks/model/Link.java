// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A reference with the place where it stands. */
public final class Link {

    private final LinkOrigin origin;
    private final Reference reference;
    private final @Nullable Link unfiltered;

    /** Creates a link on a page. */
    public Link(String page, Reference reference) {
        this(new LinkOrigin.OnPage(page), reference);
    }

    /**
     * Creates a link.
     *
     * @param origin the page that contains it; if it is synthetic, what it represents
     * @param reference the reference as written
     */
    public Link(LinkOrigin origin, Reference reference) {
        this(origin, reference, null);
    }

    private Link(LinkOrigin origin, Reference reference, @Nullable Link unfiltered) {
        this.origin = origin;
        this.reference = reference;
        this.unfiltered = unfiltered;
    }

    /** Returns this link with other texts. */
    Link filtered(LinkOrigin newOrigin, Reference newReference) {
        return new Link(newOrigin, newReference, unfiltered());
    }

    /** Returns this link before its texts were filtered. Only the lookup of its source may see them. */
    Link unfiltered() {
        return unfiltered == null ? this : unfiltered;
    }

    /** Returns the place where it stands. */
    public LinkOrigin origin() {
        return origin;
    }

    /** Returns the page as reports name it. */
    public String page() {
        return origin.page();
    }

    /** Returns the reference as written. */
    public Reference reference() {
        return reference;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Link link && origin.equals(link.origin) && reference.equals(link.reference);
    }

    @Override
    public int hashCode() {
        return Objects.hash(origin, reference);
    }

    @Override
    public String toString() {
        return origin + ": " + reference;
    }
}
