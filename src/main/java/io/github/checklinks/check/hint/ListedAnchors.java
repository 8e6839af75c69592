// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import io.github.checklinks.url.DoxiaAnchor;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The anchors of a local page, read from it. Asked for few names, so it is looked through for each and has no index. */
public final class ListedAnchors implements Anchors {

    /** A longer anchor is not made from a heading. */
    private static final int LONGEST = 1_000;

    /** A shorter word with a number is more often another heading than the same one. */
    private static final int SHORTEST = 4;

    private final List<String> names;

    public ListedAnchors(List<String> names) {
        this.names = names;
    }

    @Override
    public @Nullable String inOtherCase(String name) {
        return only(name::equalsIgnoreCase);
    }

    @Override
    public @Nullable String alike(String name) {
        String doxia = DoxiaAnchor.decoded(name);
        if (names.contains(doxia)) {
            return doxia;
        }
        String alike = sameLetters(name);
        if (alike != null && ClosestName.hasSameNumbers(name, alike)) {
            return alike;
        }
        String folded = alike == null ? sameFolded(name) : null;
        if (folded != null) {
            return folded;
        }
        return isIdentifier(name) ? only(each -> isMethod(each, name)) : null;
    }

    @Override
    public @Nullable String oneSlipAway(String name) {
        return ClosestName.of(name, names, 1);
    }

    @Override
    public @Nullable String near(String name) {
        return ClosestName.of(name, names);
    }

    private @Nullable String sameLetters(String name) {
        String letters = AnchorLetters.of(name);
        if (letters.isEmpty()) {
            return null;
        }
        int first = letters.codePointAt(0);
        return only(each -> mayBeginWith(first, each) && hasLetters(letters, each));
    }

    /** The one that another generator makes of the same heading. */
    private @Nullable String sameFolded(String name) {
        String letters = name.length() > LONGEST ? "" : AnchorLetters.folded(name);
        if (letters.isEmpty()) {
            return null;
        }
        String numbers = DoxiaAnchor.decoded(name);
        String same = only(each -> mayFold(letters, each)
                && AnchorLetters.folded(each).equals(letters)
                && ClosestName.hasSameNumbers(numbers, DoxiaAnchor.decoded(each)));
        String bare = AnchorLetters.withoutNumber(letters);
        if (same != null || bare.length() < SHORTEST) {
            return same;
        }
        // With the number of the heading, or without: two different numbers are two headings.
        return bare.equals(letters)
                ? only(each -> mayFold(letters, each)
                        && AnchorLetters.withoutNumber(AnchorLetters.folded(each))
                                .equals(letters))
                : only(each -> mayFold(bare, each) && AnchorLetters.folded(each).equals(bare));
    }

    /** Whether a name is of a length that may fold to these letters: an escape is at most nine characters for one. */
    private static boolean mayFold(String letters, String name) {
        return name.length() <= LONGEST && name.length() * 2L >= letters.length();
    }

    /** Whether the first letter or digit of a name may be this one, in lower case: says no to most names at little cost. */
    private static boolean mayBeginWith(int lower, String name) {
        // In ASCII, and only there, the two cases of a letter differ in this bit.
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

    /** Whether a name has exactly these letters and digits, in lower case, besides signs, which is what generators and authors differ in. */
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

    /** Whether this is how Javadoc names a method. */
    private static boolean isMethod(String anchor, String name) {
        return anchor.length() > name.length() + 1
                && anchor.charAt(name.length()) == '('
                && anchor.endsWith(")")
                && anchor.startsWith(name);
    }
}
