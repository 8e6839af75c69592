// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.check.record.RecordLookup;
import io.github.checklinks.crawl.target.Acceptance;
import io.github.checklinks.crawl.target.HostRules;
import io.github.checklinks.crawl.target.SchemeTypo;
import io.github.checklinks.extract.LinkKind;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.Fragment;
import io.github.checklinks.facts.LinkState;
import io.github.checklinks.facts.RedirectChain;
import io.github.checklinks.facts.StoredLink;
import io.github.checklinks.facts.TargetKind;
import io.github.checklinks.model.LinkOrigin;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.RuleText;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.Verdict;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.MalformedUrl;
import io.github.checklinks.url.Resolution;
import io.github.checklinks.url.WebUrl;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Determines the verdict on each link by lookups in the facts, applying the rules in the documented order. */
final class Judge {

    private static final int MAX_REFRESHES = 10;

    /** Elements whose links are navigated to, rather than loaded into the page. */
    private static final Set<String> NAVIGATING =
            Set.of("a", "area", "form", "button", "input", "iframe", "frame", "meta", "loc");

    final RecordLookup recordLookup;
    private final Facts facts;
    private final Acceptance acceptance;
    private final HostRules hosts;
    private final ScriptAnchors scripts;

    Judge(Facts facts, Acceptance acceptance, HostRules hosts, RecordLookup recordLookup) {
        this.facts = facts;
        this.acceptance = acceptance;
        this.hosts = hosts;
        this.recordLookup = recordLookup;
        this.scripts = new ScriptAnchors(facts);
    }

    /** Returns the zone of a link's target. */
    Zone zone(StoredLink link) {
        if (link.target() >= 0) {
            return facts.targets().zone(link.target());
        }
        return link.text().contains("//") ? Zone.EXTERNAL : Zone.SITE;
    }

    /** Returns whether the response of a target, or of one that its redirects lead to, came from the cache. */
    boolean isCached(int target) {
        RedirectChain chain = facts.chain(target);
        return chain == null
                ? facts.isFromCache(target)
                : chain.targets().stream().anyMatch(facts::isFromCache);
    }

    /** Returns the verdict on a link on a page, before configured severities, suppressions and the baseline. */
    Verdict verdict(int page, StoredLink link) {
        if (link.linkState() == LinkState.IGNORED || link.linkState() == LinkState.EXCLUDED) {
            return Verdict.skipped(link.linkState() == LinkState.IGNORED ? SkipReason.IGNORED : SkipReason.EXCLUDED);
        }
        if (isSkippedFirst(link)) {
            return Verdict.skipped(facts.targets().reason(link.target()));
        }
        return switch (link.linkState()) {
            case HINT -> Verdict.skipped(SkipReason.RESOURCE_HINT);
            case POST -> Verdict.skipped(SkipReason.FORM);
            case PLACEHOLDER -> new Verdict(Rule.PLACEHOLDER, null);
            case MALFORMED -> new Verdict(Rule.MALFORMED_URL, reason(link.text()));
            case EMPTY ->
                new Verdict(
                        Rule.MALFORMED_URL,
                        empty(String.valueOf(link.linkAttribute().attribute())));
            default -> link.linkAttribute().linkKind() == LinkKind.MAP ? map(page, link.text()) : visited(link);
        };
    }

    /** Returns the verdict on what a stand-in represents. */
    Verdict verdict(StandIn standIn) {
        StoredLink link = standIn.link();
        if (standIn.origin() instanceof LinkOrigin.Orphan) {
            return new Verdict(Rule.ORPHAN, null);
        }
        return isSkippedFirst(link) ? Verdict.skipped(facts.targets().reason(link.target())) : visited(link);
    }

    private boolean isSkippedFirst(StoredLink link) {
        return link.target() >= 0
                && facts.targets().kind(link.target()) == TargetKind.SKIPPED
                && comesFirst(facts.targets().reason(link.target()), link.linkState());
    }

    /** Returns whether a reason to skip a target precedes all other rules; a mistyped scheme is reported, not skipped. */
    private static boolean comesFirst(SkipReason reason, LinkState linkState) {
        return reason == SkipReason.EXCLUDED || reason == SkipReason.SCHEME && linkState != LinkState.MALFORMED;
    }

    private static String empty(String attribute) {
        boolean isImageList = attribute.equals("srcset") || attribute.equals("imagesrcset");
        return "an empty " + attribute + (isImageList ? " offers no image" : " loads nothing");
    }

    private static String reason(String text) {
        Resolution resolution =
                WebUrl.parse("https://site.invalid/") instanceof WebUrl base ? base.resolve(text) : WebUrl.parse(text);
        if (resolution instanceof WebUrl url && SchemeTypo.isTypo(url)) {
            return "browsers do not know the scheme " + url.scheme() + ":";
        }
        return resolution instanceof MalformedUrl malformed
                ? malformed.reason()
                : RuleText.of(Rule.MALFORMED_URL).summary();
    }

    private Verdict visited(StoredLink link) {
        int target = link.target();
        if (facts.targets().kind(target) == TargetKind.LOCAL_ADDRESS) {
            return new Verdict(Rule.LOCAL_ADDRESS, null);
        }
        if (link.linkState() == LinkState.OUTSIDE) {
            return new Verdict(Rule.OUTSIDE_SITE, null);
        }
        Verdict reviewed = recordLookup.reviewed(target);
        if (reviewed != null) {
            return reviewed;
        }
        Fragment named = Fragment.of(link.text());
        if (facts.isSound(target, named)) {
            return Verdict.OK;
        }
        RedirectChain chain = facts.chain(target);
        if (chain != null && chain.ending() != RedirectChain.Ending.END) {
            return endless(chain);
        }
        int end = chain == null ? target : chain.end();
        Verdict byOutcome = verdictByOutcome(end);
        if (byOutcome != null) {
            return chain != null && byOutcome.equals(Verdict.skipped(SkipReason.SCHEME)) && !isNavigation(link)
                    ? new Verdict(
                            Rule.REDIRECT_LOOP,
                            "a redirect to \"" + facts.targets().url(end) + "\", which cannot be loaded")
                    : byOutcome;
        }
        String detail = null;
        Fragment fragment = chain != null && chain.replacesFragment() ? null : named;
        if (fragment != null && areAnchorsChecked(target)) {
            Verdict recorded = recordLookup.ofAnchor(target, fragment);
            if (recorded != null) {
                return recorded;
            }
            Anchor anchor = anchor(end, fragment);
            if (anchor == Anchor.MISSING) {
                return new Verdict(Rule.MISSING_FRAGMENT, null);
            }
            detail = anchor == Anchor.UNVERIFIABLE ? "fragment-unverifiable" : null;
        }
        return chain == null ? new Verdict(Rule.OK, detail) : redirected(chain);
    }

    /** Returns whether a link is navigated to, so that a browser may pass it to another program, which is impossible for what is loaded into a page. */
    private static boolean isNavigation(StoredLink link) {
        return NAVIGATING.contains(link.linkAttribute().element());
    }

    private Verdict map(int page, String text) {
        if (acceptance.fragmentZones().isEmpty()) {
            return Verdict.OK;
        }
        int hash = text.indexOf('#');
        // HTML §2.3.9: a reference without "#", or with nothing after it, matches no map.
        boolean exists = hash >= 0 && hash < text.length() - 1 && facts.hasMap(page, text.substring(hash + 1));
        return exists ? Verdict.OK : new Verdict(Rule.MISSING_FRAGMENT, "no such map");
    }

    private static Verdict endless(RedirectChain chain) {
        String detail = chain.ending() == RedirectChain.Ending.TOO_MANY
                ? "more than " + chain.redirects().size() + " redirects"
                : "a redirect that returns to an earlier address";
        return new Verdict(Rule.REDIRECT_LOOP, detail);
    }

    /** Returns the verdict on a target that does not redirect; null if it is fine. */
    private @Nullable Verdict verdictByOutcome(int target) {
        Outcome outcome = facts.outcome(target);
        if (outcome == null) {
            return switch (facts.targets().kind(target)) {
                case ABSENT -> new Verdict(Rule.MISSING_FILE, null);
                case LOCAL_ADDRESS -> Verdict.skipped(SkipReason.PRIVATE_ADDRESS);
                default -> Verdict.skipped(SkipReason.LIMIT);
            };
        }
        if (outcome instanceof Outcome.NotRequested notRequested) {
            return Verdict.skipped(notRequested.reason());
        }
        if (outcome instanceof Outcome.Failed failed) {
            boolean networkIsDown =
                    facts.isWithoutNetwork(failed.cause()) && facts.targets().zone(target) == Zone.EXTERNAL;
            return new Verdict(networkIsDown ? Rule.NO_NETWORK : CauseRules.rule(failed.cause()), failed.detail());
        }
        int status = ((Outcome.Answered) outcome).status();
        boolean accepted =
                hosts.accepts(facts.targets(), target, acceptance.statuses()).test(status);
        return accepted ? null : new Verdict(rule(status), String.valueOf(status));
    }

    private static Rule rule(int status) {
        return switch (status) {
            case 404, 410 -> Rule.NOT_FOUND;
            case 408 -> Rule.TIMED_OUT;
            case 401, 403, 407, 425, 429, 451, 999 -> Rule.BLOCKED;
            default -> status >= 500 && status <= 599 ? Rule.SERVER_ERROR : Rule.BAD_STATUS;
        };
    }

    /** Returns whether the anchors of a target are checked. */
    boolean areAnchorsChecked(int target) {
        return hosts.fragmentZones(facts.targets(), target, acceptance.fragmentZones())
                .contains(facts.targets().zone(target));
    }

    private enum Anchor {
        PRESENT,
        MISSING,
        UNVERIFIABLE
    }

    private Anchor anchor(int target, Fragment fragment) {
        int page = facts.page(target);
        if (facts.unread().isBehindWall(target) && !fragment.isTop()) {
            return Anchor.UNVERIFIABLE;
        }
        if (page < 0
                || fragment.isTop()
                || facts.leadsSomewhere(page, fragment)
                || fragment.isView() && isImage(target)) {
            return Anchor.PRESENT;
        }
        if (fragment.isRoute() || scripts.mayCreate(target, page, fragment)) {
            return Anchor.UNVERIFIABLE;
        }
        return behindRefreshes(page, fragment);
    }

    private boolean isImage(int target) {
        String url = facts.targets().url(target);
        int query = url.indexOf('?');
        return url.substring(0, query < 0 ? url.length() : query)
                .toLowerCase(Locale.ROOT)
                .endsWith(".svg");
    }

    /** Searches for an anchor on the page to which a page refreshes immediately: missing if that target is broken, present if it was not read. */
    private Anchor behindRefreshes(int page, Fragment fragment) {
        int end = page;
        for (int i = 0; i < MAX_REFRESHES && facts.refreshesTo(end) >= 0; i++) {
            int target = facts.refreshesTo(end);
            RedirectChain chain = facts.chain(target);
            int next = chain == null ? target : chain.end();
            Verdict trouble = chain == null || chain.ending() == RedirectChain.Ending.END
                    ? verdictByOutcome(next)
                    : endless(chain);
            Zone zone = facts.targets().zone(next);
            if (trouble != null && trouble.rule().severity(zone) == Severity.ERROR) {
                return Anchor.MISSING;
            }
            end = facts.page(next);
            if (end < 0 || facts.leadsSomewhere(end, fragment)) {
                return Anchor.PRESENT;
            }
        }
        return Anchor.MISSING;
    }

    private Verdict redirected(RedirectChain chain) {
        String permanentEnd = chain.permanentEnd() < 0 ? null : facts.targets().url(chain.permanentEnd());
        if (permanentEnd == null) {
            return new Verdict(Rule.REDIRECTED, facts.targets().url(chain.end()));
        }
        boolean trivial = TrivialRedirect.isTrivialRedirect(facts.targets().url(chain.start()), permanentEnd);
        if (chain.permanentFragment() != null) {
            return new Verdict(Rule.MOVED, permanentEnd + '#' + chain.permanentFragment());
        }
        return new Verdict(trivial ? Rule.REDIRECTED : Rule.MOVED, permanentEnd);
    }
}
