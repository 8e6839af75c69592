// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.facts.Facts;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows redirects in the facts. */
final class Redirects {

    private final Facts facts;
    private final int most;

    Redirects(Facts facts, int most) {
        this.facts = facts;
        this.most = most;
    }

    /**
     * The redirects from a target to the one where they end.
     *
     * @param start the target
     * @param end the last target; the first one if there is no redirect
     * @param permanentEnd the end of the leading permanent redirects; -1 if the first is not permanent
     * @param permanentFragment the fragment given by these permanent redirects; null if none
     * @param outcome the outcome of the last target; null if it was not visited
     * @param trouble the verdict on redirects without an end; null if they end
     * @param fragmentIsLost whether a redirect gave a fragment, which then replaces that of the link
     */
    record Chain(
            int start,
            int end,
            int permanentEnd,
            @Nullable String permanentFragment,
            @Nullable Outcome outcome,
            @Nullable Verdict trouble,
            boolean fragmentIsLost) {

        boolean isRedirected() {
            return start != end;
        }
    }

    /** Returns the redirects from a target. */
    Chain from(int start) {
        int at = start;
        int permanentEnd = -1;
        String permanentFragment = null;
        boolean permanentSoFar = true;
        boolean fragmentIsLost = false;
        for (int hops = 0; ; hops++) {
            Outcome outcome = facts.outcome(at);
            if (!(outcome instanceof Outcome.Redirected hop)) {
                return new Chain(start, at, permanentEnd, permanentFragment, outcome, null, fragmentIsLost);
            }
            if (hop.to() == start || hop.to() == at || hops == most) {
                String detail = hops == most
                        ? "more than " + most + " redirects"
                        : "a redirect that returns to an earlier address";
                return new Chain(start, at, -1, null, outcome, new Verdict(Rule.REDIRECT_LOOP, detail), false);
            }
            permanentSoFar &= hop.status() == 301 || hop.status() == 308;
            permanentEnd = permanentSoFar ? hop.to() : permanentEnd;
            if (hop.fragment() != null) {
                permanentFragment = permanentSoFar ? hop.fragment() : permanentFragment;
                fragmentIsLost = true;
            }
            at = hop.to();
        }
    }

    /** Returns whether the response of a target, or of one that its redirects lead to, came from the cache. */
    boolean isCached(int start) {
        int at = start;
        boolean cached = facts.isFromCache(at);
        for (int hops = 0; !cached && hops < most && facts.outcome(at) instanceof Outcome.Redirected hop; hops++) {
            at = hop.to();
            cached = facts.isFromCache(at);
        }
        return cached;
    }

    /** Returns the URLs of the redirects from a target, in order; of a loop, only its first round. */
    List<String> urls(int start) {
        List<String> urls = new ArrayList<>();
        Set<Integer> passed = new HashSet<>();
        int at = start;
        while (facts.outcome(at) instanceof Outcome.Redirected hop && urls.size() <= most && passed.add(at)) {
            at = hop.to();
            urls.add(facts.targets().url(at));
        }
        return urls;
    }
}
