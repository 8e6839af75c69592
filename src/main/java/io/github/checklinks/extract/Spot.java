// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import org.jspecify.annotations.Nullable;

/**
 * An attribute of an element that is looked at.
 *
 * @param reading how its value is read
 * @param attribute its name in the parsed document
 * @param place where its links stand; null when that depends on the element, as in {@code *@style}
 * @param other the same place put to the other {@link Use} its element allows; the same object where there is none
 */
record Spot(
        Reading reading,
        String attribute,
        @Nullable Place place,
        @Nullable Place other) {

    /** A spot on a known element. */
    static Spot of(String element, String attribute, Reading reading) {
        Use use = reading == Reading.USEMAP ? Use.MAP : Use.LINK;
        Use other = switch (reading) {
            case LINK_HREF -> Use.HINT;
            case ACTION, FORM_ACTION -> Use.POST;
            default -> use;
        };
        Place place = new Place(element, attribute, use);
        return new Spot(reading, attribute, place, other == use ? place : new Place(element, attribute, other));
    }

    /** A spot on whatever element. */
    static Spot anywhere(String attribute, Reading reading) {
        return new Spot(reading, attribute, null, null);
    }
}
