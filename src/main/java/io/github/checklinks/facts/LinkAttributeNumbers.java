// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.extract.LinkAttribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The places seen in a run, numbered. Shared by the threads that read pages. */
public final class LinkAttributeNumbers {

    /** A page can invent element names without end; beyond this many places all of them are told as one. */
    private static final int MOST = 4096;

    private static final LinkAttribute ELSEWHERE =
            new LinkAttribute("*", null, io.github.checklinks.extract.LinkKind.LINK);

    private final Map<LinkAttribute, Integer> numbers = new HashMap<>();
    private final List<LinkAttribute> places = new ArrayList<>(List.of(ELSEWHERE));

    public synchronized int number(LinkAttribute linkAttribute) {
        Integer known = numbers.get(linkAttribute);
        if (known != null) {
            return known;
        }
        if (places.size() == MOST) {
            return 0;
        }
        places.add(linkAttribute);
        numbers.put(linkAttribute, places.size() - 1);
        return places.size() - 1;
    }

    synchronized LinkAttribute place(int number) {
        return places.get(number);
    }
}
