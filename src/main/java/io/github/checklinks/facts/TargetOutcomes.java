// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.model.Outcome;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of each target, and the page that was read there. Backed by growing plain arrays, since there may be
 * millions of targets.
 */
final class TargetOutcomes {

    private @Nullable Outcome[] outcomes = new Outcome[256];
    private int[] pageOfTarget = new int[256];
    private int[] pageOfFile = new int[256];

    /** Shares equal outcomes: nearly all targets have one of a few. */
    private final Map<Long, Outcome> shared = new HashMap<>();

    @Nullable
    Outcome outcome(int target) {
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
    int pageOfTarget(int target) {
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

    private static int[] with(int[] pages, int index, int page) {
        int[] larger = index < pages.length ? pages : Arrays.copyOf(pages, grownLength(pages.length, index));
        larger[index] = page + 1;
        return larger;
    }

    private static int grownLength(int length, int index) {
        return Math.max(index + 1, length + (length >> 1));
    }
}
