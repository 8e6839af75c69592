// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts findings with a common cause together. */
public final class SharedCauses {

    /**
     * Findings told as one.
     *
     * @param cause what they share; null for a finding that stands alone
     * @param members at least one, in reading order
     */
    public record Group(@Nullable SharedCause sharedCause, List<FindingView> members) {}

    private SharedCauses() {}

    /** The groups in the order of their first members, but those of a wrong setting first. */
    public static List<Group> group(List<FindingView> sightings) {
        Map<SharedCause, Integer> counts = new HashMap<>();
        for (FindingView findingView : sightings) {
            for (SharedCause sharedCause : SharedCause.of(findingView)) {
                counts.merge(sharedCause, 1, Integer::sum);
            }
        }
        Map<Object, List<FindingView>> groups = new LinkedHashMap<>();
        for (FindingView findingView : sightings) {
            groups.computeIfAbsent(key(findingView, counts), key -> new ArrayList<>(1))
                    .add(findingView);
        }
        return toGroups(groups.entrySet());
    }

    private static Object key(FindingView findingView, Map<SharedCause, Integer> counts) {
        for (SharedCause sharedCause : SharedCause.of(findingView)) {
            if (counts.getOrDefault(sharedCause, 0) >= sharedCause.least()) {
                return sharedCause;
            }
        }
        // Not the sighting: its hash code would read its links again.
        return new Object();
    }

    private static List<Group> toGroups(Collection<Map.Entry<Object, List<FindingView>>> entries) {
        List<Group> groups = new ArrayList<>();
        for (Map.Entry<Object, List<FindingView>> entry : entries) {
            // Others of the same cause may have gone to a better one.
            boolean several = entry.getValue().size() > 1;
            groups.add(new Group(
                    several && entry.getKey() instanceof SharedCause sharedCause ? sharedCause : null,
                    entry.getValue()));
        }
        groups.sort(Comparator.comparing(
                group -> group.sharedCause() == null || !group.sharedCause().isSetting()));
        return groups;
    }
}
