// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The anchors of a local page, read from it. */
final class ListedAnchors implements Anchors {

    private static final Pattern METHOD = Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");

    /** Stands for several. */
    private static final String SEVERAL = "";

    private final Set<String> names;

    /** By what is left without signs and letter case, which is what generators and authors differ in. */
    private final Map<String, String> byLetters = new HashMap<>();

    private final Map<String, String> byLowerCase = new HashMap<>();

    /** The methods of a Javadoc page by their bare names. */
    private final Map<String, String> methods = new HashMap<>();

    ListedAnchors(List<String> anchors) {
        this.names = new LinkedHashSet<>(anchors);
        for (String each : names) {
            byLetters.merge(letters(each), each, (one, other) -> SEVERAL);
            byLowerCase.merge(each.toLowerCase(Locale.ROOT), each, (one, other) -> SEVERAL);
            int bracket = each.indexOf('(');
            if (bracket > 0 && each.endsWith(")")) {
                methods.merge(each.substring(0, bracket), each, (one, other) -> SEVERAL);
            }
        }
    }

    @Override
    public @Nullable String inOtherCase(String name) {
        return only(byLowerCase.get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public @Nullable String alike(String name) {
        String doxia = DoxiaAnchor.decoded(name);
        if (names.contains(doxia)) {
            return doxia;
        }
        String letters = letters(name);
        String alike = letters.isEmpty() ? null : only(byLetters.get(letters));
        if (alike != null && Nearest.hasSameNumbers(name, alike)) {
            return alike;
        }
        return METHOD.matcher(name).matches() ? only(methods.get(name)) : null;
    }

    @Override
    public @Nullable String oneSlipAway(String name) {
        return Nearest.of(name, names, 1);
    }

    @Override
    public @Nullable String near(String name) {
        return Nearest.of(name, names);
    }

    private static @Nullable String only(@Nullable String name) {
        return SEVERAL.equals(name) ? null : name;
    }

    private static String letters(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        name.codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(c -> letters.appendCodePoint(Character.toLowerCase(c)));
        return letters.toString();
    }
}
