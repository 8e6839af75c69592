package io.github.checklinks.check;

/** Typing slips: letters added, left out, replaced, or swapped with their neighbour (optimal string alignment distance). */
public final class Slips {

    private Slips() {}

    /** The fewest slips that turn one text into another; letter case counts. */
    public static int between(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                char a = from.charAt(i - 1);
                char b = to.charAt(j - 1);
                int best = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + (a == b ? 0 : 1));
                boolean swapped = i > 1 && j > 1 && a == to.charAt(j - 2) && from.charAt(i - 2) == b;
                row[j] = swapped ? Math.min(best, beforeLast[j - 2] + 1) : best;
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[to.length()];
    }
}
