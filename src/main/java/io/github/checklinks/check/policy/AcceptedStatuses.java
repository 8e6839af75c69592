// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTTP statuses accepted as success in addition to 200 to 299. Immutable. */
public final class AcceptedStatuses {

    private static final Pattern ITEM = Pattern.compile("([1-9][0-9]{2})(?:-([1-9][0-9]{2}))?");

    private record Range(int first, int last) {}

    private final List<Range> ranges;

    private AcceptedStatuses(List<Range> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    /**
     * Parses items such as {@code 403} or {@code 500-599}.
     *
     * @param element the name of the configuration element, for the error message
     * @throws IllegalArgumentException if an item is neither
     */
    public static AcceptedStatuses of(String element, List<String> items) {
        List<Range> ranges = new ArrayList<>();
        for (String item : items) {
            Matcher matcher = ITEM.matcher(item.strip());
            if (!matcher.matches()) {
                throw wrong(element, item);
            }
            int first = Integer.parseInt(matcher.group(1));
            int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
            if (last < first) {
                throw wrong(element, item);
            }
            ranges.add(new Range(first, last));
        }
        return new AcceptedStatuses(ranges);
    }

    private static IllegalArgumentException wrong(String element, String item) {
        return new IllegalArgumentException("<" + element + "> has \"" + item
                + "\"; supported are HTTP statuses from 100 to 999 such as 403, and ranges such as 500-599");
    }

    /** Returns whether a status is accepted: 200 to 299, or one of those listed. */
    public boolean accept(int status) {
        if (status >= 200 && status <= 299) {
            return true;
        }
        for (Range range : ranges) {
            if (range.first <= status && status <= range.last) {
                return true;
            }
        }
        return false;
    }
}
