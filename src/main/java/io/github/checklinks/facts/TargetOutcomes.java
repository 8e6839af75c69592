// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.model.Outcome;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of each target, and the page that was read there. Backed by growing plain arrays, since there may be
 * millions of targets; what is certain of a target from its classification alone has no entry.
 */
final class TargetOutcomes {

    private static final Outcome FILE = new Outcome.Answered(200, 1);

    private final Targets targets;
    private final UnreadableFiles unreadableFiles;
    private final BitSet settled = new BitSet();
    private final BitSet fromCache = new BitSet();
    private final BitSet fromRecord = new BitSet();
    private @Nullable Outcome[] outcomes = new Outcome[256];
    private int[] pageOfTarget = new int[256];
    private int[] pageOfFile = new int[256];

    /** Shares equal outcomes: nearly all targets have one of a few. */
    private final Map<Long, Outcome> shared = new HashMap<>();

    TargetOutcomes(Targets targets, UnreadableFiles unreadableFiles) {
        this.targets = targets;
        this.unreadableFiles = unreadableFiles;
    }

    /** Returns the outcome of a target; null if it was not visited. */
    @Nullable
    Outcome outcome(int target) {
        return switch (targets.kind(target)) {
            case FILE -> unreadableFiles.outcomeOfFile(targets.file(target), FILE);
            case ABSENT -> unreadableFiles.outcomeOfNothing(targets.url(target));
            // A sitemap that a sitemap index lists is read even if links to its URL are skipped.
            case SKIPPED ->
                Objects.requireNonNullElseGet(recorded(target), () -> new Outcome.NotRequested(targets.reason(target)));
            default -> recorded(target);
        };
    }

    /** Returns the redirect that a target answered with; null if it did not redirect. */
    Outcome.@Nullable Redirected redirect(int target) {
        // The table comes first, because this is asked for each link, and the outcome of a missing file is no lookup.
        return recorded(target) instanceof Outcome.Redirected redirect && redirect.equals(outcome(target))
                ? redirect
                : null;
    }

    private @Nullable Outcome recorded(int target) {
        return target < outcomes.length ? outcomes[target] : null;
    }

    void setOutcome(int target, @Nullable Outcome outcome) {
        if (target >= outcomes.length) {
            outcomes = Arrays.copyOf(outcomes, grownLength(outcomes.length, target));
        }
        outcomes[target] = outcome instanceof Outcome.Answered answered
                ? shared.computeIfAbsent((long) answered.status() << 32 | answered.attempts(), first -> answered)
                : outcome;
    }

    /** Returns the page that was read at a target; -1 if none was. */
    int page(int target) {
        if (targets.kind(target) == TargetKind.FILE) {
            return pageOfFile(targets.file(target));
        }
        return target < pageOfTarget.length ? pageOfTarget[target] - 1 : -1;
    }

    void setPageOfTarget(int target, int page) {
        pageOfTarget = with(pageOfTarget, target, page);
    }

    /** Returns the page that was read from a file; -1 if none was. */
    int pageOfFile(int file) {
        return file < pageOfFile.length ? pageOfFile[file] - 1 : -1;
    }

    void setPageOfFile(int file, int page) {
        pageOfFile = with(pageOfFile, file, page);
    }

    void setSettled(int target) {
        settled.set(target);
    }

    boolean isSettled(int target) {
        return settled.get(target);
    }

    void setFromCache(int target, boolean isFromCache) {
        fromCache.set(target, isFromCache);
    }

    boolean isFromCache(int target) {
        return fromCache.get(target);
    }

    void setFromRecord(int target, boolean isFromRecord) {
        fromRecord.set(target, isFromRecord);
    }

    boolean isFromRecord(int target) {
        return fromRecord.get(target);
    }

    private static int[] with(int[] pages, int index, int page) {
        int[] larger = index < pages.length ? pages : Arrays.copyOf(pages, grownLength(pages.length, index));
        larger[index] = page + 1;
        return larger;
    }

    private static int grownLength(int length, int index) {
        return Math.max(index + 1, length + (length >> 1));
    }
}
