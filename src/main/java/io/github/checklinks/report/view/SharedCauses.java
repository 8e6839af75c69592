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

/** Groups findings by their common cause. */
public final class SharedCauses {

    /**
     * Findings that are reported as one.
     *
     * @param sharedCause what they share; null for a single finding
     * @param members at least one, in reading order
     */
    public record Group(@Nullable SharedCause sharedCause, List<FindingView> members) {}

    private SharedCauses() {}

    /** Returns the groups in the order of their first members, with wrong settings first. */
    public static List<Group> group(List<FindingView> views) {
        List<List<SharedCause>> causes = views.stream().map(SharedCause::of).toList();
        Map<SharedCause, Integer> counts = new HashMap<>();
        for (List<SharedCause> ofOne : causes) {
            for (SharedCause sharedCause : ofOne) {
                counts.merge(sharedCause, 1, Integer::sum);
            }
        }
        Map<Object, List<FindingView>> groups = new LinkedHashMap<>();
        for (int i = 0; i < views.size(); i++) {
            groups.computeIfAbsent(key(causes.get(i), counts), key -> new ArrayList<>(1))
                    .add(views.get(i));
        }
        return toGroups(groups.entrySet());
    }

    private static Object key(List<SharedCause> causes, Map<SharedCause, Integer> counts) {
        for (SharedCause sharedCause : causes) {
            if (counts.getOrDefault(sharedCause, 0) >= sharedCause.least()) {
                return sharedCause;
            }
        }
        // Not the view: its hash code would read all links of the finding.
        return new Object();
    }

    private static List<Group> toGroups(Collection<Map.Entry<Object, List<FindingView>>> entries) {
        List<Group> groups = new ArrayList<>();
        for (Map.Entry<Object, List<FindingView>> entry : entries) {
            // Other findings with this cause may be in the group of a preferred one.
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
