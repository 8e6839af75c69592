// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.record;

import io.github.checklinks.crawl.record.ExternalRecord;
import io.github.checklinks.crawl.record.RecordBuilder;
import io.github.checklinks.crawl.record.RecordEntry;
import io.github.checklinks.crawl.record.Review;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.Fragment;
import io.github.checklinks.facts.LinkState;
import io.github.checklinks.facts.RedirectChain;
import io.github.checklinks.facts.StoredLink;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Verdict;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The record after a run that requested all external links. */
public final class RecordUpdate {

    private final RecordSettings settings;
    private final Facts facts;
    private final RecordLookup recordLookup;
    private final VerdictLookup verdicts;
    private final IntPredicate judgesAnchors;
    private final RecordBuilder recordBuilder;
    private final BitSet done = new BitSet();

    /** The verdicts on links, before configured severities and suppressions. */
    @FunctionalInterface
    public interface VerdictLookup {
        Verdict of(int page, StoredLink link);
    }

    private RecordUpdate(
            RecordSettings settings,
            Facts facts,
            RecordLookup recordLookup,
            VerdictLookup verdicts,
            IntPredicate judgesAnchors) {
        this.settings = settings;
        this.facts = facts;
        this.recordLookup = recordLookup;
        this.verdicts = verdicts;
        this.judgesAnchors = judgesAnchors;
        this.recordBuilder = new RecordBuilder(settings.known(), settings.today());
    }

    /**
     * Returns the record after a run.
     *
     * @param judgesAnchors accepts targets whose anchors are checked, so that each is recorded
     */
    public static RecordUpdate of(
            RecordSettings settings,
            Facts facts,
            RecordLookup recordLookup,
            VerdictLookup verdicts,
            IntPredicate judgesAnchors)
            throws IOException {
        RecordUpdate update = new RecordUpdate(settings, facts, recordLookup, verdicts, judgesAnchors);
        for (int page = 0; page < facts.pageCount(); page++) {
            if (facts.isReadForLinks(page)) {
                int number = page;
                facts.forEachLink(page, (link, position) -> update.add(number, link));
            }
        }
        return update;
    }

    private void add(int page, StoredLink link) {
        int target = link.target();
        if (link.linkState() != LinkState.ORDINARY || !recordLookup.isExternal(target)) {
            return;
        }
        Fragment fragment = judgesAnchors.test(target) ? Fragment.of(link.text()) : null;
        boolean isNew = !done.get(target);
        if (!isNew && fragment == null) {
            return;
        }
        done.set(target);
        String url = facts.targets().url(target);
        if (facts.isFromRecord(target)) {
            // Reviewed, and so not requested.
            recordBuilder.keep(url);
            return;
        }
        Verdict verdict = verdicts.of(page, link);
        if (isNew) {
            add(target, url, verdict);
        }
        if (fragment != null && !fragment.isTop()) {
            String whole = RecordLookup.urlWithFragment(url, fragment);
            switch (verdict.rule()) {
                case OK, REDIRECTED, MOVED -> recordBuilder.addGood(whole, 0, null);
                case MISSING_FRAGMENT ->
                    recordBuilder.addFailed(whole, verdict.rule().id(), verdict.detail());
                default -> {}
            }
        }
    }

    private void add(int target, String url, Verdict verdict) {
        switch (verdict.rule()) {
            case OK, REDIRECTED, MOVED, MISSING_FRAGMENT -> addGood(target, url);
            case SKIPPED -> {}
            default -> recordBuilder.addFailed(url, verdict.rule().id(), verdict.detail());
        }
    }

    private void addGood(int target, String url) {
        RedirectChain chain = facts.chain(target);
        Outcome.Redirected first = facts.redirect(target);
        if (chain == null || first == null) {
            int status = Objects.requireNonNull(facts.outcome(target)).status();
            recordBuilder.addGood(url, status >= 200 && status <= 299 ? 0 : status, null);
            return;
        }
        boolean permanent = chain.permanentEnd() >= 0;
        String fragment = permanent ? chain.permanentFragment() : null;
        String to = facts.targets().url(permanent ? chain.permanentEnd() : chain.end());
        recordBuilder.addGood(url, first.status(), fragment == null ? to : to + '#' + fragment);
    }

    /** Returns whether no external host could be reached for want of a network. */
    public boolean isWithoutNetwork() {
        return Arrays.stream(FailureCause.values()).anyMatch(facts::isWithoutNetwork);
    }

    /** Writes the record. Returns what became of it, for the user. */
    public String write() throws IOException {
        ExternalRecord now = recordBuilder.build();
        ExternalRecord before = settings.known();
        boolean written = settings.file().write(now);
        long added = now.entries().stream()
                .filter(entry -> before.find(entry.url()) == null)
                .count();
        long removed = before.entries().stream()
                .filter(entry -> now.find(entry.url()) == null)
                .count();
        long failing =
                now.entries().stream().filter(entry -> entry.failure() != null).count();
        long changed = now.entries().stream()
                .filter(entry -> isChanged(before.find(entry.url()), entry))
                .count();
        return "Record " + settings.file().path() + (written ? ": " : " is unchanged: ")
                + now.entries().size() + " external links, " + failing + " of them failing; " + added + " added, "
                + removed + " removed, " + changed + " changed";
    }

    private static boolean isChanged(@Nullable RecordEntry before, RecordEntry now) {
        return before != null && !before.equals(now);
    }

    /** Returns the number of reviews that have expired, so that their URLs are requested again. */
    public long expired() {
        return settings.known().entries().stream()
                .map(RecordEntry::review)
                .filter(review -> isExpired(review))
                .count();
    }

    private boolean isExpired(@Nullable Review review) {
        return review != null && review.isExpired(settings.today());
    }
}
