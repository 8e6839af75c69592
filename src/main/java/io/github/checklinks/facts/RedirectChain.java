// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.model.Hop;
import io.github.checklinks.model.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The redirects that are followed from one target, as the crawl recorded them. Only a target that redirects has a
 * chain. Immutable.
 */
public final class RedirectChain {

    /** How a chain ends. */
    public enum Ending {
        /** At a target that does not redirect. */
        END,
        /** At a redirect to a target that the chain has passed. */
        LOOP,
        /** At a redirect that is one too many. */
        TOO_MANY
    }

    private final int start;
    private final List<Outcome.Redirected> redirects;
    private final @Nullable Outcome outcome;
    private final Ending ending;

    private RedirectChain(int start, List<Outcome.Redirected> redirects, @Nullable Outcome outcome, Ending ending) {
        this.start = start;
        this.redirects = List.copyOf(redirects);
        this.outcome = outcome;
        this.ending = ending;
    }

    /**
     * Follows the redirects from a target.
     *
     * @param start the target
     * @param most the number of redirects that are followed
     * @param outcomes the outcome of each target; null for one that was not visited
     */
    static RedirectChain of(int start, int most, IntFunction<@Nullable Outcome> outcomes) {
        List<Outcome.Redirected> redirects = new ArrayList<>();
        Outcome outcome = outcomes.apply(start);
        while (outcome instanceof Outcome.Redirected hop) {
            if (redirects.size() == most) {
                return new RedirectChain(start, redirects, outcome, Ending.TOO_MANY);
            }
            if (hop.to() == start || leadTo(hop.to(), redirects)) {
                return new RedirectChain(start, redirects, outcome, Ending.LOOP);
            }
            redirects.add(hop);
            outcome = outcomes.apply(hop.to());
        }
        return new RedirectChain(start, redirects, outcome, Ending.END);
    }

    private static boolean leadTo(int target, List<Outcome.Redirected> redirects) {
        return redirects.stream().anyMatch(hop -> hop.to() == target);
    }

    /** Returns the target that the chain starts at. */
    public int start() {
        return start;
    }

    /** Returns the redirects that are followed, in order; without the one that makes a chain a loop or too long. */
    public List<Outcome.Redirected> redirects() {
        return redirects;
    }

    /** Returns the last target that is reached. */
    public int end() {
        return redirects.isEmpty() ? start : redirects.get(redirects.size() - 1).to();
    }

    /**
     * Returns the outcome of the last target: of a loop or a chain that is too long, the redirect that is not followed;
     * null if the target was not visited.
     */
    public @Nullable Outcome outcome() {
        return outcome;
    }

    public Ending ending() {
        return ending;
    }

    /** Returns the targets that are reached, in order, from the start to the end. */
    public List<Integer> targets() {
        List<Integer> targets = new ArrayList<>();
        targets.add(start);
        redirects.forEach(hop -> targets.add(hop.to()));
        return targets;
    }

    /**
     * Returns the chain for reports: each target that is reached with its status, and then that of a redirect that is
     * not followed.
     *
     * @param urls the URL of each target
     */
    public List<Hop> hops(IntFunction<String> urls) {
        List<Hop> hops = new ArrayList<>();
        int target = start;
        for (Outcome.Redirected redirect : redirects) {
            hops.add(new Hop(urls.apply(target), redirect.status()));
            target = redirect.to();
        }
        hops.add(new Hop(urls.apply(target), outcome == null ? 0 : outcome.status()));
        if (outcome instanceof Outcome.Redirected unfollowed) {
            hops.add(new Hop(urls.apply(unfollowed.to()), 0));
        }
        return hops;
    }

    /** Returns the statuses of the redirects that are followed, in order. */
    public List<Integer> statuses() {
        return redirects.stream().map(Outcome.Redirected::status).toList();
    }

    /** Returns the target of the leading permanent redirects; -1 if the first is not permanent, or the chain has no end. */
    public int permanentEnd() {
        List<Outcome.Redirected> permanent = permanentRedirects();
        return permanent.isEmpty() ? -1 : permanent.get(permanent.size() - 1).to();
    }

    /** Returns the fragment that the leading permanent redirects give; null if they give none. */
    public @Nullable String permanentFragment() {
        String fragment = null;
        for (Outcome.Redirected hop : permanentRedirects()) {
            fragment = hop.fragment() == null ? fragment : hop.fragment();
        }
        return fragment;
    }

    private List<Outcome.Redirected> permanentRedirects() {
        return ending == Ending.END
                ? redirects.stream()
                        .takeWhile(hop -> hop.status() == 301 || hop.status() == 308)
                        .toList()
                : List.of();
    }

    /** Returns whether a redirect gives a fragment, which then replaces that of the link. */
    public boolean replacesFragment() {
        return redirects.stream().anyMatch(hop -> hop.fragment() != null);
    }
}
