// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.check.policy.Baseline;
import io.github.checklinks.check.policy.Ignore;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.StaleEntry;
import io.github.checklinks.model.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Applies the ignores and the baseline to verdicts, and records which of their entries are needed. */
final class Suppressions {

    private final List<Ignore> ignores;
    private final Baseline baseline;
    private final LocalDate today;
    private final BitSet neededIgnores = new BitSet();
    private final Set<Baseline.Key> neededKeys = new HashSet<>();
    private final Set<String> pagesRead = new HashSet<>();

    /**
     * Creates suppressions of which none is needed yet.
     *
     * @param today the current date in UTC
     */
    Suppressions(List<Ignore> ignores, Baseline baseline, LocalDate today) {
        this.ignores = ignores;
        this.baseline = baseline;
        this.today = today;
    }

    boolean isEmpty() {
        return ignores.isEmpty() && baseline.isEmpty();
    }

    /** Records that the links of a page were read: only then can an entry about it be stale. */
    void read(String page) {
        if (!isEmpty()) {
            pagesRead.add(page);
        }
    }

    /** Returns the assessment that remains after the ignores and the baseline. */
    Assessment apply(String page, String text, @Nullable String target, Assessment assessment) {
        if (isEmpty()) {
            return assessment;
        }
        Rule rule = assessment.verdict().rule();
        boolean skipped = rule == Rule.SKIPPED;
        boolean isProblem = assessment.severity() != Severity.NONE;
        if (!skipped && !isProblem) {
            return assessment;
        }
        boolean ignored = false;
        for (int i = 0; i < ignores.size(); i++) {
            Ignore ignore = ignores.get(i);
            if (matches(ignore, page, text, target, rule, skipped)) {
                neededIgnores.set(i);
                ignored |= isProblem && !isExpired(ignore.until());
            }
        }
        Baseline.Key key = Baseline.key(page, text);
        Baseline.Entry known = baseline.find(key);
        // A moved target responds again: only its address has changed.
        if (known != null && rule != Rule.MOVED) {
            neededKeys.add(key);
        }
        if (ignored) {
            return assessment.suppressedAs(Verdict.skipped(SkipReason.IGNORED));
        }
        // If the start was redirected to a login page, the run checked something else, so the finding must not be
        // suppressed.
        boolean suppressible = baseline.suppresses() && rule != Rule.START_REDIRECTED;
        if (known != null && suppressible && assessment.severity() == Severity.ERROR && !isExpired(known.until())) {
            return assessment.suppressedAs(
                    new Verdict(Rule.KNOWN, known.reason() == null ? rule.id() : rule.id() + ": " + known.reason()));
        }
        return assessment;
    }

    private static boolean matches(
            Ignore ignore, String page, String text, @Nullable String target, Rule rule, boolean skipped) {
        if (!skipped && !ignore.rules().isEmpty() && !ignore.rules().contains(rule)) {
            return false;
        }
        if (!ignore.page().isEmpty() && !ignore.page().match(page)) {
            return false;
        }
        return ignore.url().isEmpty() || ignore.url().match(text) || target != null && matchesTarget(ignore, target);
    }

    private static boolean matchesTarget(Ignore ignore, String target) {
        int hash = target.indexOf('#');
        return ignore.url().match(target) || hash >= 0 && ignore.url().match(target.substring(0, hash));
    }

    private boolean isExpired(@Nullable LocalDate until) {
        return until != null && today.isAfter(until);
    }

    private boolean isPageRead(Ignore ignore) {
        return ignore.page().isEmpty() || pagesRead.stream().anyMatch(ignore.page()::match);
    }

    /** Returns the entries that are no longer needed or have expired; how to rewrite the baseline is added by the caller. */
    List<StaleEntry> stale() {
        List<StaleEntry> stale = new ArrayList<>();
        for (int i = 0; i < ignores.size(); i++) {
            Ignore ignore = ignores.get(i);
            String what = "the ignore \"" + ignore.reason() + "\" ";
            if (isExpired(ignore.until())) {
                stale.add(ofIgnore(
                        ignore, what + "expired on " + ignore.until(), "fix what it matches, or change its <until>"));
            } else if (!neededIgnores.get(i) && isPageRead(ignore)) {
                stale.add(ofIgnore(ignore, what + "matches nothing that is broken", "remove it from <ignores>"));
            }
        }
        for (Baseline.Key key : baseline.keys()) {
            Baseline.Entry entry = baseline.find(key);
            String what = "the baseline's entry for " + key.page() + ": " + key.text() + " ";
            if (isUnneeded(key)) {
                stale.add(ofBaseline(key, what + "is no longer broken", ""));
            } else if (entry != null && isExpired(entry.until())) {
                stale.add(
                        ofBaseline(key, what + "expired on " + entry.until(), "fix the link, or change its \"until\""));
            }
        }
        return stale;
    }

    private static StaleEntry ofIgnore(Ignore ignore, String message, String fix) {
        return new StaleEntry(message, ignore.reason(), "", 0, fix);
    }

    private StaleEntry ofBaseline(Baseline.Key key, String message, String fix) {
        return new StaleEntry(message, null, "", baseline.line(key), fix);
    }

    /** Returns whether the page of a baseline entry was read, and no link there needs the entry. */
    boolean isUnneeded(Baseline.Key key) {
        return !neededKeys.contains(key) && pagesRead.contains(key.page());
    }

    /** Returns whether a link that was read needs a baseline entry. */
    boolean isNeeded(Baseline.Key key) {
        return neededKeys.contains(key);
    }
}
