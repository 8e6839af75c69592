// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.console;

/** Colours for a terminal, or none. */
public interface ConsoleStyle {

    /** Leaves everything as it is. */
    ConsoleStyle PLAIN = new ConsoleStyle() {};

    /** What the eye should find first. */
    default String strong(String text) {
        return text;
    }

    /** What fails. */
    default String error(String text) {
        return text;
    }

    /** What deserves a look. */
    default String warning(String text) {
        return text;
    }

    /** What went well. */
    default String success(String text) {
        return text;
    }
}
