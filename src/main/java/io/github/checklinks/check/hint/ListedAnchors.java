// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import io.github.checklinks.url.DoxiaAnchor;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The anchors of a local page, parsed from its file. Few names are looked up, so each search is a scan and there is no index. */
public final class ListedAnchors implements Anchors {

    /** Maximum length of an anchor generated from a heading. */
    private static final int MAX_LENGTH = 1_000;

    /** Minimum length of a heading whose number is ignored: a shorter one with a number is more likely a different heading. */
    private static final int MIN_UNNUMBERED_LENGTH = 4;

    private final List<String> names;

    public ListedAnchors(List<String> names) {
        this.names = names;
    }

    @Override
    public @Nullable String ignoringCase(String name) {
        return only(name::equalsIgnoreCase);
    }

    @Override
    public @Nullable String similar(String name) {
        String doxia = DoxiaAnchor.decoded(name);
        if (names.contains(doxia)) {
            return doxia;
        }
        String similar = sameLetters(name);
        if (similar != null && ClosestName.hasSameNumbers(name, similar)) {
            return similar;
        }
        String folded = similar == null ? sameFolded(name) : null;
        if (folded != null) {
            return folded;
        }
        return isIdentifier(name) ? only(each -> isMethod(each, name)) : null;
    }

    @Override
    public @Nullable String withinOneEdit(String name) {
        return ClosestName.of(name, names, 1);
    }

    @Override
    public @Nullable String closest(String name) {
        return ClosestName.of(name, names);
    }

    private @Nullable String sameLetters(String name) {
        String letters = AnchorLetters.of(name);
        if (letters.isEmpty()) {
            return null;
        }
        int first = letters.codePointAt(0);
        return only(each -> mayStartWith(first, each) && hasLetters(letters, each));
    }

    /** Returns the anchor that another site generator creates from the same heading; null if there is none, or more than one. */
    private @Nullable String sameFolded(String name) {
        String letters = name.length() > MAX_LENGTH ? "" : AnchorLetters.folded(name);
        if (letters.isEmpty()) {
            return null;
        }
        String numbers = DoxiaAnchor.decoded(name);
        String same = only(each -> mayFold(letters, each)
                && AnchorLetters.folded(each).equals(letters)
                && ClosestName.hasSameNumbers(numbers, DoxiaAnchor.decoded(each)));
        String bare = AnchorLetters.withoutNumber(letters);
        if (same != null || bare.length() < MIN_UNNUMBERED_LENGTH) {
            return same;
        }
        // The heading number may be missing on either side, but two different numbers are two headings.
        return bare.equals(letters)
                ? only(each -> mayFold(letters, each)
                        && AnchorLetters.withoutNumber(AnchorLetters.folded(each))
                                .equals(letters))
                : only(each -> mayFold(bare, each) && AnchorLetters.folded(each).equals(bare));
    }

    /**
     * Returns whether a name may fold to these letters. Rejects most names without creating a string: as long as a name is in ASCII, has
     * no escape and no leading number, its letters and digits are those that it folds to.
     */
    private static boolean mayFold(String letters, String name) {
        if (name.length() > MAX_LENGTH || name.length() * 2L < letters.length()) {
            return false;
        }
        // Doxia's prefix of anchors that do not start with a letter.
        boolean prefixed = name.length() > 1 && name.charAt(0) == 'a' && !Character.isLetter(name.charAt(1));
        int at = 0;
        for (int i = prefixed ? 1 : 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 0x80 || c == '.' && DoxiaAnchor.isEscape(name, i) || at == 0 && Character.isDigit(c)) {
                return true;
            }
            if (Character.isLetterOrDigit(c)) {
                if (at == letters.length() || Character.toLowerCase(c) != letters.charAt(at)) {
                    return false;
                }
                at++;
            }
        }
        return at == letters.length();
    }

    /** Returns whether the first letter or digit of a name may be this one, given in lower case: a cheap test that rejects most names. */
    private static boolean mayStartWith(int lower, String name) {
        // In ASCII, and only there, upper and lower case differ in exactly this bit.
        int c = name.isEmpty() ? 0 : name.charAt(0) | 0x20;
        return c < 'a' || c > 'z' || c == lower;
    }

    private @Nullable String only(Predicate<String> fits) {
        String only = null;
        for (String each : names) {
            if (fits.test(each) && !each.equals(only)) {
                if (only != null) {
                    return null;
                }
                only = each;
            }
        }
        return only;
    }

    /** Returns whether a name has exactly these letters and digits, in lower case, ignoring punctuation, in which site generators and authors differ. */
    private static boolean hasLetters(String letters, String name) {
        int at = 0;
        int c;
        for (int i = 0; i < name.length(); i += Character.charCount(c)) {
            c = name.codePointAt(i);
            if (Character.isLetterOrDigit(c)) {
                int lower = Character.toLowerCase(c);
                if (at >= letters.length() || letters.codePointAt(at) != lower) {
                    return false;
                }
                at += Character.charCount(lower);
            }
        }
        return at == letters.length();
    }

    private static boolean isIdentifier(String name) {
        return !name.isEmpty()
                && Character.isJavaIdentifierStart(name.codePointAt(0))
                && name.codePoints().allMatch(Character::isJavaIdentifierPart);
    }

    /** Returns whether an anchor is that of a method in Javadoc. */
    private static boolean isMethod(String anchor, String name) {
        return anchor.length() > name.length() + 1
                && anchor.charAt(name.length()) == '('
                && anchor.endsWith(")")
                && anchor.startsWith(name);
    }
}
