// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.check.policy.Policy;
import io.github.checklinks.crawl.schedule.Politeness;
import io.github.checklinks.crawl.target.HostRules;
import io.github.checklinks.crawl.target.SchemeTypo;
import io.github.checklinks.extract.LinkKind;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.Fragment;
import io.github.checklinks.facts.PreVerdict;
import io.github.checklinks.facts.StoredLink;
import io.github.checklinks.facts.TargetKind;
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

/** Gives each link its verdict: pure look-ups in the facts, in the order of rules that the documentation gives. */
final class Judge {

    private static final int MOST_REFRESHES = 10;

    /** Elements whose links are navigated to. */
    private static final Set<String> FOLLOWED =
            Set.of("a", "area", "form", "button", "input", "iframe", "frame", "meta", "loc");

    private final Policy policy;
    private final Facts facts;
    private final Redirects redirects;
    private final HostRules hosts;
    private final Set<Zone> fragmentZones;
    private final ScriptAnchors scripts;

    Judge(Policy policy, Facts facts, Politeness politeness) {
        this.policy = policy;
        this.facts = facts;
        this.redirects = new Redirects(facts, politeness.maxRedirects());
        this.hosts = politeness.hosts();
        this.fragmentZones = policy.fragments().zones();
        this.scripts = new ScriptAnchors(facts);
    }

    /** On which side of the border a link leads. */
    Zone zone(StoredLink link) {
        if (link.target() >= 0) {
            return facts.targets().zone(link.target());
        }
        return link.text().contains("//") ? Zone.EXTERNAL : Zone.SITE;
    }

    /** Whether an earlier run said what a target answers, or where one of its redirects leads. */
    boolean isRecalled(int target) {
        return redirects.isRecalled(target);
    }

    /** The verdict on a link, before the user's own moves, mutes and baseline. */
    Verdict verdict(int page, StoredLink link) {
        if (link.preVerdict() == PreVerdict.MUTED || link.preVerdict() == PreVerdict.EXCLUDED) {
            return Verdict.skipped(link.preVerdict() == PreVerdict.MUTED ? SkipReason.IGNORED : SkipReason.EXCLUDED);
        }
        if (Orphans.isOrphan(link)) {
            return new Verdict(Rule.ORPHAN, null);
        }
        int target = link.target();
        if (target >= 0
                && facts.targets().reach(target) == TargetKind.SKIPPED
                && isFirst(facts.targets().reason(target), link.preVerdict())) {
            return Verdict.skipped(facts.targets().reason(target));
        }
        return switch (link.preVerdict()) {
            case HINT -> Verdict.skipped(SkipReason.RESOURCE_HINT);
            case POST -> Verdict.skipped(SkipReason.FORM);
            case PLACEHOLDER -> new Verdict(Rule.PLACEHOLDER, null);
            case MALFORMED -> new Verdict(Rule.MALFORMED_URL, reason(link.text()));
            case EMPTY ->
                new Verdict(
                        Rule.MALFORMED_URL,
                        empty(String.valueOf(link.linkAttribute().attribute())));
            default -> visited(page, link);
        };
    }

    /** Whether a reason to leave a target alone comes before everything a link may be; a mistyped scheme is no scheme. */
    private static boolean isFirst(SkipReason reason, PreVerdict preVerdict) {
        return reason == SkipReason.EXCLUDED || reason == SkipReason.SCHEME && preVerdict != PreVerdict.MALFORMED;
    }

    private static String empty(String attribute) {
        boolean chooses = attribute.equals("srcset") || attribute.equals("imagesrcset");
        return "an empty " + attribute + (chooses ? " offers no image" : " loads nothing");
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

    private Verdict visited(int page, StoredLink link) {
        if (link.linkAttribute().linkKind() == LinkKind.MAP) {
            return policy.fragments() == Policy.Fragments.NONE ? Verdict.OK : map(page, link.text());
        }
        int target = link.target();
        if (facts.targets().reach(target) == TargetKind.LOCAL_ADDRESS) {
            return new Verdict(Rule.LOCAL_ADDRESS, null);
        }
        if (link.preVerdict() == PreVerdict.OUTSIDE) {
            return new Verdict(Rule.OUTSIDE_SITE, null);
        }
        Redirects.Way way = redirects.from(target);
        if (way.trouble() != null) {
            return way.trouble();
        }
        Verdict byAnswer = answered(way);
        if (byAnswer != null) {
            return way.isRedirected() && byAnswer.equals(Verdict.skipped(SkipReason.SCHEME)) && !isFollowed(link)
                    ? new Verdict(
                            Rule.REDIRECT_LOOP,
                            "a redirect to \"" + facts.targets().url(way.end()) + "\", which cannot be loaded")
                    : byAnswer;
        }
        String detail = null;
        Fragment fragment = way.fragmentIsLost() ? null : Fragment.of(link.text());
        if (fragment != null && isJudged(target)) {
            Anchor anchor = anchor(way.end(), fragment);
            if (anchor == Anchor.MISSING) {
                return new Verdict(Rule.MISSING_FRAGMENT, null);
            }
            detail = anchor == Anchor.UNSURE ? "fragment-unverifiable" : null;
        }
        return way.isRedirected() ? redirected(way) : new Verdict(Rule.OK, detail);
    }

    /** Whether a reader goes where a link leads, so that another program may take it from there; what is loaded into the page cannot. */
    private static boolean isFollowed(StoredLink link) {
        return FOLLOWED.contains(link.linkAttribute().element());
    }

    private Verdict map(int page, String text) {
        int hash = text.indexOf('#');
        // HTML §2.3.9: without "#", or with nothing behind it, no map is meant.
        boolean there = hash >= 0 && hash < text.length() - 1 && facts.hasMap(page, text.substring(hash + 1));
        return there ? Verdict.OK : new Verdict(Rule.MISSING_FRAGMENT, "no such map");
    }

    private @Nullable Verdict answered(Redirects.Way way) {
        Outcome outcome = way.outcome();
        if (outcome == null) {
            return switch (facts.targets().reach(way.end())) {
                case ABSENT -> new Verdict(Rule.MISSING_FILE, null);
                case LOCAL_ADDRESS -> Verdict.skipped(SkipReason.PRIVATE_ADDRESS);
                default -> Verdict.skipped(SkipReason.LIMIT);
            };
        }
        if (outcome instanceof Outcome.Unasked unasked) {
            return Verdict.skipped(unasked.reason());
        }
        if (outcome instanceof Outcome.Failed failed) {
            boolean networkIsDown =
                    facts.isWithoutNetwork(failed.rule()) && facts.targets().zone(way.end()) == Zone.EXTERNAL;
            return new Verdict(networkIsDown ? Rule.NO_NETWORK : failed.rule(), failed.detail());
        }
        int status = ((Outcome.Answered) outcome).status();
        boolean fine = hosts.accepts(facts.targets(), way.end(), policy.acceptStatuses()::accept)
                .test(status);
        return fine ? null : new Verdict(rule(status), String.valueOf(status));
    }

    private static Rule rule(int status) {
        return switch (status) {
            case 404, 410 -> Rule.NOT_FOUND;
            case 408 -> Rule.TIMED_OUT;
            case 401, 403, 407, 425, 429, 451, 999 -> Rule.BLOCKED;
            default -> status >= 500 && status <= 599 ? Rule.SERVER_ERROR : Rule.BAD_STATUS;
        };
    }

    private boolean isJudged(int target) {
        return hosts.fragmentZones(facts.targets(), target, fragmentZones)
                .contains(facts.targets().zone(target));
    }

    private enum Anchor {
        THERE,
        MISSING,
        UNSURE
    }

    private Anchor anchor(int target, Fragment fragment) {
        int page = facts.page(target);
        if (facts.unread().isBehindWall(target) && !fragment.isTop()) {
            return Anchor.UNSURE;
        }
        if (page < 0
                || fragment.isTop()
                || facts.leadsSomewhere(page, fragment)
                || fragment.isView() && isImage(target)) {
            return Anchor.THERE;
        }
        if (fragment.isRoute() || scripts.makes(target, page, fragment)) {
            return Anchor.UNSURE;
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

    /** Whether an anchor is on the page to which a page refreshes at once; not where nobody gets, and taken for there where nobody looked. */
    private Anchor behindRefreshes(int page, Fragment fragment) {
        int end = page;
        for (int i = 0; i < MOST_REFRESHES && facts.refreshesTo(end) >= 0; i++) {
            Redirects.Way way = redirects.from(facts.refreshesTo(end));
            Verdict trouble = way.trouble() != null ? way.trouble() : answered(way);
            Zone zone = facts.targets().zone(way.end());
            if (trouble != null && trouble.rule().severity(zone) == Severity.ERROR) {
                return Anchor.MISSING;
            }
            end = facts.page(way.end());
            if (end < 0 || facts.leadsSomewhere(end, fragment)) {
                return Anchor.THERE;
            }
        }
        return Anchor.MISSING;
    }

    private Verdict redirected(Redirects.Way way) {
        String permanentEnd = way.permanentEnd() < 0 ? null : facts.targets().url(way.permanentEnd());
        if (permanentEnd == null) {
            return new Verdict(Rule.REDIRECTED, facts.targets().url(way.end()));
        }
        boolean mere = TrivialRedirect.isTrivialRedirect(facts.targets().url(way.start()), permanentEnd);
        if (way.permanentFragment() != null) {
            return new Verdict(Rule.MOVED, permanentEnd + '#' + way.permanentFragment());
        }
        return new Verdict(mere ? Rule.REDIRECTED : Rule.MOVED, permanentEnd);
    }
}
