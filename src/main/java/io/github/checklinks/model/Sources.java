// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import org.jspecify.annotations.Nullable;

/** A lookup of the source files from which pages were generated, for the links in them. */
@FunctionalInterface
public interface Sources {

    /** A lookup that never finds a source. */
    Sources NONE = link -> null;

    /**
     * Returns the source of a link.
     *
     * @return null if it is not certain
     */
    @Nullable
    Source of(Link link);

    /**
     * Returns the path of a file as code scanning services expect it.
     *
     * @param file relative to the working directory of the build, as in {@link Source}
     * @return relative to the root of the repository; unchanged if there is no repository
     */
    default String inRepository(String file) {
        return file;
    }

    /**
     * A location in a source file.
     *
     * @param file relative to the working directory of the build, with {@code /} as separator
     * @param line 1-based; 0 if only the file is known
     * @param oneOfSeveral whether the same text occurs on other lines as well, and this one is the best guess
     */
    record Source(String file, int line, boolean oneOfSeveral) {

        /** Returns {@code file:line}, or only the file if the line is unknown. */
        @Override
        public String toString() {
            return line == 0 ? file : file + ":" + line;
        }
    }
}
