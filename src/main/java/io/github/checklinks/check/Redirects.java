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

/** Follows redirects through the facts. */
final class Redirects {

    private final Facts facts;
    private final int most;

    Redirects(Facts facts, int most) {
        this.facts = facts;
        this.most = most;
    }

    /**
     * The way from a target to where its redirects end.
     *
     * @param start the target
     * @param end where it ends; the target itself when there is no redirect
     * @param permanentEnd the end of the leading run of permanent redirects; -1 when the first is not permanent
     * @param permanentFragment the fragment which that run of redirects names for it; null when it names none
     * @param outcome what the visit there found; null when there was none
     * @param trouble why the way ends nowhere; null when it does end
     * @param fragmentIsLost whether a redirect named a fragment of its own, which then counts instead of the link's
     */
    record Way(
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

    Way from(int start) {
        int at = start;
        int permanentEnd = -1;
        String permanentFragment = null;
        boolean permanentSoFar = true;
        boolean fragmentIsLost = false;
        for (int hops = 0; ; hops++) {
            Outcome outcome = facts.outcome(at);
            if (!(outcome instanceof Outcome.Redirected hop)) {
                return new Way(start, at, permanentEnd, permanentFragment, outcome, null, fragmentIsLost);
            }
            if (hop.to() == start || hop.to() == at || hops == most) {
                String detail =
                        hops == most ? "more than " + most + " redirects" : "a redirect that comes back to itself";
                return new Way(start, at, -1, null, outcome, new Verdict(Rule.REDIRECT_LOOP, detail), false);
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

    /** Whether any answer on the way from a target is an earlier run's. */
    boolean isRecalled(int start) {
        int at = start;
        boolean recalled = facts.isRecalled(at);
        for (int hops = 0; !recalled && hops < most && facts.outcome(at) instanceof Outcome.Redirected hop; hops++) {
            at = hop.to();
            recalled = facts.isRecalled(at);
        }
        return recalled;
    }

    /** The addresses passed through after a target, first to last; of a loop the first round. */
    List<String> chain(int start) {
        List<String> chain = new ArrayList<>();
        Set<Integer> passed = new HashSet<>();
        int at = start;
        while (facts.outcome(at) instanceof Outcome.Redirected hop && chain.size() <= most && passed.add(at)) {
            at = hop.to();
            chain.add(facts.targets().url(at));
        }
        return chain;
    }
}
