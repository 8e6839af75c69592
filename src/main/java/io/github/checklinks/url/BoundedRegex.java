// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import java.util.regex.Pattern;

/**
 * A user's regular expression, with a bounded number of matching steps: the text passed to the matcher counts the
 * characters read.
 */
final class BoundedRegex {

    private static final int MAX_STEPS = 1_000_000;
    private static final int LONGEST_TEXT = 16_384;

    private final Pattern pattern;

    BoundedRegex(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Returns whether the whole text matches; false if that takes too many steps or too deep a stack, or if the text is
     * too long to try.
     */
    boolean matches(String text) {
        if (text.length() > LONGEST_TEXT) {
            return false;
        }
        try {
            return pattern.matcher(new CountedText(text)).matches();
        } catch (TooManySteps e) {
            return false;
        } catch (StackOverflowError e) {
            // Repeated groups recurse once per repetition, so a long text and an ordinary pattern suffice.
            return false;
        }
    }

    private static final class CountedText implements CharSequence {

        private final String text;
        private int steps;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++steps > MAX_STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooManySteps extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super(null, null, false, false);
        }
    }
}
