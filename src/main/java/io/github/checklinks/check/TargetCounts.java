// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.Summary;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts distinct targets, each once, under the most severe status of its links. */
final class TargetCounts {

    /** The statuses under which targets are counted, from best to worst. */
    enum Status {
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

    /** Counts a link. Targets are identified by number, or by name if there is no number or the problem is specific to the name. */
    void add(int target, @Nullable String name, Status status, @Nullable SkipReason reason) {
        byte value = (byte) ((status.ordinal() + 1 << SKIP_BITS) + (reason == null ? 0 : reason.ordinal()));
        if (name != null) {
            ofNames.merge(name, value, TargetCounts::worse);
            return;
        }
        if (target >= ofTargets.length) {
            ofTargets = Arrays.copyOf(ofTargets, Math.max(target + 1, ofTargets.length * 2));
        }
        ofTargets[target] = worse(ofTargets[target], value);
    }

    /** Returns the more severe value; of two skipped ones, the one whose reason comes first. */
    private static byte worse(byte one, byte other) {
        int statusOfOne = one >> SKIP_BITS;
        int statusOfOther = other >> SKIP_BITS;
        if (statusOfOne != statusOfOther) {
            return statusOfOne > statusOfOther ? one : other;
        }
        return one < other ? one : other;
    }

    /** Returns the counts. */
    Summary summary(long pages, long links) {
        long[] counts = new long[Status.values().length];
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
                counts[Status.OK.ordinal()],
                counts[Status.REDIRECTED.ordinal()],
                counts[Status.SKIPPED.ordinal()],
                counts[Status.KNOWN.ordinal()],
                counts[Status.WARNING.ordinal()],
                counts[Status.BROKEN.ordinal()]);
    }

    /** Returns the number of targets skipped for each reason, in the order of {@link SkipReason}. */
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
        if (value >> SKIP_BITS == Status.SKIPPED.ordinal() + 1) {
            counts[value & (1 << SKIP_BITS) - 1]++;
        }
    }

    private static final SkipReason[] SKIPS = SkipReason.values();
}
