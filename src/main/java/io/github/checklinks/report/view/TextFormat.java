// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.view;

import io.github.checklinks.model.Hop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Formats numbers, durations and lists for people, independently of the locale. */
public final class TextFormat {

    /** The number of statuses that fit in one line; by default at most 10 redirects are followed. */
    private static final int MAX_STATUSES = 11;

    private static final String ARROW = " → ";

    private TextFormat() {}

    /** Formats a number, as in {@code 4,321}. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Formats a count, as in {@code 1 page} or {@code 4,321 pages}. */
    public static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /**
     * Returns the verdict on a site without new broken links.
     *
     * @param known the number of broken targets in the baseline
     */
    public static String noBrokenLinks(long known) {
        return known == 0 ? "No broken links" : "No new broken links, " + number(known) + " known";
    }

    /** Formats a duration, as in {@code 3.2 s}, {@code 2 min 5 s} or {@code 1 h 3 min}. */
    public static String duration(Duration time) {
        long tenths = (time.toMillis() + 50) / 100;
        if (tenths < 600) {
            return String.format(Locale.ROOT, "%d.%d s", tenths / 10, tenths % 10);
        }
        long seconds = (time.toMillis() + 500) / 1000;
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }

    /**
     * Returns the statuses of a chain of redirects, as in {@code 301 → 302 → 200}; of a long one only the first and the
     * last. Empty if there is no redirect.
     */
    public static String statuses(List<Hop> hops) {
        List<String> statuses = hops.stream()
                .filter(hop -> hop.status() > 0)
                .map(hop -> Integer.toString(hop.status()))
                .toList();
        if (statuses.size() <= MAX_STATUSES) {
            return String.join(ARROW, statuses);
        }
        return String.join(ARROW, statuses.subList(0, MAX_STATUSES - 1)) + ARROW + "…" + ARROW
                + statuses.get(statuses.size() - 1);
    }

    /** Returns the items separated by commas after a lead, wrapped at {@code width} where items allow; continuation lines are indented. */
    public static List<String> list(String lead, List<String> items, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(lead);
        for (int i = 0; i < items.size(); i++) {
            String item = items.get(i) + (i < items.size() - 1 ? "," : "");
            if (i > 0 && line.length() + 1 + item.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append("   ");
            }
            if (!line.isEmpty()) {
                line.append(' ');
            }
            line.append(item);
        }
        lines.add(line.toString());
        return lines;
    }
}
