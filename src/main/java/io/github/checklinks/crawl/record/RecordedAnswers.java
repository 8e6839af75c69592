// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.record;

import io.github.checklinks.crawl.target.TargetResolver;
import io.github.checklinks.facts.FactsBuilder;
import io.github.checklinks.facts.TargetKind;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.url.WebUrl;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Applies the record to a crawl: what is recorded of a URL becomes a fact, instead of a request. Applies to probed targets only, never to
 * the site under check or other URLs on its host. Not thread-safe.
 */
public final class RecordedAnswers {

    private static final String UNRECORDED = "not in the record of external links; run mvn check-links:record";
    private static final String NEVER_RECORDED =
            "never recorded, because its address is very long or may contain a secret; add it to excludes";

    private static final Outcome GOOD = new Outcome.Answered(200, 0);

    private final @Nullable RecordUse use;
    private final FactsBuilder facts;
    private final TargetResolver targetResolver;
    private final IntFunction<IntPredicate> accepts;
    private final IntPredicate isElsewhere;

    /**
     * Creates an instance that does nothing if there is no record.
     *
     * @param accepts the status codes that count as success for a target
     * @param isElsewhere accepts targets that are not on the host of the site
     */
    public RecordedAnswers(
            @Nullable RecordUse use,
            FactsBuilder facts,
            TargetResolver targetResolver,
            IntFunction<IntPredicate> accepts,
            IntPredicate isElsewhere) {
        this.use = use;
        this.facts = facts;
        this.targetResolver = targetResolver;
        this.accepts = accepts;
        this.isElsewhere = isElsewhere;
    }

    /**
     * Records as a fact what is known of a target.
     *
     * @param anchors whether a link names an anchor of the target, which the record may not have
     * @return whether no request is needed
     */
    public boolean recall(int target, boolean anchors) {
        if (use == null || facts.targets().kind(target) != TargetKind.PROBE || !isElsewhere.test(target)) {
            return false;
        }
        Outcome known = known(use, target, anchors);
        facts.setFromRecord(target, known != null);
        if (known != null) {
            facts.setOutcome(target, known);
        }
        return known != null;
    }

    private @Nullable Outcome known(RecordUse record, int target, boolean anchors) {
        String url = facts.targets().url(target);
        RecordEntry entry = record.known().find(url);
        if (entry != null && entry.reviewOn(record.today()) != null) {
            return GOOD;
        }
        Outcome good = entry != null && entry.isGood() ? good(entry) : null;
        if (entry == null && record.known().isEnd(url)) {
            good = GOOD;
        }
        return switch (record.asking()) {
            case ALL -> null;
            case NEW -> anchors || good == null || !isFine(good, target) ? null : good;
            case NONE -> good != null ? good : bad(record, url, entry);
        };
    }

    private Outcome good(RecordEntry entry) {
        if (entry.to() != null
                && WebUrl.parse(entry.to()) instanceof WebUrl to
                && to.isHttp()
                && !to.withoutFragment().href().equals(entry.url())) {
            int number = targetResolver.number(to.withoutFragment());
            return new Outcome.Redirected(entry.status(), number, to.fragment(), 0);
        }
        return entry.status() == 0 ? GOOD : new Outcome.Answered(entry.status(), 0);
    }

    private boolean isFine(Outcome good, int target) {
        return !(good instanceof Outcome.Answered answered)
                || accepts.apply(target).test(answered.status());
    }

    private static Outcome bad(RecordUse record, String url, @Nullable RecordEntry entry) {
        Failure failure = entry == null ? null : entry.failure();
        if (failure == null) {
            String detail = RecordBuilder.isRecordable(url) ? UNRECORDED : NEVER_RECORDED;
            return new Outcome.Failed(FailureCause.UNRECORDED, detail, 0, 0);
        }
        if (failure.status() > 0) {
            return new Outcome.Answered(failure.status(), 0);
        }
        String detail = failure.detail() == null ? failure.rule() : failure.detail();
        return new Outcome.Failed(record.causes().apply(failure.rule()), detail, 0, 0);
    }

    /** Returns whether a target was taken from the record and may nevertheless be requested to find out whether the network works. */
    public boolean isProbe(int target) {
        return use != null
                && use.asking() != Asking.NONE
                && facts.isFromRecord(target)
                && use.review(facts.targets().url(target)) == null;
    }
}
