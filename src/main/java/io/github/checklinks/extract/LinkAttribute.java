// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The element and attribute in which a link is written.
 *
 * @param element the element's name in the parsed document; {@code css} in a style sheet
 * @param attribute the attribute's name in the parsed document; null for the text of a {@code style} element and in a style sheet
 * @param linkKind what the page does with the link
 */
public record LinkAttribute(String element, @Nullable String attribute, LinkKind linkKind)
        implements Comparable<LinkAttribute> {

    // The methods a record generates are linked at run time, which takes longer than a thousand map lookups.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LinkAttribute linkAttribute
                && element.equals(linkAttribute.element)
                && Objects.equals(attribute, linkAttribute.attribute)
                && linkKind == linkAttribute.linkKind;
    }

    @Override
    public int hashCode() {
        return (element.hashCode() * 31 + Objects.hashCode(attribute)) * 31 + linkKind.hashCode();
    }

    /**
     * An arbitrary order, used by hash maps to search keys with the same hash code: pages choose the names of elements and could make them
     * collide.
     */
    @Override
    public int compareTo(LinkAttribute other) {
        int order = element.compareTo(other.element);
        order = order != 0 ? order : String.valueOf(attribute).compareTo(String.valueOf(other.attribute));
        return order != 0 ? order : linkKind.compareTo(other.linkKind);
    }

    /**
     * Returns whether the link opens a document, so that its own links can be followed, and does not only display an image, list or load a
     * resource.
     */
    public boolean opens() {
        if (attribute == null || linkKind != LinkKind.LINK) {
            return element.equals("loc") || linkKind == LinkKind.REFRESH || linkKind == LinkKind.REFRESH_AT_ONCE;
        }
        return switch (element) {
            case "a", "area" -> attribute.equals("href") || attribute.equals("xlink:href");
            case "iframe", "frame", "embed" -> attribute.equals("src");
            case "object" -> attribute.equals("data");
            default -> false;
        };
    }

    /** Returns whether an empty value is an error, because the element loads a resource. */
    public boolean loadsNothingWhenEmpty() {
        return attribute != null
                && switch (attribute) {
                    case "src", "srcset", "imagesrcset", "data", "poster" -> true;
                    default -> false;
                };
    }
}
