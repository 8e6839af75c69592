// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.view;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.GateResult;
import java.io.IOException;
import java.io.Writer;

/** Writes a result in some format. */
@FunctionalInterface
public interface Report {

    /** Writes the result; does not close the writer. */
    void write(CheckResult result, GateResult gate, Writer out) throws IOException;
}
