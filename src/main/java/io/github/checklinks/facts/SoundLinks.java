// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.model.Outcome;

/**
 * The rule about sound links: those that need no further look, because their target exists and has the anchor they
 * name, or because they are skipped. It is asked at four moments, with what is known by then: on sight and at the end
 * of the page by the reading threads, when all pages are read about links to anchors of files, and at the end about the
 * links that are stored, before a verdict on them is sought. A link that is sound at one of them is only counted.
 *
 * <p>A rule about links that work must see all links to the targets concerned: these have the trait {@link #JUDGED},
 * which is given where the traits of targets are determined.
 */
public final class SoundLinks {

    /** Trait of a target: it is an existing file, or it is skipped. */
    public static final int EXISTS = 1;

    /** Trait of a target: every link to it gets a verdict, whatever is known about the target. Never with the above. */
    public static final int JUDGED = 2;

    private final Targets targets;
    private final TargetOutcomes targetOutcomes;
    private final PageTable pageTable;
    private final UnreadAnswers unreadAnswers;

    SoundLinks(Targets targets, TargetOutcomes targetOutcomes, PageTable pageTable, UnreadAnswers unreadAnswers) {
        this.targets = targets;
        this.targetOutcomes = targetOutcomes;
        this.pageTable = pageTable;
        this.unreadAnswers = unreadAnswers;
    }

    /**
     * Returns whether a link is sound by what is known when it is met.
     *
     * @param anchors the anchors of the pages read so far
     * @param traits the traits of the target
     * @param fragment the {@link Fragment#hash} of its fragment; {@link Fragment#TOP} if that is not judged
     */
    public static boolean isSoundOnSight(AnchorIndex anchors, int target, int traits, long fragment) {
        return (traits & JUDGED) == 0
                && ((traits & EXISTS) != 0 || anchors.isRead(target))
                && (fragment == Fragment.TOP || Fragment.isIn(anchors.of(target), fragment));
    }

    /**
     * Returns whether a link of a page to the page itself is sound.
     *
     * @param traits the traits of the page's target
     * @param anchors the anchors of the page, sorted
     */
    public static boolean isSoundOnItsPage(int traits, long fragment, long[] anchors) {
        return (traits & JUDGED) == 0 && (fragment == Fragment.TOP || Fragment.isIn(anchors, fragment));
    }

    /**
     * Returns whether a link is sound, now that everything was visited: its target answered successfully, and has the
     * anchor or no anchors that are known.
     */
    boolean isSound(int target, long fragment) {
        return (targets.traits(target) & JUDGED) == 0
                && targetOutcomes.outcome(target) instanceof Outcome.Answered answered
                && answered.status() >= 200
                && answered.status() <= 299
                && (fragment == Fragment.TOP || mayHaveAnchor(target, fragment));
    }

    private boolean mayHaveAnchor(int target, long fragment) {
        int page = targetOutcomes.page(target);
        return page < 0
                ? !unreadAnswers.isBehindWall(target) && !targetOutcomes.isFromRecord(target)
                : !pageTable.isWithAnchors(page) || Fragment.isIn(pageTable.anchors(page), fragment);
    }
}
