package io.github.checklinks.check;

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
            int distance = Slips.between(lower, name.toLowerCase(Locale.ROOT), best);
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
}
