package io.github.checklinks.check;

import io.github.checklinks.CheckedLink;
import io.github.checklinks.Link;
import io.github.checklinks.Position;
import io.github.checklinks.Reference;
import io.github.checklinks.Rule;
import io.github.checklinks.Severity;
import io.github.checklinks.Skip;
import io.github.checklinks.Verdict;
import io.github.checklinks.Zone;
import io.github.checklinks.crawl.Early;
import io.github.checklinks.crawl.Facts;
import io.github.checklinks.crawl.Fragment;
import io.github.checklinks.crawl.KeptLink;
import io.github.checklinks.crawl.Reach;
import io.github.checklinks.extract.Place;
import io.github.checklinks.extract.Use;
import io.github.checklinks.report.Redaction;
import io.github.checklinks.url.PercentCoding;
import io.github.checklinks.url.WebUrl;
import org.jspecify.annotations.Nullable;

/** Hears one link after the other and says what is told of it: the judge's verdict, its weight, and what mutes it. */
final class Hearing {

    /** Where the start of a crawl stands: in the element {@code site} of the configuration. */
    private static final Place START = new Place("site", null, Use.LINK);

    private final Judge judge;
    private final Severities severities;
    private final Mutes mutes;
    private final Facts facts;

    Hearing(Judge judge, Severities severities, Mutes mutes, Facts facts) {
        this.judge = judge;
        this.severities = severities;
        this.mutes = mutes;
        this.facts = facts;
    }

    Opinion opinion(int page, String pageName, KeptLink link) {
        Verdict verdict = judge.verdict(page, link);
        Zone zone = judge.zone(link);
        Severity severity = severities.of(verdict.rule(), zone);
        Opinion opinion = new Opinion(verdict, verdict, severity, zone);
        return mutes.isEmpty() ? opinion : mutes.mute(pageName, link.text(), target(link), opinion);
    }

    /** The link as it is told. */
    Link link(String pageName, KeptLink link) {
        Place place = link.place();
        Reference reference = new Reference(link.text(), place.element(), place.attribute(), link.position());
        return new Link(pageName, reference, target(link));
    }

    CheckedLink checked(int page, String pageName, KeptLink link) {
        Opinion opinion = opinion(page, pageName, link);
        return new CheckedLink(link(pageName, link), opinion.verdict(), opinion.severity(), false);
    }

    /** The resolved address with its fragment, as a browser would serialise it; null when there is none. */
    private @Nullable String target(KeptLink link) {
        if (link.target() < 0) {
            return null;
        }
        String url = facts.targets().url(link.target());
        boolean opaque = facts.targets().reach(link.target()) == Reach.LEFT
                && facts.targets().reason(link.target()) == Skip.SCHEME;
        if (opaque && WebUrl.parse(link.text()) instanceof WebUrl whole) {
            return whole.redacted();
        }
        String fragment = Fragment.whole(link.text());
        String whole = fragment == null ? url : url + '#' + PercentCoding.encodeFragment(fragment);
        return Redaction.slip(link.text(), Redaction.url(whole));
    }

    /** Whether a link stands for the start of a crawl. */
    static boolean isStart(Link link) {
        Reference reference = link.reference();
        return reference.element().equals(START.element())
                && reference.attribute() == null
                && reference.position().equals(Position.UNKNOWN);
    }

    /** The link that stands for the start of a crawl; null when the start could be read. */
    @Nullable
    KeptLink start() {
        int start = facts.start();
        if (start < 0) {
            return null;
        }
        KeptLink link = new KeptLink(
                START, Early.NOTHING, start, Position.UNKNOWN, facts.targets().url(start));
        Rule rule = judge.verdict(-1, link).rule();
        boolean read = rule == Rule.OK || rule == Rule.MOVED || rule == Rule.REDIRECTED;
        return read ? null : link;
    }
}
