// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts findings with a common cause together. */
final class Causes {

    /**
     * Findings told as one.
     *
     * @param cause what they share; null for a finding that stands alone
     * @param members at least one, in reading order
     */
    record Group(@Nullable Cause cause, List<Sighting> members) {}

    private Causes() {}

    /** The groups in the order of their first members, but those of a wrong setting first. */
    static List<Group> group(List<Sighting> sightings) {
        Map<Cause, Integer> counts = new HashMap<>();
        for (Sighting sighting : sightings) {
            for (Cause cause : Cause.of(sighting)) {
                counts.merge(cause, 1, Integer::sum);
            }
        }
        Map<Object, List<Sighting>> groups = new LinkedHashMap<>();
        for (Sighting sighting : sightings) {
            groups.computeIfAbsent(key(sighting, counts), key -> new ArrayList<>(1))
                    .add(sighting);
        }
        return toGroups(groups.entrySet());
    }

    private static Object key(Sighting sighting, Map<Cause, Integer> counts) {
        for (Cause cause : Cause.of(sighting)) {
            if (counts.getOrDefault(cause, 0) >= cause.least()) {
                return cause;
            }
        }
        // Not the sighting: its hash code would read its links again.
        return new Object();
    }

    private static List<Group> toGroups(Collection<Map.Entry<Object, List<Sighting>>> entries) {
        List<Group> groups = new ArrayList<>();
        for (Map.Entry<Object, List<Sighting>> entry : entries) {
            // Others of the same cause may have gone to a better one.
            boolean several = entry.getValue().size() > 1;
            groups.add(new Group(several && entry.getKey() instanceof Cause cause ? cause : null, entry.getValue()));
        }
        groups.sort(Comparator.comparing(
                group -> group.cause() == null || !group.cause().isSetting()));
        return groups;
    }
}
