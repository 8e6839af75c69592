// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import io.github.checklinks.url.DoxiaAnchor;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The anchors of a fetched page, of which only hashes are stored: candidate names can be tested, but not enumerated. */
final class HashedAnchors implements Anchors {

    private static final int MAX_LENGTH = 100;
    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern COMBINING_MARKS = Pattern.compile("\\p{M}");
    private static final Pattern EDGES = Pattern.compile("^[-_]|[-_]$");

    private final Predicate<String> has;

    /**
     * Creates a view of the anchors of a page.
     *
     * @param has returns whether the page has an anchor of a name
     */
    HashedAnchors(Predicate<String> has) {
        this.has = has;
    }

    @Override
    public @Nullable String ignoringCase(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String upper = name.toUpperCase(Locale.ROOT);
        return only(
                name, List.of(lower, upper, upper.charAt(0) + lower.substring(1), upper.charAt(0) + name.substring(1)));
    }

    @Override
    public @Nullable String similar(String name) {
        String doxia = DoxiaAnchor.decoded(name);
        if (!doxia.equals(name) && has.test(doxia)) {
            return doxia;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        Set<String> forms = new LinkedHashSet<>();
        for (String form : List.of(name, lower)) {
            for (String separator : List.of("-", "_", "")) {
                String whole = PUNCTUATION.matcher(form).replaceAll(separator);
                String bare = EDGES.matcher(whole).replaceAll("");
                forms.addAll(List.of(whole, bare, "_" + bare));
            }
        }
        String folded = AnchorLetters.folded(name);
        if (name.length() <= MAX_LENGTH && !folded.equals(AnchorLetters.of(name))) {
            String plain = COMBINING_MARKS
                    .matcher(Normalizer.normalize(doxia, Normalizer.Form.NFKD))
                    .replaceAll("");
            for (String separator : List.of("-", "_")) {
                forms.add(EDGES.matcher(PUNCTUATION
                                .matcher(plain.toLowerCase(Locale.ROOT))
                                .replaceAll(separator))
                        .replaceAll(""));
            }
        }
        forms.add(name + "()");
        // Names that differ only in letter case were tried before and were ambiguous.
        forms.removeIf(name::equalsIgnoreCase);
        return only(name, forms);
    }

    /** Tries every name that is one edit away: a few thousand candidates. */
    @Override
    public @Nullable String withinOneEdit(String name) {
        if (name.length() > MAX_LENGTH) {
            return null;
        }
        Set<String> candidates = new LinkedHashSet<>();
        for (int i = 0; i <= name.length(); i++) {
            String before = name.substring(0, i);
            String after = name.substring(i);
            for (char c : letters(name).toCharArray()) {
                candidates.add(before + c + after);
                if (!after.isEmpty()) {
                    candidates.add(before + c + after.substring(1));
                }
            }
            if (!after.isEmpty()) {
                candidates.add(before + after.substring(1));
            }
            if (after.length() > 1) {
                candidates.add(before + after.charAt(1) + after.charAt(0) + after.substring(2));
            }
        }
        candidates.removeIf(each -> each.isEmpty()
                || each.equalsIgnoreCase(name)
                || !has.test(each)
                || !ClosestName.isTypo(name.toLowerCase(Locale.ROOT), each.toLowerCase(Locale.ROOT)));
        return only(name, candidates);
    }

    private static String letters(String name) {
        String small = "abcdefghijklmnopqrstuvwxyz0123456789-_.";
        return name.equals(name.toLowerCase(Locale.ROOT)) ? small : small + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    }

    @Override
    public @Nullable String closest(String name) {
        return null;
    }

    private @Nullable String only(String name, Iterable<String> candidates) {
        String only = null;
        for (String each : candidates) {
            if (!each.isEmpty() && !each.equals(name) && !each.equals(only) && has.test(each)) {
                if (only != null) {
                    return null;
                }
                only = each;
            }
        }
        return only;
    }
}
