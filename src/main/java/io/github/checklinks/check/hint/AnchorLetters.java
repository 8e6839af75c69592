// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import io.github.checklinks.url.DoxiaAnchor;
import java.text.Normalizer;

/** Normalizes anchor names by removing what site generators differ in: punctuation, letter case, accents, and the escapes of Doxia. */
final class AnchorLetters {

    private AnchorLetters() {}

    /** Returns the letters and digits of a name, in lower case. */
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
     * Returns the letters and digits of a name, in lower case, after decoding Doxia's escapes and removing accents, as python-markdown and
     * docutils do. Doxia puts an {@code a} before an anchor that does not start with a letter.
     */
    static String folded(String name) {
        String decoded = DoxiaAnchor.decoded(name);
        boolean prefixed =
                decoded.length() > 1 && decoded.charAt(0) == 'a' && !Character.isLetter(decoded.codePointAt(1));
        return of(Normalizer.normalize(prefixed ? decoded.substring(1) : decoded, Normalizer.Form.NFKD));
    }

    /** Returns a folded name without the leading number of its heading, which kramdown and docutils omit. */
    static String withoutNumber(String folded) {
        int from = 0;
        while (from < folded.length() && Character.isDigit(folded.charAt(from))) {
            from++;
        }
        return folded.substring(from);
    }
}
