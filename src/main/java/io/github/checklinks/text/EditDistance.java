// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.text;

import java.util.Arrays;

/** Typing slips: letters added, left out, replaced, or swapped with their neighbour (optimal string alignment distance). */
public final class EditDistance {

    private EditDistance() {}

    /** The fewest slips that turn one text into another; letter case counts. */
    public static int between(String from, String to) {
        return between(from, to, Math.max(from.length(), to.length()));
    }

    /** Whether at most one slip turns one text into another. Allocates nothing, since a name is compared with thousands. */
    public static boolean isAtMostOne(String from, String to) {
        int start = commonStart(from, to);
        int end = commonEnd(from, to, start);
        int left = Math.max(from.length(), to.length()) - start - end;
        boolean swapped = left == 2
                && from.length() == to.length()
                && from.charAt(start) == to.charAt(start + 1)
                && from.charAt(start + 1) == to.charAt(start);
        return left <= 1 || swapped;
    }

    /** The same up to a limit, beyond which it is told as one more: then only the places that so few slips can pair are looked at. */
    public static int between(String from, String to, int most) {
        if (Math.abs(from.length() - to.length()) > most) {
            return most + 1;
        }
        // What they have in common at both ends needs no slip.
        int start = commonStart(from, to);
        int end = commonEnd(from, to, start);
        return betweenDifferent(
                from.substring(start, from.length() - end), to.substring(start, to.length() - end), most);
    }

    private static int commonStart(String one, String other) {
        int most = Math.min(one.length(), other.length());
        int start = 0;
        while (start < most && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        return start;
    }

    /** How many characters at the end are the same, not counting those at the start. */
    private static int commonEnd(String one, String other, int start) {
        int most = Math.min(one.length(), other.length()) - start;
        int end = 0;
        while (end < most && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return end;
    }

    private static int betweenDifferent(String from, String to, int most) {
        int width = to.length();
        if (from.isEmpty() || width == 0) {
            return Math.min(most + 1, Math.max(from.length(), width));
        }
        int[] beforeLast = new int[width + 1];
        int[] last = new int[width + 1];
        int[] row = new int[width + 1];
        Arrays.fill(beforeLast, most + 1);
        for (int j = 0; j <= width; j++) {
            last[j] = Math.min(j, most + 1);
        }
        for (int i = 1; i <= from.length(); i++) {
            Arrays.fill(row, most + 1);
            int least = most + 1;
            if (i <= most) {
                row[0] = i;
                least = i;
            }
            for (int j = Math.max(1, i - most); j <= Math.min(width, (long) i + most); j++) {
                row[j] = Math.min(most + 1, step(from, to, i, j, beforeLast, last, row));
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return most + 1;
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
