// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.console;

/** Highlights text on a terminal, or leaves it plain. */
public interface ConsoleStyle {

    /** Leaves all text unchanged. */
    ConsoleStyle PLAIN = new ConsoleStyle() {};

    /** Emphasizes text. */
    default String strong(String text) {
        return text;
    }

    /** Marks an error. */
    default String error(String text) {
        return text;
    }

    /** Marks a warning. */
    default String warning(String text) {
        return text;
    }

    /** Marks success. */
    default String success(String text) {
        return text;
    }
}
