// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.attribute;

import io.github.checklinks.extract.LinkAttribute;
import io.github.checklinks.extract.LinkKind;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that is searched for links.
 *
 * @param valueSyntax how its value is parsed
 * @param attribute its name in the parsed document
 * @param linkAttribute the link attribute reported for its links; null if that depends on the element, as in {@code *@style}
 * @param other the same link attribute with the other {@link LinkKind} that the element allows; the same object if there is none, null if
 *     {@code linkAttribute} is null
 */
public record AttributeRule(
        ValueSyntax valueSyntax,
        String attribute,
        @Nullable LinkAttribute linkAttribute,
        @Nullable LinkAttribute other) {

    /** Returns the rule of an attribute of a given element. */
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

    /** Returns the rule of an attribute of any element. */
    static AttributeRule anywhere(String attribute, ValueSyntax valueSyntax) {
        return new AttributeRule(valueSyntax, attribute, null, null);
    }
}
