// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.reference;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text whose processed parts are replaced with spaces, so that all offsets remain valid. */
final class MaskedText {

    private final StringBuilder text;

    MaskedText(String text) {
        this.text = new StringBuilder(text);
    }

    /** Masks all matches of a pattern. */
    MaskedText without(Pattern pattern) {
        Matcher matcher = pattern.matcher(text.toString());
        while (matcher.find()) {
            mask(matcher.start(), matcher.end());
        }
        return this;
    }

    /** Masks everything between two delimiters, which are included. */
    MaskedText without(String open, String close) {
        String whole = text.toString();
        for (int from = whole.indexOf(open); from >= 0; ) {
            int end = whole.indexOf(close, from + open.length());
            if (end < 0) {
                break;
            }
            mask(from, end + close.length());
            from = whole.indexOf(open, end + close.length());
        }
        return this;
    }

    /** Masks the fenced blocks of a language. */
    MaskedText without(Fences.Language language) {
        for (Fences.Block block : Fences.find(text.toString(), language)) {
            mask(block.from(), block.to());
        }
        return this;
    }

    /** Masks a range; line breaks are preserved. */
    void mask(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != '\n' && c != '\r') {
                text.setCharAt(i, ' ');
            }
        }
    }

    /** Returns the length of the text, which never changes. */
    int length() {
        return text.length();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
