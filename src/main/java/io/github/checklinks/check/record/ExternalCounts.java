// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.record;

import io.github.checklinks.facts.Facts;
import io.github.checklinks.model.Answer;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import java.util.BitSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Counts the external targets of links by the source of their answers. */
public final class ExternalCounts {

    private final Facts facts;
    private final RecordLookup recordLookup;
    private final BitSet targets = new BitSet();

    public ExternalCounts(Facts facts, RecordLookup recordLookup) {
        this.facts = facts;
        this.recordLookup = recordLookup;
    }

    /** Adds the target of a link. */
    public void add(int target) {
        if (recordLookup.isUsed() && target >= 0) {
            targets.set(target);
        }
    }

    /**
     * Returns the numbers; null if no record is used.
     *
     * @param isCached accepts targets whose answers come from the cache
     */
    public Answer.@Nullable Counts answers(IntPredicate isCached) {
        if (!recordLookup.isUsed()) {
            return null;
        }
        long[] counts = new long[Answer.Source.values().length];
        long unrecorded = 0;
        for (int target = targets.nextSetBit(0); target >= 0; target = targets.nextSetBit(target + 1)) {
            if (recordLookup.isExternal(target)) {
                boolean cached = !facts.isFromRecord(target) && isCached.test(target);
                Answer.Source source = recordLookup.source(target, cached);
                if (facts.outcome(target) instanceof Outcome.Failed failed
                        && failed.cause() == FailureCause.UNRECORDED) {
                    unrecorded++;
                } else if (source != null) {
                    counts[source.ordinal()]++;
                }
            }
        }
        return new Answer.Counts(
                counts[Answer.Source.ASKED.ordinal()],
                counts[Answer.Source.CACHE.ordinal()],
                counts[Answer.Source.RECORD.ordinal()],
                unrecorded,
                recordLookup.date());
    }
}
