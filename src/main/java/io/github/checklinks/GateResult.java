// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks;

import java.util.List;

/**
 * The gate's decision.
 *
 * @param objections why the build must fail, each one sentence without a full stop; empty when it passes
 * @param complete whether everything that should be visited was
 */
public record GateResult(List<String> objections, boolean complete) {

    /** Whether nothing stands against the release. */
    public boolean passed() {
        return objections.isEmpty();
    }
}
