// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import org.jspecify.annotations.Nullable;

/** Where the author of a link wrote it: the file of the project that a page was made from. */
@FunctionalInterface
public interface Sources {

    /** Knows no source of any page. */
    Sources NONE = link -> null;

    /**
     * The source of a link.
     *
     * @return null when it is not known for certain
     */
    @Nullable
    Source of(Link link);

    /**
     * The name of a file as code-scanning services want it.
     *
     * @param file relative to the directory the build runs in, as in {@link Source}
     * @return relative to the root of the repository; the same name when there is no repository
     */
    default String inRepository(String file) {
        return file;
    }

    /**
     * A place in a source file.
     *
     * @param file relative to the directory the build runs in, with {@code /} between names
     * @param line 1-based; 0 when only the file is known
     * @param oneOfSeveral whether the same text stands on other lines of the file too, and this one is the nearest guess
     */
    record Source(String file, int line, boolean oneOfSeveral) {

        /** As {@code file:line}, or the file alone when the line is not known. */
        @Override
        public String toString() {
            return line == 0 ? file : file + ":" + line;
        }
    }
}
