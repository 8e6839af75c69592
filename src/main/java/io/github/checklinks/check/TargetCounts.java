// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.Summary;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts distinct targets, each once, in the worst class of its links. */
final class TargetCounts {

    /** Classes from best to worst. */
    enum Worth {
        OK,
        REDIRECTED,
        SKIPPED,
        KNOWN,
        WARNING,
        BROKEN
    }

    private static final int SKIP_BITS = 4;

    private byte[] ofTargets = new byte[1024];
    private final Map<String, Byte> ofNames = new HashMap<>();

    /** Counts a link. A key is a target's number, or a name when the target has none or the name is what is wrong. */
    void add(int target, @Nullable String name, Worth worth, @Nullable SkipReason reason) {
        byte value = (byte) ((worth.ordinal() + 1 << SKIP_BITS) + (reason == null ? 0 : reason.ordinal()));
        if (name != null) {
            ofNames.merge(name, value, TargetCounts::worse);
            return;
        }
        if (target >= ofTargets.length) {
            ofTargets = Arrays.copyOf(ofTargets, Math.max(target + 1, ofTargets.length * 2));
        }
        ofTargets[target] = worse(ofTargets[target], value);
    }

    /** The one that weighs more; of two skips the one whose reason comes first. */
    private static byte worse(byte one, byte other) {
        int classOfOne = one >> SKIP_BITS;
        int classOfOther = other >> SKIP_BITS;
        if (classOfOne != classOfOther) {
            return classOfOne > classOfOther ? one : other;
        }
        return one < other ? one : other;
    }

    /** The counts. */
    Summary summary(long pages, long links) {
        long[] counts = new long[Worth.values().length];
        long targets = 0;
        for (byte value : ofTargets) {
            if (value != 0) {
                counts[(value >> SKIP_BITS) - 1]++;
                targets++;
            }
        }
        for (byte value : ofNames.values()) {
            counts[(value >> SKIP_BITS) - 1]++;
            targets++;
        }
        return new Summary(
                pages,
                links,
                targets,
                counts[Worth.OK.ordinal()],
                counts[Worth.REDIRECTED.ordinal()],
                counts[Worth.SKIPPED.ordinal()],
                counts[Worth.KNOWN.ordinal()],
                counts[Worth.WARNING.ordinal()],
                counts[Worth.BROKEN.ordinal()]);
    }

    /** How many targets were skipped for which reason, in the order of {@link SkipReason}. */
    Map<SkipReason, Long> skipped() {
        long[] counts = new long[1 << SKIP_BITS];
        for (byte value : ofTargets) {
            countSkip(counts, value);
        }
        for (byte value : ofNames.values()) {
            countSkip(counts, value);
        }
        Map<SkipReason, Long> skipped = new EnumMap<>(SkipReason.class);
        for (SkipReason skipReason : SKIPS) {
            if (counts[skipReason.ordinal()] > 0) {
                skipped.put(skipReason, counts[skipReason.ordinal()]);
            }
        }
        return skipped;
    }

    private static void countSkip(long[] counts, byte value) {
        if (value >> SKIP_BITS == Worth.SKIPPED.ordinal() + 1) {
            counts[value & (1 << SKIP_BITS) - 1]++;
        }
    }

    private static final SkipReason[] SKIPS = SkipReason.values();
}
