// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.attribute;

import io.github.checklinks.extract.LinkAttribute;
import io.github.checklinks.extract.LinkKind;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of an element that is looked at.
 *
 * @param reading how its value is read
 * @param attribute its name in the parsed document
 * @param place where its links stand; null when that depends on the element, as in {@code *@style}
 * @param other the same place put to the other {@link LinkKind} its element allows; the same object where there is none
 */
public record AttributeRule(
        ValueSyntax valueSyntax,
        String attribute,
        @Nullable LinkAttribute linkAttribute,
        @Nullable LinkAttribute other) {

    /** A spot on a known element. */
    static AttributeRule of(String element, String attribute, ValueSyntax valueSyntax) {
        LinkKind linkKind = valueSyntax == ValueSyntax.USEMAP ? LinkKind.MAP : LinkKind.LINK;
        LinkKind other = switch (valueSyntax) {
            case LINK_HREF -> LinkKind.HINT;
            case ACTION, FORM_ACTION -> LinkKind.POST;
            default -> linkKind;
        };
        LinkAttribute linkAttribute = new LinkAttribute(element, attribute, linkKind);
        return new AttributeRule(
                valueSyntax,
                attribute,
                linkAttribute,
                other == linkKind ? linkAttribute : new LinkAttribute(element, attribute, other));
    }

    /** A spot on whatever element. */
    static AttributeRule anywhere(String attribute, ValueSyntax valueSyntax) {
        return new AttributeRule(valueSyntax, attribute, null, null);
    }
}
