// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import io.github.checklinks.text.EditDistance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the name that was probably meant: the one with the fewest changed letters, if they are few and read as a typing slip. */
final class ClosestName {

    /** Beyond this length a comparison costs more than the hint is worth. */
    static final int LONGEST = 200;

    /** Nobody slips more often in one name, however long it is. */
    private static final int MOST_SLIPS = 3;

    private static final int MOST_NAMES = 20_000;

    /** A shorter word with another letter is most often another word: {@code get} and {@code set}, {@code nio} and {@code io}. */
    private static final int SHORTEST_WORD = 4;

    private ClosestName() {}

    /** The nearest of some names; null when none is near, or two are equally so. */
    static @Nullable String of(String wanted, Collection<String> names) {
        return of(wanted, names, most(wanted));
    }

    /** The same with at most so many slips. */
    static @Nullable String of(String wanted, Collection<String> names, int most) {
        if (wanted.length() > LONGEST || wanted.isEmpty()) {
            return null;
        }
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
            String other = name.toLowerCase(Locale.ROOT);
            int distance = EditDistance.between(lower, other, best);
            if (distance > most || distance > best || name.equals(nearest) || !isSlip(lower, other)) {
                continue;
            }
            alone = distance < best;
            best = distance;
            nearest = name;
        }
        return alone ? nearest : null;
    }

    private static int most(String text) {
        return Math.max(1, Math.min(MOST_SLIPS, text.length() / 4));
    }

    /** Whether two texts, in small letters, may be the same with slips: not another number, and not another short word. */
    static boolean isSlip(String one, String other) {
        return hasSameNumbers(one, other) && differsInLongWords(words(one), words(other));
    }

    /** Whether the numbers in two texts are the same: another number is no slip, but another thing. */
    static boolean hasSameNumbers(String one, String other) {
        return numbers(one).equals(numbers(other));
    }

    private static boolean differsInLongWords(List<String> some, List<String> others) {
        if (some.size() != others.size()) {
            // A sign left out or added; a word more is another thing.
            return String.join("", some).equals(String.join("", others));
        }
        for (int i = 0; i < some.size(); i++) {
            String one = some.get(i);
            String other = others.get(i);
            boolean isShort = Math.max(one.length(), other.length()) < SHORTEST_WORD;
            int most = isShort ? 0 : most(one);
            if (!one.equals(other) && EditDistance.between(one, other, most) > most) {
                return false;
            }
        }
        return true;
    }

    private static String numbers(String text) {
        StringBuilder numbers = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                numbers.append(c);
            } else if (numbers.length() > 0 && numbers.charAt(numbers.length() - 1) != ' ') {
                numbers.append(' ');
            }
        }
        return numbers.toString().strip();
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !Character.isLetterOrDigit(text.charAt(i))) {
                if (i > from) {
                    words.add(text.substring(from, i));
                }
                from = i + 1;
            }
        }
        return words;
    }
}
