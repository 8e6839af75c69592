// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

/**
 * A fragment that names a range of lines in a view of source code, as rustdoc ({@code #19-22}) and code hosts ({@code
 * #L19-L22}, {@code #L19-22}, with columns {@code #L19C1-L22C5}) write it. A script of the page marks the lines; the
 * page itself has an anchor for each line only.
 */
final class LineRange {

    private final String text;
    private int at;

    private LineRange(String text) {
        this.text = text;
    }

    /** Returns whether a fragment names lines of which the first and the last are among the anchors of a page. */
    static boolean isIn(long[] anchors, Fragment fragment) {
        String name = fragment.name();
        return name.indexOf('-') > 0 && new LineRange(name).isIn(anchors);
    }

    private boolean isIn(long[] anchors) {
        String letter = text.startsWith("L") ? "L" : "";
        String first = line(letter);
        if (at == text.length() || text.charAt(at) != '-') {
            return false;
        }
        at++;
        // The letter may be omitted the second time.
        boolean isShort = !letter.isEmpty() && !text.startsWith("L", at);
        String last = isShort ? letter + line("") : line(letter);
        return at == text.length()
                && first.length() > letter.length()
                && last.length() > letter.length()
                && Fragment.isAmong(anchors, first)
                && Fragment.isAmong(anchors, last);
    }

    /**
     * Reads a line number with its column, if there is one, and returns the anchor of the line; only the letter if
     * there is no number.
     */
    private String line(String letter) {
        int begin = at;
        at = text.startsWith(letter, at) ? at + letter.length() : at;
        skipDigits();
        String line = text.substring(begin, at);
        if (text.startsWith("L") && text.startsWith("C", at) && line.length() > letter.length()) {
            int column = ++at;
            skipDigits();
            // A column without a number is not part of it.
            at = at == column ? column - 1 : at;
        }
        return line;
    }

    private void skipDigits() {
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
    }
}
