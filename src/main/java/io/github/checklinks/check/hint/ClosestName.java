// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import io.github.checklinks.text.EditDistance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the name that was probably meant: the one with the smallest edit distance, if that is small enough for a typo. */
final class ClosestName {

    /** Maximum length of a name; comparing longer ones costs more than the hint is worth. */
    static final int MAX_LENGTH = 200;

    /** Maximum number of edits in a name of any length. */
    private static final int MAX_EDITS = 3;

    private static final int MAX_NAMES = 20_000;

    /** Minimum length of a word that may differ. A shorter one with a different letter is usually another word: {@code get} and {@code set}, {@code nio} and {@code io}. */
    private static final int MIN_WORD_LENGTH = 4;

    private ClosestName() {}

    /** Returns the closest of the names; null if none is close enough, or two are equally close. */
    static @Nullable String of(String wanted, Collection<String> names) {
        return of(wanted, names, maxEdits(wanted));
    }

    /** Returns the closest of the names with at most {@code maxEdits} edits; null if there is none, or two are equally close. */
    static @Nullable String of(String wanted, Collection<String> names, int maxEdits) {
        if (wanted.length() > MAX_LENGTH || wanted.isEmpty()) {
            return null;
        }
        String closest = null;
        boolean unique = true;
        int best = maxEdits + 1;
        int compared = 0;
        String lower = wanted.toLowerCase(Locale.ROOT);
        for (String name : names) {
            if (compared++ == MAX_NAMES) {
                break;
            }
            if (Math.abs(name.length() - wanted.length()) > maxEdits) {
                continue;
            }
            String other = name.toLowerCase(Locale.ROOT);
            int distance = EditDistance.between(lower, other, best);
            if (distance > maxEdits || distance > best || name.equals(closest) || !isTypo(lower, other)) {
                continue;
            }
            unique = distance < best;
            best = distance;
            closest = name;
        }
        return unique ? closest : null;
    }

    /** Returns the number of edits allowed in a text: a quarter of its length, from 1 to {@value #MAX_EDITS}. */
    private static int maxEdits(String text) {
        return Math.max(1, Math.min(MAX_EDITS, text.length() / 4));
    }

    /** Returns whether the difference between two lower-case texts may be a typo: no number and no short word differs. */
    static boolean isTypo(String one, String other) {
        return hasSameNumbers(one, other) && differsInLongWords(words(one), words(other));
    }

    /** Returns whether two texts contain the same numbers. A different number is not a typo, it names something else. */
    static boolean hasSameNumbers(String one, String other) {
        return numbers(one).equals(numbers(other));
    }

    private static boolean differsInLongWords(List<String> some, List<String> others) {
        if (some.size() != others.size()) {
            // Punctuation was added or omitted. An additional word names something else.
            return String.join("", some).equals(String.join("", others));
        }
        for (int i = 0; i < some.size(); i++) {
            String one = some.get(i);
            String other = others.get(i);
            boolean isShort = Math.max(one.length(), other.length()) < MIN_WORD_LENGTH;
            int maxEdits = isShort ? 0 : maxEdits(one);
            if (!one.equals(other) && EditDistance.between(one, other, maxEdits) > maxEdits) {
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
