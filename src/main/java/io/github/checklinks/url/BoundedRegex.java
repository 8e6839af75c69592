// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import java.util.regex.Pattern;

/** A regular expression of a user, kept from running for ever: the text it is given counts the looks that are taken at it. */
final class BoundedRegex {

    private static final int MOST_STEPS = 1_000_000;
    private static final int LONGEST_TEXT = 16_384;

    private final Pattern pattern;

    BoundedRegex(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Whether the whole text matches; not when that takes too many steps, too deep a stack, or the text is too long to try. */
    boolean matches(String text) {
        if (text.length() > LONGEST_TEXT) {
            return false;
        }
        try {
            return pattern.matcher(new CountedText(text)).matches();
        } catch (TooManySteps e) {
            return false;
        } catch (StackOverflowError e) {
            // Groups that repeat recurse once a repetition; a long text and an ordinary pattern are enough.
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
            if (++steps > MOST_STEPS) {
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
