// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbers and lists as people read them; the same in every locale. */
public final class TextFormat {

    private TextFormat() {}

    /** {@code 4,321}. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 page}, {@code 4,321 pages}. */
    public static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code 3.2 s}, {@code 2 min 5 s}, {@code 1 h 3 min}. */
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

    /** The items behind what they are, with commas, in lines of at most this width where the items allow; all but the first line are indented. */
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
