// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.extract.LinkAttribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The link attributes seen in a run, numbered. Thread-safe. */
public final class LinkAttributeNumbers {

    /** A page can invent element names without end; all attributes beyond this many are represented by one. */
    private static final int MAX_SIZE = 4096;

    private static final LinkAttribute OTHER = new LinkAttribute("*", null, io.github.checklinks.extract.LinkKind.LINK);

    private final Map<LinkAttribute, Integer> numbers = new HashMap<>();
    private final List<LinkAttribute> attributes = new ArrayList<>(List.of(OTHER));

    public synchronized int number(LinkAttribute linkAttribute) {
        Integer number = numbers.get(linkAttribute);
        if (number != null) {
            return number;
        }
        if (attributes.size() == MAX_SIZE) {
            return 0;
        }
        attributes.add(linkAttribute);
        numbers.put(linkAttribute, attributes.size() - 1);
        return attributes.size() - 1;
    }

    synchronized LinkAttribute attribute(int number) {
        return attributes.get(number);
    }
}
