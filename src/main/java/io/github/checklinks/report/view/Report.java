// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.view;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.GateResult;
import java.io.IOException;
import java.io.Writer;

/** A way to tell a result. */
@FunctionalInterface
public interface Report {

    /** Writes the result; closes nothing. */
    void write(CheckResult result, GateResult gate, Writer out) throws IOException;
}
