// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The places of attributes that count on every element, made when such an element is met. */
final class WildcardPlaces {

    /** A page could invent names without end. */
    private static final int MOST = 1000;

    private final Map<String, Place> known = new HashMap<>();

    /** The place of the spot on this element. */
    Place place(StartTag tag, Spot spot, boolean foreign) {
        String lower = lower(tag);
        String element = foreign ? ForeignNames.element(lower) : lower;
        Place place = known.get(element + "@" + spot.attribute());
        if (place == null) {
            place = new Place(element, spot.attribute(), Use.LINK);
            if (known.size() < MOST) {
                known.put(element + "@" + spot.attribute(), place);
            }
        }
        return place;
    }

    /** The element's name as a tokenizer tells it (HTML §13.2.5.8): only ASCII letters change. */
    private static String lower(StartTag tag) {
        byte[] name = Arrays.copyOfRange(tag.text(), tag.nameFrom(), tag.nameTo());
        for (int i = 0; i < name.length; i++) {
            name[i] = (byte) Bytes.toLower(name[i]);
        }
        return new String(name, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }
}
