// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import io.github.checklinks.url.DoxiaAnchor;
import java.text.Normalizer;

/** What is left of an anchor without what generators differ in: signs, letter case, accents, and how Doxia writes what it does not like. */
final class AnchorLetters {

    private AnchorLetters() {}

    /** Its letters and digits, in lower case. */
    static String of(String name) {
        StringBuilder letters = new StringBuilder(Math.min(name.length(), 100));
        int c;
        for (int i = 0; i < name.length(); i += Character.charCount(c)) {
            c = name.codePointAt(i);
            if (Character.isLetterOrDigit(c)) {
                letters.appendCodePoint(Character.toLowerCase(c));
            }
        }
        return letters.toString();
    }

    /**
     * The same after Doxia's escapes are undone and accents are taken away, as python-markdown and docutils do. Doxia puts an {@code a}
     * before an anchor that does not begin with a letter.
     */
    static String folded(String name) {
        String decoded = DoxiaAnchor.decoded(name);
        boolean prefixed =
                decoded.length() > 1 && decoded.charAt(0) == 'a' && !Character.isLetter(decoded.codePointAt(1));
        return of(Normalizer.normalize(prefixed ? decoded.substring(1) : decoded, Normalizer.Form.NFKD));
    }

    /** A folded name without the number of its heading, which kramdown and docutils leave out. */
    static String withoutNumber(String folded) {
        int from = 0;
        while (from < folded.length() && Character.isDigit(folded.charAt(from))) {
            from++;
        }
        return folded.substring(from);
    }
}
