// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.reference;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of which parts are painted over with spaces as they are dealt with, so that every offset stays what it was. */
final class MaskedText {

    private final StringBuilder text;

    MaskedText(String text) {
        this.text = new StringBuilder(text);
    }

    /** Paints over all that a pattern matches. */
    MaskedText without(Pattern pattern) {
        Matcher matcher = pattern.matcher(text.toString());
        while (matcher.find()) {
            blank(matcher.start(), matcher.end());
        }
        return this;
    }

    /** Paints over all between two texts, themselves included. */
    MaskedText without(String open, String close) {
        String whole = text.toString();
        for (int from = whole.indexOf(open); from >= 0; ) {
            int end = whole.indexOf(close, from + open.length());
            if (end < 0) {
                break;
            }
            blank(from, end + close.length());
            from = whole.indexOf(open, end + close.length());
        }
        return this;
    }

    /** Paints over blocks of lines. */
    MaskedText without(Fences.Language language) {
        for (Fences.Block block : Fences.find(text.toString(), language)) {
            blank(block.from(), block.to());
        }
        return this;
    }

    /** Paints over a range; line ends stay. */
    void blank(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != '\n' && c != '\r') {
                text.setCharAt(i, ' ');
            }
        }
    }

    /** How long it is, as at the beginning. */
    int length() {
        return text.length();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
