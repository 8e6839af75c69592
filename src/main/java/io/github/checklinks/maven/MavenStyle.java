// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import io.github.checklinks.report.console.ConsoleStyle;

/** The colours of Maven's own messages. */
final class MavenStyle implements ConsoleStyle {

    private static final String RED = "\u001b[1;31m";
    private static final String YELLOW = "\u001b[1;33m";
    private static final String GREEN = "\u001b[1;32m";
    private static final String BOLD = "\u001b[1m";
    private static final String END = "\u001b[m";

    private MavenStyle() {}

    /** Returns this style if Maven itself uses colours (see {@code -B}, {@code -l}, {@code style.color}), otherwise the plain one. */
    static ConsoleStyle current() {
        return isColourful() ? new MavenStyle() : PLAIN;
    }

    /** Queries Jansi, which Maven configures and exports to plugins; called by reflection to avoid a dependency. */
    private static boolean isColourful() {
        try {
            return Boolean.TRUE.equals(Class.forName("org.fusesource.jansi.Ansi")
                    .getMethod("isEnabled")
                    .invoke(null));
        } catch (ReflectiveOperationException | LinkageError without) {
            return false;
        }
    }

    @Override
    public String strong(String text) {
        return BOLD + text + END;
    }

    @Override
    public String error(String text) {
        return RED + text + END;
    }

    @Override
    public String warning(String text) {
        return YELLOW + text + END;
    }

    @Override
    public String success(String text) {
        return GREEN + text + END;
    }
}
