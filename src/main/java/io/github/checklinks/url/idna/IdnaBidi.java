// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url.idna;

/** The Bidi rule for labels of domains that hold right-to-left letters (RFC 5893 §2). */
final class IdnaBidi {

    private static final int START = mask(
            Character.DIRECTIONALITY_LEFT_TO_RIGHT,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    private static final int RIGHT_TO_LEFT = mask(
            Character.DIRECTIONALITY_RIGHT_TO_LEFT,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
            Character.DIRECTIONALITY_ARABIC_NUMBER);
    private static final int EUROPEAN = mask(Character.DIRECTIONALITY_EUROPEAN_NUMBER);
    private static final int ARABIC = mask(Character.DIRECTIONALITY_ARABIC_NUMBER);
    private static final int LEFT_TO_RIGHT = mask(Character.DIRECTIONALITY_LEFT_TO_RIGHT);
    private static final int NEUTRAL = EUROPEAN
            | mask(
                    Character.DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR,
                    Character.DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR,
                    Character.DIRECTIONALITY_COMMON_NUMBER_SEPARATOR,
                    Character.DIRECTIONALITY_OTHER_NEUTRALS,
                    Character.DIRECTIONALITY_BOUNDARY_NEUTRAL,
                    Character.DIRECTIONALITY_NONSPACING_MARK);

    private IdnaBidi() {}

    /**
     * Returns whether a text contains a right-to-left letter or an Arabic number, so that the rule applies to all
     * labels of its domain.
     */
    static boolean applies(String text) {
        return text.codePoints().anyMatch(codePoint -> (direction(codePoint) & RIGHT_TO_LEFT) != 0);
    }

    /** Returns whether a label satisfies the rule; an empty one does. */
    static boolean allows(String label) {
        if (label.isEmpty()) {
            return true;
        }
        int first = direction(label.codePointAt(0));
        if ((first & START) == 0) {
            return false;
        }
        boolean leftToRight = first == LEFT_TO_RIGHT;
        int allowed = NEUTRAL | (leftToRight ? LEFT_TO_RIGHT : RIGHT_TO_LEFT);
        int seen = 0;
        int last = 0;
        for (int i = 0; i < label.length(); i += Character.charCount(label.codePointAt(i))) {
            int direction = direction(label.codePointAt(i));
            seen |= direction;
            if (direction != mask(Character.DIRECTIONALITY_NONSPACING_MARK)) {
                last = direction;
            }
        }
        int endings = EUROPEAN | (leftToRight ? LEFT_TO_RIGHT : RIGHT_TO_LEFT);
        boolean mixedNumbers = !leftToRight && (seen & EUROPEAN) != 0 && (seen & ARABIC) != 0;
        return (seen & ~allowed) == 0 && (last & endings) != 0 && !mixedNumbers;
    }

    private static int direction(int codePoint) {
        byte direction = Character.getDirectionality(codePoint);
        // The JDK does not know the direction of code points beyond its Unicode version: they are taken for
        // left-to-right, as new scripts mostly are.
        return direction < 0 ? LEFT_TO_RIGHT : 1 << direction;
    }

    private static int mask(byte... directions) {
        int mask = 0;
        for (byte direction : directions) {
            mask |= 1 << direction;
        }
        return mask;
    }
}
