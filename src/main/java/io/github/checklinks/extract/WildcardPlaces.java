package io.github.checklinks.extract;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The places of attributes that count on every element, made when such an element is met. */
final class WildcardPlaces {

    /** A page could invent names without end. */
    private static final int MOST = 1000;

    private final Map<String, Place> known = new HashMap<>();

    /** The place of the spot on this element. */
    Place place(StartTag tag, Spot spot, boolean foreign) {
        String written = new String(tag.text(), tag.nameFrom(), tag.nameTo() - tag.nameFrom(), StandardCharsets.UTF_8);
        String lower = written.toLowerCase(Locale.ROOT).replace('\0', '\uFFFD');
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
}
