// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.check.policy.Severities;
import io.github.checklinks.extract.LinkAttribute;
import io.github.checklinks.extract.LinkKind;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.Fragment;
import io.github.checklinks.facts.PreVerdict;
import io.github.checklinks.facts.StoredLink;
import io.github.checklinks.facts.TargetKind;
import io.github.checklinks.model.CheckedLink;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Position;
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

/** Hears one link after the other and says what is told of it: the judge's verdict, its weight, and what mutes it. */
final class LinkAssessor {

    /** Where the start of a crawl stands: in the element {@code site} of the configuration. */
    private static final LinkAttribute START = new LinkAttribute("site", null, LinkKind.LINK);

    /** Where a further start stands: in the element {@code seeds}. */
    private static final LinkAttribute SEED = new LinkAttribute("seeds", null, LinkKind.LINK);

    private final Judge judge;
    private final Severities severities;
    private final Suppressions suppressions;
    private final Facts facts;
    private final StartRedirects starts;
    private int lastTarget = -1;
    private String lastText = "";
    private String last = "";

    LinkAssessor(Judge judge, Severities severities, Suppressions suppressions, Facts facts, StartRedirects starts) {
        this.judge = judge;
        this.severities = severities;
        this.suppressions = suppressions;
        this.facts = facts;
        this.starts = starts;
    }

    Assessment opinion(int page, String pageName, StoredLink link) {
        // A start belongs to the site wherever it lies, and one that was not even asked is as good as broken.
        boolean isStart = page < 0;
        Verdict verdict = isStart ? verdictOnStart(link) : judge.verdict(page, link);
        Zone zone = isStart ? Zone.SITE : judge.zone(link);
        Severity severity = isStart && verdict.rule() == Rule.SKIPPED
                ? Severity.ERROR
                : JavadocFonts.areMissing(pageName, link, verdict.rule())
                        ? severities.of(verdict.rule(), zone, Severity.WARNING)
                        : severities.of(verdict.rule(), zone);
        Assessment assessment = new Assessment(verdict, verdict, severity, zone);
        return suppressions.isEmpty() ? assessment : suppressions.mute(pageName, link.text(), target(link), assessment);
    }

    /** The link as it is told. */
    Link link(String pageName, StoredLink link) {
        LinkAttribute linkAttribute = link.linkAttribute();
        Reference reference =
                new Reference(link.text(), linkAttribute.element(), linkAttribute.attribute(), link.position());
        return new Link(pageName, reference, target(link));
    }

    CheckedLink checked(int page, String pageName, StoredLink link) {
        Assessment assessment = opinion(page, pageName, link);
        boolean cached = assessment.original().rule() != Rule.SKIPPED && isRecalled(link);
        return new CheckedLink(link(pageName, link), assessment.verdict(), assessment.severity(), cached);
    }

    /** Whether the answer of a link's target, or of one its redirects lead to, is an earlier run's. */
    private boolean isRecalled(StoredLink link) {
        return link.preVerdict() == PreVerdict.NOTHING && link.target() >= 0 && judge.isRecalled(link.target());
    }

    /** The resolved address with its fragment, as a browser would serialise it; null when there is none. What is told often comes in a row. */
    private @Nullable String target(StoredLink link) {
        if (link.target() < 0) {
            return null;
        }
        if (link.target() != lastTarget || !link.text().equals(lastText)) {
            last = told(link);
            lastTarget = link.target();
            lastText = link.text();
        }
        return last;
    }

    private String told(StoredLink link) {
        String url = facts.targets().url(link.target());
        boolean opaque = facts.targets().reach(link.target()) == TargetKind.SKIPPED
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

    /** Whether a link stands for the start page of a crawl. */
    static boolean isStart(Link link) {
        return stands(link, START);
    }

    /** Whether a link stands for a seed of a crawl. */
    static boolean isSeed(Link link) {
        return stands(link, SEED);
    }

    private static boolean stands(Link link, LinkAttribute where) {
        Reference reference = link.reference();
        return reference.element().equals(where.element())
                && reference.attribute() == null
                && reference.position().equals(Position.UNKNOWN);
    }

    private Verdict verdictOnStart(StoredLink link) {
        return starts.verdict(link.target(), judge.verdict(-1, link));
    }

    /** The links that stand for the start page and the seeds of a crawl, as far as those could not be read, or not where they should be. */
    List<StoredLink> troubledStarts() {
        List<StoredLink> troubled = new ArrayList<>();
        if (facts.start() >= 0) {
            addTroubled(START, facts.start(), troubled);
        }
        for (int seed : facts.starts().seeds()) {
            addTroubled(SEED, seed, troubled);
        }
        return troubled;
    }

    private void addTroubled(LinkAttribute where, int target, List<StoredLink> troubled) {
        StoredLink link = new StoredLink(
                where,
                PreVerdict.NOTHING,
                target,
                Position.UNKNOWN,
                facts.targets().url(target));
        Verdict verdict = verdictOnStart(link);
        boolean read = switch (verdict.rule()) {
            case OK, MOVED, REDIRECTED -> true;
            default -> verdict.equals(Verdict.skipped(SkipReason.LIMIT)); // told of the whole run
        };
        if (!read) {
            troubled.add(link);
        }
    }
}
