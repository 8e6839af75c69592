// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.check.policy.Severities;
import io.github.checklinks.extract.LinkAttribute;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.Fragment;
import io.github.checklinks.facts.LinkState;
import io.github.checklinks.facts.RedirectChain;
import io.github.checklinks.facts.StoredLink;
import io.github.checklinks.facts.TargetKind;
import io.github.checklinks.model.Answer;
import io.github.checklinks.model.CheckedLink;
import io.github.checklinks.model.Hop;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.LinkOrigin;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Reference;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.Verdict;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.PercentCoding;
import io.github.checklinks.url.Redaction;
import io.github.checklinks.url.WebUrl;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Combines the verdict, severity and suppressions of a link into the assessment that is reported. */
final class LinkAssessor {

    private final Judge judge;
    private final Severities severities;
    private final Suppressions suppressions;
    private final Facts facts;
    private final StartRedirects starts;
    private int lastTarget = -1;
    private String lastText = "";
    private String lastResolved = "";

    LinkAssessor(Judge judge, Severities severities, Suppressions suppressions, Facts facts, StartRedirects starts) {
        this.judge = judge;
        this.severities = severities;
        this.suppressions = suppressions;
        this.facts = facts;
        this.starts = starts;
    }

    /** Returns the assessment of a link on a page. */
    Assessment assess(int page, String pageName, StoredLink link) {
        Verdict verdict = judge.verdict(page, link);
        Zone zone = judge.zone(link);
        Severity severity = JavadocFonts.areMissing(pageName, link, verdict.rule())
                ? severities.of(verdict.rule(), zone, Severity.WARNING)
                : severities.of(verdict.rule(), zone);
        String patience = judge.recordLookup.patience(link, verdict, zone, severity);
        Severity lowered = patience == null ? severity : Severity.WARNING;
        return suppressed(pageName, link, new Assessment(verdict, verdict, lowered, zone, patience));
    }

    /** Returns where the answer about the target of a link comes from; null if no record is used, or there is no answer. */
    @Nullable
    Answer answer(StoredLink link, Assessment assessment) {
        return judge.recordLookup.answer(link, assessment.original(), isCached(link));
    }

    /** Returns the assessment of a stand-in. */
    Assessment assess(StandIn standIn) {
        StoredLink link = standIn.link();
        Verdict verdict = verdict(standIn);
        // A start belongs to the site wherever it is, and one that was not requested counts as broken.
        boolean isEntry = standIn.origin() instanceof LinkOrigin.Entry;
        Zone zone = isEntry ? Zone.SITE : judge.zone(link);
        Severity severity =
                isEntry && verdict.rule() == Rule.SKIPPED ? Severity.ERROR : severities.of(verdict.rule(), zone);
        return suppressed(standIn.origin().page(), link, new Assessment(verdict, verdict, severity, zone));
    }

    private Assessment suppressed(String pageName, StoredLink link, Assessment assessment) {
        return suppressions.isEmpty()
                ? assessment
                : suppressions.apply(pageName, link.text(), target(link), assessment);
    }

    /** Returns the link as it is reported. */
    Link link(LinkOrigin origin, StoredLink link) {
        LinkAttribute linkAttribute = link.linkAttribute();
        Reference reference =
                new Reference(link.text(), linkAttribute.element(), linkAttribute.attribute(), link.position());
        return new Link(origin, reference);
    }

    /** Returns the redirects from the target of a link; empty if there are none. */
    List<Hop> hops(StoredLink link) {
        RedirectChain chain = link.target() < 0 ? null : facts.chain(link.target());
        return chain == null
                ? List.of()
                : chain.hops(target -> Redaction.userinfoWithoutSlashes(
                        link.text(), facts.targets().url(target)));
    }

    /** Returns the status of the last response for the target of a link; 0 if there was none. */
    int status(StoredLink link) {
        if (link.target() < 0) {
            return 0;
        }
        RedirectChain chain = facts.chain(link.target());
        Outcome last = chain == null ? facts.outcome(link.target()) : chain.outcome();
        return last == null ? 0 : last.status();
    }

    /** Returns the number of attempts to reach the target of a link; 0 if there were none. */
    int attempts(StoredLink link) {
        if (link.target() < 0) {
            return 0;
        }
        Outcome outcome = facts.outcome(link.target());
        if (outcome != null) {
            return outcome.attempts();
        }
        // The directory was searched once.
        return facts.targets().kind(link.target()) == TargetKind.ABSENT ? 1 : 0;
    }

    /** Returns the entry of the ledger for a link on a page. */
    CheckedLink checked(int page, LinkOrigin.OnPage origin, StoredLink link) {
        return checked(origin, link, assess(page, origin.page(), link));
    }

    /** Returns the entry of the ledger for a stand-in. */
    CheckedLink checked(StandIn standIn) {
        return checked(standIn.origin(), standIn.link(), assess(standIn));
    }

    private CheckedLink checked(LinkOrigin origin, StoredLink link, Assessment assessment) {
        boolean cached = assessment.original().rule() != Rule.SKIPPED && isCached(link);
        List<Hop> hops = link.linkState() == LinkState.ORDINARY ? hops(link) : List.of();
        return new CheckedLink(
                link(origin, link),
                target(link),
                verdict(link, assessment),
                assessment.severity(),
                cached,
                hops,
                answer(link, assessment));
    }

    /** Returns the verdict on a link without what the link shows to be userinfo, which a redirect may repeat. */
    private static Verdict verdict(StoredLink link, Assessment assessment) {
        Verdict verdict = assessment.verdict();
        String detail = verdict.detail();
        return detail == null || detail.indexOf('@') < 0
                ? verdict
                : new Verdict(verdict.rule(), Redaction.userinfoWithoutSlashes(link.text(), detail));
    }

    /** Returns whether the response of a link's target, or of one that its redirects lead to, came from the cache. */
    private boolean isCached(StoredLink link) {
        return link.linkState() == LinkState.ORDINARY && link.target() >= 0 && judge.isCached(link.target());
    }

    /** Returns the resolved URL with its fragment, as serialised by browsers; null if there is none. Caches the last one, because equal links often follow each other. */
    private @Nullable String target(StoredLink link) {
        if (link.target() < 0) {
            return null;
        }
        if (link.target() != lastTarget || !link.text().equals(lastText)) {
            lastResolved = resolved(link);
            lastTarget = link.target();
            lastText = link.text();
        }
        return lastResolved;
    }

    private String resolved(StoredLink link) {
        String url = facts.targets().url(link.target());
        boolean opaque = facts.targets().kind(link.target()) == TargetKind.SKIPPED
                && facts.targets().reason(link.target()) == SkipReason.SCHEME
                // Its query may be in another encoding than UTF-8.
                && !url.startsWith("ftp:");
        if (opaque && WebUrl.parse(link.text()) instanceof WebUrl whole) {
            return whole.redacted();
        }
        String fragment = Fragment.whole(link.text());
        String whole = fragment == null ? url : url + '#' + PercentCoding.encodeFragment(fragment);
        return Redaction.userinfoWithoutSlashes(link.text(), Redaction.url(whole));
    }

    private Verdict verdict(StandIn standIn) {
        Verdict verdict = judge.verdict(standIn);
        return standIn.origin() instanceof LinkOrigin.Entry
                ? starts.verdict(standIn.link().target(), verdict)
                : verdict;
    }

    /** Returns stand-ins for the start page and seeds of a crawl that could not be read, or were redirected elsewhere. */
    List<StandIn> failedStarts() {
        List<StandIn> entries = new ArrayList<>();
        if (facts.starts().page() >= 0) {
            entries.add(StandIn.start(
                    facts.starts().page(), facts.targets().url(facts.starts().page())));
        }
        for (int seed : facts.starts().seeds()) {
            entries.add(StandIn.seed(seed, facts.targets().url(seed)));
        }
        return entries.stream().filter(entry -> !isRead(verdict(entry))).toList();
    }

    private static boolean isRead(Verdict verdict) {
        return switch (verdict.rule()) {
            case OK, MOVED, REDIRECTED -> true;
            default -> verdict.equals(Verdict.skipped(SkipReason.LIMIT)); // reported for the run as a whole
        };
    }
}
