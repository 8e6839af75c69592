// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import org.jspecify.annotations.Nullable;

/**
 * A baseline entry or an ignore that is no longer needed or has expired.
 *
 * @param message what is wrong with it, as one line of text for users
 * @param ignore the reason of the ignore; null for an entry of the baseline
 * @param file the file that contains it, in the form of {@link Sources.Source#file}; empty if unknown
 * @param line its line there, 1-based; 0 if unknown
 * @param fix what to do; empty if not yet known
 */
public record StaleEntry(String message, @Nullable String ignore, String file, int line, String fix) {

    /** Returns a copy with a location and what to do. */
    public StaleEntry at(String where, int lineThere, String what) {
        return new StaleEntry(message, ignore, where, lineThere, what);
    }

    /** Returns {@code file:line}, only the file if the line is unknown, or an empty string if the file is. */
    public String place() {
        return line == 0 ? file : file + ":" + line;
    }
}
