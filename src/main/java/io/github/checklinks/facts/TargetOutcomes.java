// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.model.Outcome;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of each target: its outcome, and the page that was read there. Grows in plain arrays, since targets may be millions. */
final class TargetOutcomes {

    private @Nullable Outcome[] outcomes = new Outcome[256];
    private int[] pageOfTarget = new int[256];
    private int[] pageOfFile = new int[256];

    /** Equal outcomes are one object: nearly all targets answered alike. */
    private final Map<Long, Outcome> alike = new HashMap<>();

    @Nullable
    Outcome outcome(int target) {
        return target < outcomes.length ? outcomes[target] : null;
    }

    void setOutcome(int target, @Nullable Outcome outcome) {
        if (target >= outcomes.length) {
            outcomes = Arrays.copyOf(outcomes, grown(outcomes.length, target));
        }
        outcomes[target] = outcome instanceof Outcome.Answered answered
                ? alike.computeIfAbsent((long) answered.status() << 32 | answered.attempts(), first -> answered)
                : outcome;
    }

    /** The page that was read at a target; -1 when none was. */
    int pageOfTarget(int target) {
        return target < pageOfTarget.length ? pageOfTarget[target] - 1 : -1;
    }

    void setPageOfTarget(int target, int page) {
        pageOfTarget = with(pageOfTarget, target, page);
    }

    /** The page that was read from a file; -1 when none was. */
    int pageOfFile(int file) {
        return file < pageOfFile.length ? pageOfFile[file] - 1 : -1;
    }

    void setPageOfFile(int file, int page) {
        pageOfFile = with(pageOfFile, file, page);
    }

    private static int[] with(int[] pages, int index, int page) {
        int[] room = index < pages.length ? pages : Arrays.copyOf(pages, grown(pages.length, index));
        room[index] = page + 1;
        return room;
    }

    private static int grown(int length, int index) {
        return Math.max(index + 1, length + (length >> 1));
    }
}
