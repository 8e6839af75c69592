// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A reference with the place where it stands. */
public final class Link {

    private final LinkOrigin origin;
    private final Reference reference;
    private final @Nullable String target;
    private final @Nullable Link unfiltered;

    /** Creates a link on a page. */
    public Link(String page, Reference reference, @Nullable String target) {
        this(new LinkOrigin.OnPage(page), reference, target);
    }

    /**
     * Creates a link.
     *
     * @param origin the page that contains it; if it is synthetic, what it represents
     * @param reference the reference as written
     * @param target the resolved absolute URL with its fragment, as serialised by browsers; null if it cannot be parsed as a URL
     */
    public Link(LinkOrigin origin, Reference reference, @Nullable String target) {
        this(origin, reference, target, null);
    }

    private Link(LinkOrigin origin, Reference reference, @Nullable String target, @Nullable Link unfiltered) {
        this.origin = origin;
        this.reference = reference;
        this.target = target;
        this.unfiltered = unfiltered;
    }

    /** Returns this link with other texts. */
    Link filtered(LinkOrigin newOrigin, Reference newReference, @Nullable String newTarget) {
        return new Link(newOrigin, newReference, newTarget, unfiltered());
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

    /** Returns the resolved URL; null if the reference cannot be parsed as a URL. */
    public @Nullable String target() {
        return target;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Link link
                && origin.equals(link.origin)
                && reference.equals(link.reference)
                && Objects.equals(target, link.target);
    }

    @Override
    public int hashCode() {
        return Objects.hash(origin, reference, target);
    }

    @Override
    public String toString() {
        return origin + ": " + reference + " -> " + target;
    }
}
