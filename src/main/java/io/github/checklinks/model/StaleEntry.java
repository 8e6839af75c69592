// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import org.jspecify.annotations.Nullable;

/**
 * A baseline entry or an ignore that is no longer needed, or past its last day.
 *
 * @param message what is wrong with it, in words for a person, in one line
 * @param ignore the reason of the ignore; null for an entry of the baseline
 * @param file the file it stands in, as the files of {@link Sources.Source} are named; empty when that is not known
 * @param line where it stands there, 1-based; 0 when that is not known
 * @param fix what to do; empty when that is not known yet
 */
public record StaleEntry(String message, @Nullable String ignore, String file, int line, String fix) {

    /** The same with its place and what to do. */
    public StaleEntry at(String where, int lineThere, String what) {
        return new StaleEntry(message, ignore, where, lineThere, what);
    }

    /** As {@code file:line}, the file alone when the line is not known, or nothing. */
    public String place() {
        return line == 0 ? file : file + ":" + line;
    }
}
