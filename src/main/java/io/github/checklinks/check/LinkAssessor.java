// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.check.policy.Severities;
import io.github.checklinks.extract.LinkAttribute;
import io.github.checklinks.extract.LinkKind;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.Fragment;
import io.github.checklinks.facts.LinkState;
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

/** Combines the verdict, severity and suppressions of a link into the assessment that is reported. */
final class LinkAssessor {

    /** The place of the start page: the element {@code site} of the configuration. */
    private static final LinkAttribute START = new LinkAttribute("site", null, LinkKind.LINK);

    /** The place of a seed: the element {@code seeds} of the configuration. */
    private static final LinkAttribute SEED = new LinkAttribute("seeds", null, LinkKind.LINK);

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

    /** Returns the assessment of a link; page -1 is a start of a crawl. */
    Assessment assess(int page, String pageName, StoredLink link) {
        // A start belongs to the site wherever it is, and one that was not requested counts as broken.
        boolean isStart = page < 0;
        Verdict verdict = isStart ? verdictOnStart(link) : judge.verdict(page, link);
        Zone zone = isStart ? Zone.SITE : judge.zone(link);
        Severity severity = isStart && verdict.rule() == Rule.SKIPPED
                ? Severity.ERROR
                : JavadocFonts.areMissing(pageName, link, verdict.rule())
                        ? severities.of(verdict.rule(), zone, Severity.WARNING)
                        : severities.of(verdict.rule(), zone);
        Assessment assessment = new Assessment(verdict, verdict, severity, zone);
        return suppressions.isEmpty()
                ? assessment
                : suppressions.apply(pageName, link.text(), target(link), assessment);
    }

    /** Returns the link as it is reported. */
    Link link(String pageName, StoredLink link) {
        LinkAttribute linkAttribute = link.linkAttribute();
        Reference reference =
                new Reference(link.text(), linkAttribute.element(), linkAttribute.attribute(), link.position());
        return new Link(pageName, reference, target(link));
    }

    /** Returns the entry of the ledger for a link. */
    CheckedLink checked(int page, String pageName, StoredLink link) {
        Assessment assessment = assess(page, pageName, link);
        boolean cached = assessment.original().rule() != Rule.SKIPPED && isCached(link);
        return new CheckedLink(link(pageName, link), assessment.verdict(), assessment.severity(), cached);
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

    /** Returns whether a link represents the start page of a crawl. */
    static boolean isStart(Link link) {
        return isAt(link, START);
    }

    /** Returns whether a link represents a seed of a crawl. */
    static boolean isSeed(Link link) {
        return isAt(link, SEED);
    }

    private static boolean isAt(Link link, LinkAttribute place) {
        Reference reference = link.reference();
        return reference.element().equals(place.element())
                && reference.attribute() == null
                && reference.position().equals(Position.UNKNOWN);
    }

    private Verdict verdictOnStart(StoredLink link) {
        return starts.verdict(link.target(), judge.verdict(-1, link));
    }

    /** Returns links that represent the start page and seeds of a crawl that could not be read, or were redirected elsewhere. */
    List<StoredLink> failedStarts() {
        List<StoredLink> failed = new ArrayList<>();
        if (facts.start() >= 0) {
            addIfFailed(START, facts.start(), failed);
        }
        for (int seed : facts.starts().seeds()) {
            addIfFailed(SEED, seed, failed);
        }
        return failed;
    }

    private void addIfFailed(LinkAttribute place, int target, List<StoredLink> failed) {
        StoredLink link = new StoredLink(
                place,
                LinkState.ORDINARY,
                target,
                Position.UNKNOWN,
                facts.targets().url(target));
        Verdict verdict = verdictOnStart(link);
        boolean read = switch (verdict.rule()) {
            case OK, MOVED, REDIRECTED -> true;
            default -> verdict.equals(Verdict.skipped(SkipReason.LIMIT)); // reported for the run as a whole
        };
        if (!read) {
            failed.add(link);
        }
    }
}
