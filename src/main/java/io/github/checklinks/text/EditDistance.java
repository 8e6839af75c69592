// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.text;

import java.util.Arrays;

/**
 * The optimal string alignment distance: the number of typos (a character added, omitted, replaced, or swapped with its
 * neighbour) that turn one text into another.
 */
public final class EditDistance {

    private EditDistance() {}

    /** Returns the distance between two texts. Case-sensitive. */
    public static int between(String from, String to) {
        return between(from, to, Math.max(from.length(), to.length()));
    }

    /** Returns whether the distance is at most 1. Allocates nothing, since a name is compared with thousands of others. */
    public static boolean isAtMostOne(String from, String to) {
        int start = commonStart(from, to);
        int end = commonEnd(from, to, start);
        int remaining = Math.max(from.length(), to.length()) - start - end;
        boolean swapped = remaining == 2
                && from.length() == to.length()
                && from.charAt(start) == to.charAt(start + 1)
                && from.charAt(start + 1) == to.charAt(start);
        return remaining <= 1 || swapped;
    }

    /**
     * Returns the distance between two texts, or {@code limit + 1} if it is greater than {@code limit}. A small limit is
     * faster, because only a band of that width around the diagonal is computed.
     */
    public static int between(String from, String to, int limit) {
        if (Math.abs(from.length() - to.length()) > limit) {
            return limit + 1;
        }
        // A common prefix and suffix do not affect the distance.
        int start = commonStart(from, to);
        int end = commonEnd(from, to, start);
        return betweenDifferent(
                from.substring(start, from.length() - end), to.substring(start, to.length() - end), limit);
    }

    private static int commonStart(String one, String other) {
        int max = Math.min(one.length(), other.length());
        int start = 0;
        while (start < max && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        return start;
    }

    /** Returns the length of the common suffix that does not overlap the common prefix. */
    private static int commonEnd(String one, String other, int start) {
        int max = Math.min(one.length(), other.length()) - start;
        int end = 0;
        while (end < max && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return end;
    }

    private static int betweenDifferent(String from, String to, int limit) {
        int width = to.length();
        if (from.isEmpty() || width == 0) {
            return Math.min(limit + 1, Math.max(from.length(), width));
        }
        int[] beforeLast = new int[width + 1];
        int[] last = new int[width + 1];
        int[] row = new int[width + 1];
        Arrays.fill(beforeLast, limit + 1);
        for (int j = 0; j <= width; j++) {
            last[j] = Math.min(j, limit + 1);
        }
        for (int i = 1; i <= from.length(); i++) {
            Arrays.fill(row, limit + 1);
            int least = limit + 1;
            if (i <= limit) {
                row[0] = i;
                least = i;
            }
            for (int j = Math.max(1, i - limit); j <= Math.min(width, (long) i + limit); j++) {
                row[j] = Math.min(limit + 1, step(from, to, i, j, beforeLast, last, row));
                least = Math.min(least, row[j]);
            }
            if (least > limit) {
                return limit + 1;
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[width];
    }

    private static int step(String from, String to, int i, int j, int[] beforeLast, int[] last, int[] row) {
        char a = from.charAt(i - 1);
        char b = to.charAt(j - 1);
        int best = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + (a == b ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && a == to.charAt(j - 2) && from.charAt(i - 2) == b;
        return swapped ? Math.min(best, beforeLast[j - 2] + 1) : best;
    }
}
