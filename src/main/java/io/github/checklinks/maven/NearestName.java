package io.github.checklinks.maven;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the name that was probably meant: the one that the fewest typing slips turn into what was typed. */
final class NearestName {

    private NearestName() {}

    /**
     * The nearest of the known names, letter case aside; of equals the one with the longer common beginning, then the shorter.
     *
     * @param known not empty
     */
    static String of(String typed, Collection<String> known) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        Comparator<String> nearest = Comparator.comparingInt(name -> slips(wanted, name.toLowerCase(Locale.ROOT)));
        return known.stream()
                .min(nearest.thenComparing(name -> -commonBeginning(wanted, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(String::length)
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    /** Letters added, left out, replaced, or swapped with their neighbour (optimal string alignment distance). */
    private static int slips(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        char a = from.charAt(i - 1);
        char b = to.charAt(j - 1);
        int best = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
        best = Math.min(best, cost[i - 1][j - 1] + (a == b ? 0 : 1));
        if (i > 1 && j > 1 && a == to.charAt(j - 2) && from.charAt(i - 2) == b) {
            best = Math.min(best, cost[i - 2][j - 2] + 1);
        }
        return best;
    }

    private static int commonBeginning(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }
}
