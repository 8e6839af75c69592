// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.record;

import io.github.checklinks.crawl.record.Failure;
import io.github.checklinks.crawl.record.RecordEntry;
import io.github.checklinks.crawl.record.Review;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.Fragment;
import io.github.checklinks.facts.StoredLink;
import io.github.checklinks.facts.TargetKind;
import io.github.checklinks.model.Answer;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Verdict;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.PercentCoding;
import io.github.checklinks.url.WebUrl;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the record says of the targets of a run; nothing if no record is used. */
public final class RecordLookup {

    /** What a target breaks by its own answer, so that it may pass. */
    private static final Set<Rule> FAILURES = EnumSet.of(
            Rule.MISSING_FRAGMENT,
            Rule.NOT_FOUND,
            Rule.BAD_STATUS,
            Rule.BLOCKED,
            Rule.SERVER_ERROR,
            Rule.TIMED_OUT,
            Rule.UNREACHABLE,
            Rule.UNTRUSTED,
            Rule.UNKNOWN_HOST,
            Rule.REDIRECT_LOOP);

    private final Facts facts;
    private final @Nullable RecordSettings settings;
    private final @Nullable String siteHost;

    /**
     * Creates a lookup.
     *
     * @param settings the record; null if none is used
     * @param served whether the site is behind a server, whose host is none of others
     */
    public RecordLookup(Facts facts, @Nullable RecordSettings settings, boolean served) {
        this.facts = facts;
        this.settings = settings;
        this.siteHost = settings != null && served ? host(facts.site()) : null;
    }

    private static @Nullable String host(String url) {
        return WebUrl.parse(url) instanceof WebUrl parsed ? parsed.host() + ":" + parsed.port() : null;
    }

    /** Returns whether a target is one that a record is about: it was to be requested, on another host than the site. */
    public boolean isExternal(int target) {
        return settings != null
                && target >= 0
                && facts.targets().kind(target) == TargetKind.PROBE
                && (siteHost == null || !siteHost.equals(host(facts.targets().url(target))));
    }

    /** Returns the URL under which the anchor of a link is recorded. */
    static String urlWithFragment(String url, Fragment fragment) {
        return url + '#' + PercentCoding.encodeFragment(fragment.raw());
    }

    /**
     * Returns the verdict on an anchor of a target that was not requested, only recorded; null if the anchor is good, or the target was
     * requested.
     */
    public @Nullable Verdict ofAnchor(int target, Fragment fragment) {
        if (settings == null || !facts.isFromRecord(target) || fragment.isTop() || review(target) != null) {
            return null;
        }
        RecordEntry entry =
                settings.known().find(urlWithFragment(facts.targets().url(target), fragment));
        if (entry == null) {
            return new Verdict(
                    Rule.UNRECORDED, "the anchor is not in the record of external links; run mvn check-links:record");
        }
        return entry.failure() == null ? null : new Verdict(Rule.MISSING_FRAGMENT, null);
    }

    /** Returns the verdict on a target that was not requested because of a review; null if there is none. */
    public @Nullable Verdict reviewed(int target) {
        Review review = review(target);
        return review == null ? null : new Verdict(Rule.OK, "reviewed: " + review.reason());
    }

    private @Nullable Review review(int target) {
        return settings == null || target < 0 || !facts.isFromRecord(target)
                ? null
                : review(settings, facts.targets().url(target));
    }

    private static @Nullable Review review(RecordSettings settings, String url) {
        RecordEntry entry = settings.known().find(url);
        return entry == null ? null : entry.reviewOn(settings.today());
    }

    /**
     * Returns why a failure is only a warning, as the end of its message: the link was good before, and may work again soon. Null if it is
     * an error.
     */
    public @Nullable String patience(StoredLink link, Verdict verdict, Zone zone, Severity severity) {
        if (settings == null
                || severity != Severity.ERROR
                || zone != Zone.EXTERNAL
                || !settings.failAfter().isPatient()
                || !FAILURES.contains(verdict.rule())
                || !isExternal(link.target())) {
            return null;
        }
        RecordEntry entry = entry(settings, link, verdict.rule());
        if (entry == null) {
            return null;
        }
        Failure failure = entry.failure();
        if (failure == null) {
            return entry.isGood() ? patience(settings, settings.today(), 0) : null;
        }
        LocalDate since = entry.since();
        if (failure.okSince() == null
                || since == null
                || settings.failAfter().isReached(failure.runs(), since, settings.today())) {
            return null;
        }
        return patience(settings, since, failure.runs());
    }

    private static String patience(RecordSettings settings, LocalDate since, int runs) {
        return "failing since " + since + ", " + runs + (runs == 1 ? " recorded run" : " recorded runs")
                + ", error after " + settings.failAfter().text();
    }

    private @Nullable RecordEntry entry(RecordSettings used, StoredLink link, Rule rule) {
        String url = facts.targets().url(link.target());
        Fragment fragment = rule == Rule.MISSING_FRAGMENT ? Fragment.of(link.text()) : null;
        return used.known().find(fragment == null ? url : urlWithFragment(url, fragment));
    }

    /**
     * Returns where the answer about the target of a link comes from; null if no record is used, or the target is none that a record is
     * about.
     *
     * @param cached whether it comes from the cache
     */
    public @Nullable Answer answer(StoredLink link, Verdict verdict, boolean cached) {
        if (settings == null || verdict.rule() == Rule.SKIPPED || !isExternal(link.target())) {
            return null;
        }
        Answer.Source source = source(link.target(), cached);
        if (source == null || verdict.rule() == Rule.UNRECORDED) {
            return null;
        }
        RecordEntry entry = entry(settings, link, verdict.rule());
        boolean agrees = entry != null && (entry.failure() != null) == FAILURES.contains(verdict.rule());
        return new Answer(source, agrees && entry != null ? entry.since() : null);
    }

    /** Returns where the answer about an external target comes from; null if there is none. */
    public Answer.@Nullable Source source(int target, boolean cached) {
        Outcome outcome = facts.outcome(target);
        if (outcome == null || outcome instanceof Outcome.NotRequested) {
            return null;
        }
        if (facts.isFromRecord(target)) {
            return Answer.Source.RECORD;
        }
        return cached ? Answer.Source.CACHE : Answer.Source.ASKED;
    }

    /** Returns the day of the record; null if there is none. */
    public @Nullable LocalDate date() {
        return settings == null ? null : settings.known().date();
    }

    /** Returns whether a record is used. */
    public boolean isUsed() {
        return settings != null;
    }
}
