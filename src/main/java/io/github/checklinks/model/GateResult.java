// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The decision of the gate.
 *
 * @param objections why the build must fail, one sentence each without a full stop; empty if it passes
 * @param complete whether all pages and targets were visited
 * @param stale the severity of stale entries
 */
public record GateResult(List<String> objections, boolean complete, Severity stale) {

    /** Creates a decision in which stale entries are warnings. */
    public GateResult(List<String> objections, boolean complete) {
        this(objections, complete, Severity.WARNING);
    }

    /** Returns a copy with one more objection. */
    public GateResult and(String objection) {
        List<String> all = new ArrayList<>(objections);
        all.add(objection);
        return new GateResult(List.copyOf(all), complete, stale);
    }

    /** Returns whether the build passes. */
    public boolean passed() {
        return objections.isEmpty();
    }
}
