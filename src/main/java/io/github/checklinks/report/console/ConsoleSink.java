// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.console;

import io.github.checklinks.model.Severity;

/** Receives the report line by line. */
@FunctionalInterface
public interface ConsoleSink {

    /**
     * Accepts a line.
     *
     * @param level {@code ERROR} or {@code WARNING}, or {@code NONE} for information
     * @param text the line without its terminator; empty for a blank line
     */
    void line(Severity level, String text);
}
