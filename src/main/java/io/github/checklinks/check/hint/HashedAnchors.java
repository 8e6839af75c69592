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

/** The anchors of a page that was fetched, of which only numbers are kept: a name can be tried, not looked up. */
final class HashedAnchors implements Anchors {

    private static final int LONGEST = 100;
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern EDGES = Pattern.compile("^[-_]|[-_]$");

    private final Predicate<String> has;

    /**
     * Asks a page.
     *
     * @param has whether the page has an anchor of this name
     */
    HashedAnchors(Predicate<String> has) {
        this.has = has;
    }

    @Override
    public @Nullable String inOtherCase(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String upper = name.toUpperCase(Locale.ROOT);
        return only(
                name, List.of(lower, upper, upper.charAt(0) + lower.substring(1), upper.charAt(0) + name.substring(1)));
    }

    @Override
    public @Nullable String alike(String name) {
        String doxia = DoxiaAnchor.decoded(name);
        if (!doxia.equals(name) && has.test(doxia)) {
            return doxia;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        Set<String> forms = new LinkedHashSet<>();
        for (String form : List.of(name, lower)) {
            for (String sign : List.of("-", "_", "")) {
                String whole = SIGNS.matcher(form).replaceAll(sign);
                String bare = EDGES.matcher(whole).replaceAll("");
                forms.addAll(List.of(whole, bare, "_" + bare));
            }
        }
        String folded = AnchorLetters.folded(name);
        if (name.length() <= LONGEST && !folded.equals(AnchorLetters.of(name))) {
            String plain = MARKS.matcher(Normalizer.normalize(doxia, Normalizer.Form.NFKD))
                    .replaceAll("");
            for (String sign : List.of("-", "_")) {
                forms.add(EDGES.matcher(
                                SIGNS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(sign))
                        .replaceAll(""));
            }
        }
        forms.add(name + "()");
        // What differs in letter case only was tried before, and was not the only one.
        forms.removeIf(name::equalsIgnoreCase);
        return only(name, forms);
    }

    /** Tries every name that is one slip away: some thousand. */
    @Override
    public @Nullable String oneSlipAway(String name) {
        if (name.length() > LONGEST) {
            return null;
        }
        Set<String> tries = new LinkedHashSet<>();
        for (int i = 0; i <= name.length(); i++) {
            String before = name.substring(0, i);
            String after = name.substring(i);
            for (char c : letters(name).toCharArray()) {
                tries.add(before + c + after);
                if (!after.isEmpty()) {
                    tries.add(before + c + after.substring(1));
                }
            }
            if (!after.isEmpty()) {
                tries.add(before + after.substring(1));
            }
            if (after.length() > 1) {
                tries.add(before + after.charAt(1) + after.charAt(0) + after.substring(2));
            }
        }
        tries.removeIf(each -> each.isEmpty()
                || each.equalsIgnoreCase(name)
                || !has.test(each)
                || !ClosestName.isSlip(name.toLowerCase(Locale.ROOT), each.toLowerCase(Locale.ROOT)));
        return only(name, tries);
    }

    private static String letters(String name) {
        String small = "abcdefghijklmnopqrstuvwxyz0123456789-_.";
        return name.equals(name.toLowerCase(Locale.ROOT)) ? small : small + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    }

    @Override
    public @Nullable String near(String name) {
        return null;
    }

    private @Nullable String only(String name, Iterable<String> tries) {
        String only = null;
        for (String each : tries) {
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
