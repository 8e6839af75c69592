package io.github.checklinks.check;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the name that was probably meant: the one with the fewest changed letters, if they are few. */
final class Nearest {

    /** Beyond this length a comparison costs more than the hint is worth. */
    private static final int LONGEST = 200;

    private static final int MOST_NAMES = 20_000;

    private Nearest() {}

    /** The nearest of some names; null when none is near, or two are equally so. */
    static @Nullable String of(String wanted, Collection<String> names) {
        if (wanted.length() > LONGEST || wanted.isEmpty()) {
            return null;
        }
        int most = Math.max(1, wanted.length() / 4);
        String nearest = null;
        boolean alone = true;
        int best = most + 1;
        int looked = 0;
        String lower = wanted.toLowerCase(Locale.ROOT);
        for (String name : names) {
            if (looked++ == MOST_NAMES) {
                break;
            }
            if (Math.abs(name.length() - wanted.length()) > most) {
                continue;
            }
            int distance = distance(lower, name.toLowerCase(Locale.ROOT), best);
            if (distance < best) {
                best = distance;
                nearest = name;
                alone = true;
            } else if (distance == best && !name.equals(nearest)) {
                alone = false;
            }
        }
        return alone ? nearest : null;
    }

    /** Levenshtein's distance up to a limit, beyond which it is told as one more. */
    static int distance(String one, String other, int most) {
        int start = 0;
        int shorter = Math.min(one.length(), other.length());
        while (start < shorter && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return distanceOfMiddles(
                one.substring(start, one.length() - end), other.substring(start, other.length() - end), most);
    }

    /** Looks only at the places that so few changes can pair. */
    private static int distanceOfMiddles(String one, String other, int most) {
        int length = other.length();
        if (Math.abs(one.length() - length) > most) {
            return most + 1;
        }
        int[] last = new int[length + 1];
        int[] row = new int[length + 1];
        Arrays.setAll(last, j -> j);
        for (int i = 1; i <= one.length(); i++) {
            int from = Math.max(1, i - most);
            int to = Math.min(length, i + most);
            row[from - 1] = from == 1 ? i : most + 1;
            int least = row[from - 1];
            for (int j = from; j <= to; j++) {
                int change = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(last[j], row[j - 1]) + 1);
                least = Math.min(least, row[j]);
            }
            if (to < length) {
                row[to + 1] = most + 1;
            }
            if (least > most) {
                return most + 1;
            }
            int[] spare = last;
            last = row;
            row = spare;
        }
        return Math.min(last[length], most + 1);
    }
}
