// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.check.JudgeScene.Judged;
import io.github.checklinks.model.Zone;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A situation and the verdicts on a link there: the rule, and the detail after a colon. {@code ~/} stands for the URL of the zone.
 *
 * @param judged states the facts and judges the link
 * @param onSite the verdict if its target is part of the site
 * @param external the verdict if it is not
 */
record JudgeRow(String situation, Function<JudgeScene, Judged> judged, String onSite, String external) {

    /** Instead of a verdict: the situation does not occur in the zone. */
    static final String NEVER = "";

    static JudgeRow row(String situation, Function<JudgeScene, Judged> judged, String verdict) {
        return new JudgeRow(situation, judged, verdict, verdict);
    }

    static JudgeRow row(String situation, Function<JudgeScene, Judged> judged, String onSite, String external) {
        return new JudgeRow(situation, judged, onSite, external);
    }

    /** Returns the verdict in a zone; null if the situation does not occur there. */
    @Nullable
    String verdict(Zone zone) {
        String verdict = zone == Zone.SITE ? onSite : external;
        return verdict.equals(NEVER) ? null : verdict.replace("~/", new JudgeScene(zone).url(""));
    }

    @Override
    public String toString() {
        return situation;
    }
}
