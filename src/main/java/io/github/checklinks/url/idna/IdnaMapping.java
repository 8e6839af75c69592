// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url.idna;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The mapping of UTS #46 (Unicode 16) for single code points, non-transitional and without the STD3 rules. It is
 * derived from the JDK's Unicode data (compatibility decomposition, letter case, categories) and the exceptions that
 * UTS #46 §7 takes from elsewhere.
 */
final class IdnaMapping {

    private static final char SHARP_S = 'ß';
    private static final char CAPITAL_SHARP_S = 'ẞ';
    private static final char FINAL_SIGMA = 'ς';
    private static final char DOTLESS_I = 'ı';
    private static final char IDEOGRAPHIC_STOP = '\u3002';
    private static final char HALFWIDTH_STOP = '\uFF61';
    private static final char FULLWIDTH_STOP = '\uFF0E';

    private IdnaMapping() {}

    /** Returns the mapping of a code point: itself if valid, the empty string if ignored, null if disallowed. */
    static @Nullable String of(int codePoint) {
        String self = Character.toString(codePoint);
        if (codePoint < 0x80) {
            return self.toLowerCase(Locale.ROOT);
        }
        switch (codePoint) {
            case SHARP_S, FINAL_SIGMA, IdnaJoiners.NON_JOINER, IdnaJoiners.JOINER -> {
                return self;
            }
            case CAPITAL_SHARP_S -> {
                return Character.toString(SHARP_S);
            }
            case IDEOGRAPHIC_STOP, HALFWIDTH_STOP, FULLWIDTH_STOP -> {
                return ".";
            }
            default -> {}
        }
        if (isIgnored(codePoint)) {
            return "";
        }
        if (isDisallowed(codePoint)) {
            return isNewerPictograph(codePoint) ? self : null;
        }
        String mapped = compose(foldCase(compose(foldCase(self))));
        // Such as U+2488 DIGIT ONE FULL STOP: a dot from the mapping of another character would separate labels
        // invisibly.
        return mapped.indexOf('.') >= 0 || mapped.indexOf(IDEOGRAPHIC_STOP) >= 0 ? null : mapped;
    }

    private static String compose(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /**
     * Applies full case folding: the lower case of the upper case, except for the dotless i and for Cherokee, which
     * folds to its capitals.
     */
    private static String foldCase(String text) {
        if (text.indexOf(DOTLESS_I) >= 0) {
            return text;
        }
        String lower = text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        int first = lower.isEmpty() ? 0 : lower.charAt(0);
        if (first >= 0xAB70 && first <= 0xABBF) {
            return Character.toString(first - 0xAB70 + 0x13A0);
        }
        return first >= 0x13F8 && first <= 0x13FD ? Character.toString(first - 8) : lower;
    }

    private static boolean isIgnored(int codePoint) {
        return switch (codePoint) {
            case 0xAD, 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x200B, 0x3164, 0xFEFF, 0xFFA0 -> true;
            default ->
                isWithin(codePoint, 0x180B, 0x180F)
                        || isWithin(codePoint, 0x2060, 0x2064)
                        || isWithin(codePoint, 0x206A, 0x206F)
                        || isWithin(codePoint, 0xFE00, 0xFE0F)
                        || isWithin(codePoint, 0x1BCA0, 0x1BCA3)
                        || isWithin(codePoint, 0x1D173, 0x1D17A)
                        || isWithin(codePoint, 0xE0100, 0xE01EF);
        };
    }

    private static boolean isDisallowed(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default ->
                codePoint == 0x1680 || isWithin(codePoint, 0x2FF0, 0x2FFB) || isWithin(codePoint, 0xFFFC, 0xFFFD);
        };
    }

    /**
     * Returns whether a code point is an emoji of a later Unicode than the JDK's: browsers accept domains made of them.
     */
    private static boolean isNewerPictograph(int codePoint) {
        return isWithin(codePoint, 0x1F6D0, 0x1F6FF) || isWithin(codePoint, 0x1F900, 0x1FAFF);
    }

    private static boolean isWithin(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }
}
