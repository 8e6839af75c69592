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

/** The ignores and the baseline at work: they mute verdicts, and remember what they were needed for. */
final class Suppressions {

    private final List<Ignore> ignores;
    private final Baseline baseline;
    private final LocalDate today;
    private final BitSet neededIgnores = new BitSet();
    private final Set<Baseline.Key> neededKeys = new HashSet<>();
    private final Set<String> pagesRead = new HashSet<>();

    /**
     * Fresh ones.
     *
     * @param today in UTC
     */
    Suppressions(List<Ignore> ignores, Baseline baseline, LocalDate today) {
        this.ignores = ignores;
        this.baseline = baseline;
        this.today = today;
    }

    boolean isEmpty() {
        return ignores.isEmpty() && baseline.isEmpty();
    }

    /** Notes that a page's links were read: only then can an entry about it be stale. */
    void read(String page) {
        if (!isEmpty()) {
            pagesRead.add(page);
        }
    }

    /** The verdict that is left, with its weight, after the ignores and the baseline. */
    Assessment mute(String page, String text, @Nullable String target, Assessment assessment) {
        if (isEmpty()) {
            return assessment;
        }
        Rule rule = assessment.verdict().rule();
        boolean skipped = rule == Rule.SKIPPED;
        boolean bad = assessment.severity() != Severity.NONE;
        if (!skipped && !bad) {
            return assessment;
        }
        boolean ignored = false;
        for (int i = 0; i < ignores.size(); i++) {
            Ignore ignore = ignores.get(i);
            if (matches(ignore, page, text, target, rule, skipped)) {
                neededIgnores.set(i);
                ignored |= bad && !isOver(ignore.until());
            }
        }
        Baseline.Key key = Baseline.key(page, text);
        Baseline.Entry known = baseline.find(key);
        // What has moved answers again: it only wants another address.
        if (known != null && rule != Rule.MOVED) {
            neededKeys.add(key);
        }
        if (ignored) {
            return assessment.as(Verdict.skipped(SkipReason.IGNORED));
        }
        // What a login page has is not known: such a run checked something else.
        boolean mutable = baseline.mutes() && rule != Rule.START_REDIRECTED;
        if (known != null && mutable && assessment.severity() == Severity.ERROR && !isOver(known.until())) {
            return assessment.as(
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

    private boolean isOver(@Nullable LocalDate until) {
        return until != null && today.isAfter(until);
    }

    private boolean isPageRead(Ignore ignore) {
        return ignore.page().isEmpty() || pagesRead.stream().anyMatch(ignore.page()::match);
    }

    /** What is no longer needed. How the baseline is written anew is for others to say. */
    List<StaleEntry> stale() {
        List<StaleEntry> stale = new ArrayList<>();
        for (int i = 0; i < ignores.size(); i++) {
            Ignore ignore = ignores.get(i);
            String what = "the ignore \"" + ignore.reason() + "\" ";
            if (isOver(ignore.until())) {
                stale.add(ofIgnore(
                        ignore, what + "ended on " + ignore.until(), "fix what it matches, or change its <until>"));
            } else if (!neededIgnores.get(i) && isPageRead(ignore)) {
                stale.add(ofIgnore(ignore, what + "matches nothing that is broken", "take it out of <ignores>"));
            }
        }
        for (Baseline.Key key : baseline.keys()) {
            Baseline.Entry entry = baseline.find(key);
            String what = "the baseline's entry for " + key.page() + ": " + key.text() + " ";
            if (isUnneeded(key)) {
                stale.add(ofBaseline(key, what + "is no longer broken", ""));
            } else if (entry != null && isOver(entry.until())) {
                stale.add(ofBaseline(key, what + "ended on " + entry.until(), "fix the link, or change its \"until\""));
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

    /** Whether the page of a baseline's entry was read, and nothing there needs the entry. */
    boolean isUnneeded(Baseline.Key key) {
        return !neededKeys.contains(key) && pagesRead.contains(key.page());
    }

    /** Whether something that was read needs a baseline's entry. */
    boolean isNeeded(Baseline.Key key) {
        return neededKeys.contains(key);
    }
}
