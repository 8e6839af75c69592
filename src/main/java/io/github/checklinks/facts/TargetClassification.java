// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.crawl.directory.LocalRoots;
import io.github.checklinks.model.SkipReason;

/**
 * The classification of a target, by its URL alone.
 *
 * @param targetKind what the check does with it
 * @param detail for {@link TargetKind#FILE} the number of the file in its {@link LocalRoots}; for {@link
 *     TargetKind#SKIPPED} the ordinal of the {@link SkipReason}; else 0
 */
public record TargetClassification(TargetKind targetKind, int detail) {

    public static final TargetClassification PROBE = new TargetClassification(TargetKind.PROBE, 0);
    public static final TargetClassification FOLLOW = new TargetClassification(TargetKind.FOLLOW, 0);
    public static final TargetClassification ABSENT = new TargetClassification(TargetKind.ABSENT, 0);
    public static final TargetClassification LOCAL_ADDRESS = new TargetClassification(TargetKind.LOCAL_ADDRESS, 0);

    public static TargetClassification skipped(SkipReason reason) {
        return new TargetClassification(TargetKind.SKIPPED, reason.ordinal());
    }
}
