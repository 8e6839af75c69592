// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where in the markup a link stands.
 *
 * @param element the element's name in the parsed document; {@code css} in a style sheet
 * @param attribute the attribute's name in the parsed document; null for the text of a {@code style} element and in a style sheet
 * @param use what the page does with the link
 */
public record LinkAttribute(String element, @Nullable String attribute, LinkKind linkKind)
        implements Comparable<LinkAttribute> {

    // A record's own methods are made at run time, which takes longer than to look a thousand places up.

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

    /** Of no meaning but for a map, which searches many keys with one hash code by their order: pages choose the names of elements. */
    @Override
    public int compareTo(LinkAttribute other) {
        int order = element.compareTo(other.element);
        order = order != 0 ? order : String.valueOf(attribute).compareTo(String.valueOf(other.attribute));
        return order != 0 ? order : linkKind.compareTo(other.linkKind);
    }

    /** Whether the document there is opened, so that its own links can be followed, and not only drawn as a picture, listed or loaded. */
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

    /** Whether an empty value here is a mistake: the element wants to load something. */
    public boolean loadsNothingWhenEmpty() {
        return attribute != null
                && switch (attribute) {
                    case "src", "srcset", "imagesrcset", "data", "poster" -> true;
                    default -> false;
                };
    }
}
