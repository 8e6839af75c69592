// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The anchors of a local page, read from it. Asked for few names, so it is looked through for each and has no index. */
final class ListedAnchors implements Anchors {

    private final List<String> names;

    ListedAnchors(List<String> names) {
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
        if (alike != null && Nearest.hasSameNumbers(name, alike)) {
            return alike;
        }
        return isIdentifier(name) ? only(each -> isMethod(each, name)) : null;
    }

    @Override
    public @Nullable String oneSlipAway(String name) {
        return Nearest.of(name, names, 1);
    }

    @Override
    public @Nullable String near(String name) {
        return Nearest.of(name, names);
    }

    private @Nullable String sameLetters(String name) {
        int from = nextLetter(name, 0);
        if (from == name.length()) {
            return null;
        }
        int first = Character.toLowerCase(name.codePointAt(from));
        return only(each -> mayBeginWith(first, each) && hasSameLetters(name, each));
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

    /** Whether two names are the same without signs and letter case, which is what generators and authors differ in. */
    private static boolean hasSameLetters(String one, String other) {
        int same = commonPrefix(one, other);
        int i = nextLetter(one, same);
        int j = nextLetter(other, same);
        while (i < one.length() && j < other.length()) {
            int a = one.codePointAt(i);
            int b = other.codePointAt(j);
            if (a != b && Character.toLowerCase(a) != Character.toLowerCase(b)) {
                return false;
            }
            i = nextLetter(one, i + Character.charCount(a));
            j = nextLetter(other, j + Character.charCount(b));
        }
        return i == one.length() && j == other.length();
    }

    /** How many characters two texts begin with alike, half a pair not counted: the anchors of a page often share much of them. */
    private static int commonPrefix(String one, String other) {
        int length = Math.min(one.length(), other.length());
        int i = 0;
        while (i < length && one.charAt(i) == other.charAt(i)) {
            i++;
        }
        return i > 0 && Character.isHighSurrogate(one.charAt(i - 1)) ? i - 1 : i;
    }

    /** The index of the next letter or digit, or the length. */
    private static int nextLetter(String text, int from) {
        int i = from;
        while (i < text.length() && !Character.isLetterOrDigit(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i;
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
