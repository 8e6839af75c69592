// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The gate's decision.
 *
 * @param objections why the build must fail, each one sentence without a full stop; empty when it passes
 * @param complete whether everything that should be visited was
 * @param stale how much a stale entry weighs
 */
public record GateResult(List<String> objections, boolean complete, Severity stale) {

    /** A decision to which stale entries are no objection. */
    public GateResult(List<String> objections, boolean complete) {
        this(objections, complete, Severity.WARNING);
    }

    /** The same with one more objection. */
    public GateResult and(String objection) {
        List<String> all = new ArrayList<>(objections);
        all.add(objection);
        return new GateResult(List.copyOf(all), complete, stale);
    }

    /** Whether nothing stands against the release. */
    public boolean passed() {
        return objections.isEmpty();
    }
}
